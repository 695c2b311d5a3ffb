import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";

/** The events of a text, and the text they are of: of the same length as the one given, with some line breaks inside brackets made spaces. */
export interface Relaxed {
  readonly events: readonly Event[];
  readonly source: string;
}

/** What the repeated parsing of one document may cost, in characters. */
const mostWork = 32 * 1024 * 1024;

/**
 * Parses what our parser alone would refuse: a bracket or an item that stands no deeper than the key its list belongs to. Kubernetes does not care how
 * lines inside `[ ]` and `{ }` are indented, and people close brackets below the key. There a line break is mere space; so it is made one, and offsets
 * stay what they were.
 * @throws YAMLException
 */
export function parseRelaxed(source: string, maxDepth: number): Relaxed {
  let text = source;
  const joined: number[] = [];
  for (let work = text.length; ; work += text.length) {
    try {
      const events = parseEvents(text, { maxDepth });
      if (joined.length > 0 && touchesScalar(events, joined)) break;
      return { events, source: text };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.reason !== "deficient indentation" || work > mostWork) throw error;
      const next = joinFrom(text, error.mark?.position ?? 0, joined);
      if (next === undefined) throw error;
      text = next;
    }
  }
  // A joined break turned out to be part of a text, where it means more than space: the parser's own refusal stands.
  return { events: parseEvents(source, { maxDepth }), source };
}

/** Joins the line at `position` to the one above, and the lines after it up to the closing bracket. `undefined` where that is not surely the same. */
function joinFrom(text: string, position: number, joined: number[]): string | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", position - 1), text.lastIndexOf("\r", position - 1)) + 1;
  const above = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
  if (lineStart === 0 || above.includes("#")) return undefined;
  const breaks: number[] = [];
  noteBreak(text, lineStart - 1, breaks);
  if (breaks.length === 0) return undefined;
  collectBreaks(text, position, breaks);
  joined.push(...breaks);
  return replaceAt(text, breaks);
}

function noteBreak(text: string, at: number, breaks: number[]): void {
  if (text[at] === "\n" || text[at] === "\r") breaks.push(at);
  if (text[at] === "\n" && text[at - 1] === "\r") breaks.push(at - 1);
}

/** Line breaks between tokens from `position` to the bracket that closes the collection; it stops before quotes it cannot follow and before comments. */
function collectBreaks(text: string, position: number, breaks: number[]): void {
  let depth = 0;
  for (let at = position; at < text.length && depth >= 0; at++) {
    const character = text[at];
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === '"' || character === "'" || character === "#") return;
    else if (character === "\n") noteBreak(text, at, breaks);
  }
}

function replaceAt(text: string, positions: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const at of [...positions].sort((a, b) => a - b)) {
    parts.push(text.slice(from, at), " ");
    from = at + 1;
  }
  return parts.join("") + text.slice(from);
}

function touchesScalar(events: readonly Event[], joined: readonly number[]): boolean {
  const sorted = [...joined].sort((a, b) => a - b);
  let next = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
    while (next < sorted.length && (sorted[next] ?? 0) < event.valueStart) next++;
    if ((sorted[next] ?? Number.POSITIVE_INFINITY) < event.valueEnd) return true;
  }
  return false;
}
