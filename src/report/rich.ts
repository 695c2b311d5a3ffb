/** A piece of a sentence. `code` is what somebody else wrote (a name, a host, a value): every renderer makes it harmless in its own way. */
export interface Span {
  readonly kind: "plain" | "code" | "strong";
  readonly text: string;
}

/** A sentence for any audience: Markdown, terminal and HTML render the same spans. */
export type Rich = readonly Span[];

/**
 * Writes a sentence: say`Requests to ${host} go ${90}% to ${subset}.` A string put in becomes code, because it came from a user; a number is
 * plain; another sentence is spliced in.
 */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number | Rich)[]): Rich {
  const spans: Span[] = [];
  texts.forEach((text, index) => {
    if (text !== "") spans.push({ kind: "plain", text });
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "string") spans.push({ kind: "code", text: value });
    else if (typeof value === "number") spans.push({ kind: "plain", text: number(value) });
    else spans.push(...value);
  });
  return spans;
}

/** Words of our own, to be put into a sentence as they are. Never for anything a user wrote. */
export function words(text: string): Rich {
  return text === "" ? [] : [{ kind: "plain", text }];
}

/** Words of our own that matter most in their sentence. */
export function strong(text: string): Rich {
  return [{ kind: "strong", text }];
}

/** What somebody else wrote, on its own. */
export function quoted(text: string): Rich {
  return [{ kind: "code", text }];
}

/** Sentences one after the other with something between them. */
export function join(parts: readonly Rich[], between: string): Rich {
  return parts.flatMap((part, index) => (index === 0 ? part : [...words(between), ...part]));
}

/** `a`, `b` and `c`. */
export function listed(parts: readonly Rich[]): Rich {
  if (parts.length < 2) return parts.flat();
  return [...join(parts.slice(0, -1), ", "), ...words(" and "), ...(parts.at(-1) ?? [])];
}

/** A catalogue text as a sentence: what stands between backticks becomes code, an odd backtick stays a character. */
export function richOf(text: string): Rich {
  const parts = text.split("`");
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  const spans: Span[] = parts.slice(0, paired).map((part, index) => ({ kind: index % 2 === 0 ? "plain" : "code", text: part }));
  if (paired < parts.length) spans.push({ kind: "plain", text: `\`${parts.at(-1) ?? ""}` });
  return spans.filter((span) => span.text !== "");
}

/** The sentence without any marks: for JSON and for comparing. */
export function plainText(rich: Rich): string {
  return rich.map((span) => (span.kind === "code" ? `\`${span.text}\`` : span.text)).join("");
}

/** 1,234: the same on any machine, unlike `toLocaleString`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}
