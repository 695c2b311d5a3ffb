import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { YamlLimits } from "../limits.ts";
import { parse } from "../parse.ts";
import { isMergeKey, scalarOffset, scalarValue } from "../scalar.ts";
import { keyText } from "../schema.ts";

/** A value of a document and the characters it is written with. `end` is exclusive. `isBare`: it has no anchor and no tag. */
export type Node = { readonly start: number; end: number; readonly isBare: boolean } & (
  | { readonly kind: "scalar"; readonly style: "plain" | "single" | "double" | "block" }
  /** A key or an entry without anything behind it: nothing is written. */
  | { readonly kind: "empty" }
  | { readonly kind: "alias" }
  | { readonly kind: "map"; readonly isFlow: boolean; readonly entries: Entry[] }
  | { readonly kind: "list"; readonly isFlow: boolean; readonly items: Node[] }
);

export interface Entry {
  /** `undefined` for `<<` and for keys that are no plain texts: nothing is edited beside these. */
  readonly key: string | undefined;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

interface Open {
  readonly node: Extract<Node, { kind: "map" | "list" }>;
  key: Omit<Entry, "value"> | undefined;
}

/** The one value of a document, with the place of everything in it. @throws Unreadable */
export function nodeOf(chunk: string, limits: YamlLimits): Node | undefined {
  const { events, source } = parse(chunk, limits);
  const stack: Open[] = [];
  let root: Node | undefined;
  const add = (node: Node): void => {
    const open = stack.at(-1);
    if (open === undefined) root ??= node;
    else if (open.node.kind === "list") open.node.items.push(node);
    else if (open.key === undefined) open.key = keyFrom(node, undefined);
    else {
      open.node.entries.push({ ...open.key, value: node });
      open.key = undefined;
    }
  };
  for (const event of events) {
    const parent = stack.at(-1);
    const isKey = parent !== undefined && parent.node.kind === "map" && parent.key === undefined;
    if (event.type === EVENT_ID.POP) {
      const closed = stack.pop();
      if (closed !== undefined) add(ended(closed.node, source));
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) stack.push({ node: opened(event), key: undefined });
    else if (event.type === EVENT_ID.ALIAS) add({ kind: "alias", start: event.anchorStart - 1, end: event.anchorEnd, isBare: false });
    else if (event.type === EVENT_ID.SCALAR) {
      const node = scalarNode(event, source);
      if (isKey) parent.key = keyFrom(node, plainKey(event, source));
      else add(node);
    }
  }
  return root;
}

function keyFrom({ start, end }: Node, key: string | undefined): Omit<Entry, "value"> {
  return { key, keyStart: start, keyEnd: end };
}

function plainKey(event: ScalarEvent, source: string): string | undefined {
  if (isMergeKey(event, source) || event.anchorStart >= 0 || event.tagStart >= 0) return undefined;
  return keyText(scalarValue(event, source), source.slice(event.valueStart, event.valueEnd));
}

function opened(event: Extract<Event, { readonly style: unknown; readonly start: number }>): Open["node"] {
  const rest = { start: event.start, end: event.start, isBare: event.anchorStart < 0 && event.tagStart < 0 };
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  return event.type === EVENT_ID.MAPPING ? { kind: "map", entries: [], isFlow, ...rest } : { kind: "list", items: [], isFlow, ...rest };
}

function scalarNode(event: ScalarEvent, source: string): Node {
  const isBare = event.anchorStart < 0 && event.tagStart < 0;
  const start = scalarOffset(event, source);
  if (start < 0 || event.valueStart < 0) return { kind: "empty", start: -1, end: -1, isBare };
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return { kind: "scalar", style: "plain", start, end: event.valueEnd, isBare };
    case SCALAR_STYLE.SINGLE_QUOTED:
      return { kind: "scalar", style: "single", start, end: event.valueEnd + 1, isBare };
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { kind: "scalar", style: "double", start, end: event.valueEnd + 1, isBare };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      // Blank lines below belong to nobody, unless the text keeps them: then an edit of it does not read back, and is not made.
      return { kind: "scalar", style: "block", start, end: source.slice(0, event.valueEnd).trimEnd().length, isBare };
  }
}

/** The events do not say where a collection ends: at its bracket, or with what is in it. */
function ended(node: Open["node"], source: string): Node {
  const inside =
    node.kind === "list" ? node.items.map(({ end }) => end) : node.entries.map(({ keyEnd, value }) => Math.max(keyEnd, value.end));
  const last = Math.max(node.start, ...inside);
  node.end = node.isFlow ? closing(source, Math.max(last, node.start + 1), node.kind === "list" ? "]" : "}") : last;
  return node;
}

function closing(source: string, from: number, bracket: string): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === bracket) return at + 1;
    if (source[at] === "#") at = Math.max(at, source.indexOf("\n", at));
  }
  return source.length;
}
