import { EVENT_ID, type ScalarEvent } from "js-yaml";
import type { Path } from "../model/json.ts";
import type { Place, Source } from "../model/source.ts";
import type { YamlLimits } from "./limits.ts";
import { Lines } from "./lines.ts";
import { parse } from "./parse.ts";
import { isMergeKey, scalarOffset, scalarValue } from "./scalar.ts";
import { keyText } from "./schema.ts";
import type { Chunk } from "./split.ts";
import { startOfContent } from "./start.ts";

/** Where a value of a document stands, and where the values inside it stand. */
interface Node {
  readonly offset: number;
  readonly keys: Map<string, Entry> | undefined;
  readonly items: Node[] | undefined;
  /** What `<<` brings in. */
  readonly merges: Node[];
}

interface Entry {
  readonly keyOffset: number;
  readonly value: Node;
}

/**
 * Answers where things stand in one file. Where a document begins is asked of nearly all and seen without reading it. Places inside are asked for by findings, and most documents have none:
 * so nothing is kept of a document until it is asked about; then its text is parsed once more, and the answers for the document asked about last are kept.
 */
export class Places {
  readonly lines: Lines;
  readonly #file: string;
  readonly #text: string;
  readonly #limits: YamlLimits;
  #last: { readonly chunk: Chunk; readonly root: Node } | undefined;

  constructor(file: string, text: string, limits: YamlLimits) {
    this.#file = file;
    this.#text = text;
    this.#limits = limits;
    this.lines = new Lines(text);
  }

  /** The place of an offset in the file. */
  at(offset: number): Place {
    const { line, column } = this.lines.at(offset);
    return { file: this.#file, line, column };
  }

  /** The source of one document. */
  source(chunk: Chunk, index: number): Source {
    return new DocumentSource(this, this.#file, chunk, index);
  }

  /** See `Source.place`. */
  find(chunk: Chunk, path: Path, of: "key" | "value"): Place {
    const start = path.length === 0 ? startOfContent(this.#text, chunk) : undefined;
    if (start !== undefined) return this.at(start);
    let node = this.#root(chunk);
    let offset = node.offset;
    for (const step of path) {
      const entry = childAt(node, step);
      if (entry === undefined) return this.at(chunk.start + offset);
      node = entry.value;
      offset = of === "key" ? entry.keyOffset : node.offset;
    }
    return this.at(chunk.start + offset);
  }

  #root(chunk: Chunk): Node {
    if (this.#last?.chunk !== chunk) this.#last = { chunk, root: nodesOf(this.#text.slice(chunk.start, chunk.contentEnd), this.#limits) };
    return this.#last.root;
  }
}

class DocumentSource implements Source {
  readonly file: string;
  readonly index: number;
  readonly #places: Places;
  readonly #chunk: Chunk;

  constructor(places: Places, file: string, chunk: Chunk, index: number) {
    this.#places = places;
    this.file = file;
    this.#chunk = chunk;
    this.index = index;
  }

  get line(): number {
    return this.place([]).line;
  }

  place(path: Path, of: "key" | "value" = "value"): Place {
    return this.#places.find(this.#chunk, path, of);
  }
}

function childAt(node: Node, step: string | number): Entry | undefined {
  if (typeof step === "number") {
    const item = node.items?.[step];
    return item && { keyOffset: item.offset, value: item };
  }
  const own = node.keys?.get(step);
  if (own !== undefined) return own;
  for (const merged of node.merges) {
    const found = childAt(merged, step);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Open {
  readonly node: Node;
  key: string | undefined;
  keyOffset: number;
  isMerge: boolean;
}

/** One pass over the events of a document that was read before. Longer than most: the cases share the stack, and each is two lines. */
function nodesOf(chunk: string, limits: YamlLimits): Node {
  const { events, source } = parse(chunk, limits);
  const anchors = new Map<string, Node>();
  const keyAnchors = new Map<string, string>();
  const stack: Open[] = [];
  let root: Node | undefined;
  const isKeyNext = (open: Open | undefined): boolean => open?.node.keys !== undefined && open.key === undefined && !open.isMerge;
  const add = (node: Node): void => {
    const open = stack.at(-1);
    if (open === undefined) root ??= node;
    else if (open.node.items !== undefined) open.node.items.push(node);
    else if (open.isMerge) open.node.merges.push(...(node.items ?? [node]));
    else if (open.key !== undefined) open.node.keys?.set(open.key, { keyOffset: open.keyOffset, value: node });
    if (open !== undefined) Object.assign(open, { key: undefined, isMerge: false });
  };
  const anchored = (event: { readonly anchorStart: number; readonly anchorEnd: number }, node: Node): Node => {
    if (event.anchorStart >= 0) anchors.set(source.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  };
  const open = (node: Node): void => void stack.push({ node, key: undefined, keyOffset: node.offset, isMerge: false });

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (root !== undefined) return root;
        break;
      case EVENT_ID.MAPPING:
        open(anchored(event, { offset: event.start, keys: new Map(), items: undefined, merges: [] }));
        break;
      case EVENT_ID.SEQUENCE:
        open(anchored(event, { offset: event.start, keys: undefined, items: [], merges: [] }));
        break;
      case EVENT_ID.ALIAS: {
        const name = source.slice(event.anchorStart, event.anchorEnd);
        const parent = stack.at(-1);
        if (parent !== undefined && isKeyNext(parent))
          Object.assign(parent, { key: keyAnchors.get(name), keyOffset: event.anchorStart - 1 });
        else add(anchors.get(name) ?? leaf(event.anchorStart - 1));
        break;
      }
      case EVENT_ID.SCALAR: {
        const parent = stack.at(-1);
        const offset = scalarOffset(event, source);
        const text = event.anchorStart >= 0 || isKeyNext(parent) ? keyOf(event, source) : undefined;
        if (event.anchorStart >= 0 && text !== undefined) keyAnchors.set(source.slice(event.anchorStart, event.anchorEnd), text);
        if (parent === undefined || !isKeyNext(parent)) {
          add(anchored(event, leaf(offset >= 0 ? offset : (parent?.keyOffset ?? 0))));
        } else {
          parent.keyOffset = offset;
          parent.isMerge = isMergeKey(event, source);
          if (!parent.isMerge) parent.key = text;
          anchored(event, leaf(offset));
        }
        break;
      }
      case EVENT_ID.POP: {
        const closed = stack.pop();
        if (closed !== undefined) add(closed.node);
        break;
      }
    }
  }
  return root ?? leaf(0);
}

function keyOf(event: ScalarEvent, source: string): string | undefined {
  const value = scalarValue(event, source);
  return keyText(value, source.slice(event.valueStart, event.valueEnd));
}

function leaf(offset: number): Node {
  return { offset, keys: undefined, items: undefined, merges: [] };
}
