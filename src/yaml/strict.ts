import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

/**
 * What Kubernetes refuses although our parser reads it. A document that passes here and fails in kubectl would be the worst answer of all, so each of
 * these is refused, in words that say why. Found by asking kubectl (`test/yaml/spellings.ts`).
 */

/** Why Kubernetes refuses this scalar; `undefined` when it does not. */
export function scalarRefusal(event: ScalarEvent, source: string, isInFlow: boolean): string | undefined {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return isInFlow && source.slice(event.valueStart, event.valueEnd).includes("?")
        ? "a bare `?` inside `[ ]` or `{ }`: it needs quotes"
        : undefined;
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.fast ? undefined : escapeRefusal(source, event);
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockRefusal(event, source);
    case SCALAR_STYLE.SINGLE_QUOTED:
      return undefined;
  }
}

function escapeRefusal(source: string, event: ScalarEvent): string | undefined {
  const text = source.slice(event.valueStart, event.valueEnd);
  for (const match of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[\s\S])/gu)) {
    const point = Number.parseInt(match[1] ?? match[2] ?? "0", 16);
    const isWrong = match[0] === "\\/" || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff;
    if (isWrong && !isJson(source)) return "an escape that YAML 1.1 does not have";
  }
  return undefined;
}

/** Kubernetes reads a text that is JSON as JSON, where `\/` and pairs of surrogates are right. */
function isJson(source: string): boolean {
  if (!/^\s*\{/u.test(source)) return false;
  try {
    JSON.parse(source);
    return true;
  } catch {
    // Not JSON: then it is read as YAML, by the stricter rules.
    return false;
  }
}

function blockRefusal(event: ScalarEvent, source: string): string | undefined {
  const text = source.slice(event.valueStart, event.valueEnd);
  if (!text.includes("\t")) return undefined;
  const header = source.slice(source.lastIndexOf("\n", event.valueStart - 2) + 1, event.valueStart);
  const isDetected = !/[|>][-+]?[1-9]/u.test(header);
  let isFirst = isDetected;
  for (const line of text.split("\n")) {
    const spaces = line.search(/[^ ]|$/u);
    if (line[spaces] === "\t" && (spaces < event.indent || isFirst)) return "a tab where a block of text is indented";
    if (line.trim() !== "") isFirst = false;
  }
  return undefined;
}

/** Why Kubernetes refuses this as a key. Keys written with `? ` may be long and may go over lines. */
export function keyRefusal(event: ScalarEvent, source: string, isInFlow: boolean): string | undefined {
  const length = event.valueEnd - event.valueStart;
  if (isInFlow && event.style === SCALAR_STYLE.PLAIN && /^:[,\]}]/u.test(source.slice(event.valueEnd, event.valueEnd + 2)))
    return "a `:` with no space before `,`, `]` or `}`";
  if (length < 1000 && event.fast) return undefined;
  const isLong = length > 1020 || /[\r\n]/u.test(source.slice(event.valueStart, event.valueEnd));
  return isLong && !/\?\s*["']?$/u.test(source.slice(Math.max(0, event.valueStart - 80), event.valueStart))
    ? "a key must stand on one line and be shorter than 1,024 characters"
    : undefined;
}

const tabLine = /^( *)(?:[-?](?: +[-?])* *)?\t/gmu;

/** The offset of a tab that indents a line or follows a dash, outside of texts and brackets; `undefined` when there is none. */
export function tabRefusal(events: readonly Event[], source: string): number | undefined {
  if (!source.includes("\t")) return undefined;
  const suspects = [...source.matchAll(tabLine)].filter((match) => isRefusedTab(source, match));
  if (suspects.length === 0) return undefined;
  const covered = coveredRanges(events, source.length);
  let at = 0;
  for (const match of suspects) {
    while (at < covered.length && (covered[at]?.end ?? 0) <= match.index) at++;
    const range = covered[at];
    if (range === undefined || match.index < range.start) return match.index + match[0].length - 1;
  }
  return undefined;
}

/** After a dash always; on a line of white space only where the tab stands no deeper than the line above begins. */
function isRefusedTab(source: string, match: RegExpExecArray): boolean {
  if (match[0].trim() !== "") return true;
  const above = source.slice(0, match.index).trimEnd();
  const line = above.slice(above.lastIndexOf("\n") + 1);
  return (match[1] ?? "").length <= line.search(/\S|$/u);
}

/** Where tabs are text or mere space: scalars, and from the opening of a bracket to the next value after it. In order, not overlapping. */
function coveredRanges(events: readonly Event[], length: number): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const flows: (number | undefined)[] = [];
  let pending: number | undefined;
  for (const event of events) {
    const start = event.type === EVENT_ID.SCALAR ? event.valueStart : "start" in event ? event.start : -1;
    if (pending !== undefined && start >= 0) {
      ranges.push({ start: pending, end: start });
      pending = undefined;
    }
    const isInFlow = flows.some((flow) => flow !== undefined);
    if (event.type === EVENT_ID.POP) {
      const opened = flows.pop();
      if (opened !== undefined && !flows.some((flow) => flow !== undefined)) pending = opened;
    } else if (event.type === EVENT_ID.SCALAR) {
      if (!isInFlow && start >= 0) ranges.push({ start, end: event.valueEnd });
    } else if (event.type !== EVENT_ID.ALIAS) {
      flows.push("style" in event && event.style === COLLECTION_STYLE.FLOW ? event.start : undefined);
    }
  }
  if (pending !== undefined) ranges.push({ start: pending, end: length });
  return ranges;
}
