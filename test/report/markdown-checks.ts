import * as cheerio from "cheerio";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** What GitHub allows in a comment and we write on purpose. Anything else in the rendered HTML came from a user's text. */
const ours = new Set(
  "html head body h2 h3 p ul li strong b em code pre table thead tbody tr th td blockquote details summary sub br a".split(" "),
);

/** Everything that is wrong with a Markdown document of ours, as a reader's browser would see it. Empty when nothing is. */
export function flaws(markdown: string, allowedLinks: readonly string[] = []): readonly string[] {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const page = cheerio.load(html);
  const found: string[] = [];
  page("*").each((_, element) => {
    if (element.type !== "tag") return;
    const name = element.tagName;
    if (!ours.has(name)) found.push(`element <${name}>`);
    for (const attribute of Object.keys(element.attribs)) {
      if (!["href", "class", "align"].includes(attribute)) found.push(`attribute ${attribute} of <${name}>`);
    }
  });
  page("a").each((_, element) => {
    const href = page(element).attr("href") ?? "";
    if (!allowedLinks.some((start) => href.startsWith(start))) found.push(`link to ${href}`);
  });
  found.push(...unbalanced(html), ...mentions(page));
  return found;
}

/** Parsers repair what is not closed, so tags are counted in the text before any parser sees it. Code cannot hold a raw tag. */
function unbalanced(html: string): readonly string[] {
  const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
  const pairs = ["details", "summary", "pre", "blockquote", "table"];
  return pairs
    .filter((tag) => count(new RegExp(`<${tag}[ >]`, "gu")) !== count(new RegExp(`</${tag}>`, "gu")))
    .map((tag) => `unbalanced <${tag}>`);
}

/** GitHub turns these into links in any text outside code. */
function mentions(page: cheerio.CheerioAPI): readonly string[] {
  page("code, pre, a").remove();
  const text = page("body").text();
  const patterns = [/@[a-z0-9]/iu, /#\d/u, /\bgh-\d/iu, /:\/\//u, /\bwww\./iu];
  return patterns.filter((pattern) => pattern.test(text)).map((pattern) => `${pattern} matches ${JSON.stringify(pattern.exec(text)?.[0])}`);
}

/** Every fence that opens also closes, and nothing inside closes it early. */
export function fencesBalance(markdown: string): boolean {
  let open: string | undefined;
  for (const line of markdown.split("\n")) {
    const fence = /^(`{3,})[a-z]*$/u.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (line === fence && fence.length >= open.length) open = undefined;
  }
  return open === undefined;
}
