import * as cheerio from "cheerio";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const width = 860;

/**
 * A comment as a browser shows it, folded parts folded, as an SVG that holds the HTML: text, so that it is made anew and compared like everything that is generated, with no browser at hand.
 * `height` in pixels: a browser would know it, a generator does not.
 */
export function commentPicture(comment: string, height: number): string {
  const html = micromark(comment, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const page = cheerio.load(html, null, false);
  // A picture has nothing to click, and what is folded is not seen.
  page("a").each((_, element) => void (element.attribs = {}));
  page("details > :not(summary)").remove();
  const body = page.html({ xmlMode: true });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<foreignObject width="${width}" height="${height}">
<div xmlns="http://www.w3.org/1999/xhtml" class="comment">
<style>${style}</style>
<div class="who"><b>isthmus</b> <span>bot</span> commented</div>
<div class="said">
${body.replace(/\n{2,}/gu, "\n").trim()}
</div>
</div>
</foreignObject>
</svg>
`;
}

const style = [
  ".comment{box-sizing:border-box;height:100%;overflow:hidden;border:1px solid #d1d9e0;border-radius:6px;background:#fff;color:#1f2328;font:14px/1.5 -apple-system,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif}",
  ".who{padding:8px 16px;background:#f6f8fa;border-bottom:1px solid #d1d9e0;color:#59636e}.who b{color:#1f2328}.who span{border:1px solid #d1d9e0;border-radius:2em;padding:0 7px;font-size:12px}",
  ".said{padding:16px}.said>:first-child{margin-top:0}",
  "h2{font-size:21px;line-height:1.25;margin:0 0 16px;padding-bottom:6px;border-bottom:1px solid #d1d9e0}p,ul,table{margin:0 0 16px}ul{padding-left:2em}",
  "code{padding:.2em .4em;font:85% ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:#818b981f;border-radius:6px}",
  "table{border-collapse:collapse}th,td{padding:6px 13px;border:1px solid #d1d9e0;text-align:center}th:first-child,td:first-child{text-align:left}tr:nth-child(2n){background:#f6f8fa}",
  "details{margin-bottom:10px}sub{font-size:12px;color:#59636e}",
].join("");
