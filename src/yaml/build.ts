import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { Json, Path } from "../model/json.ts";
import type { FatalCode, OddityCode } from "./error.ts";
import type { Spent, YamlLimits } from "./limits.ts";
import { oddScalar } from "./oddities.ts";
import { isMergeKey, scalarOffset, scalarValue } from "./scalar.ts";
import { keyText } from "./schema.ts";
import { keyRefusal, scalarRefusal } from "./strict.ts";

/** Why a document cannot be read. Offsets are of the source the events came from. */
export class Unreadable extends Error {
  readonly code: FatalCode;
  readonly offset: number;

  constructor(code: FatalCode, reason: string, offset: number) {
    super(reason);
    this.code = code;
    this.offset = offset;
  }
}

/** Something Kubernetes reads without a word, before its offset has become a line. */
export interface Oddity {
  readonly code: OddityCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly path: Path;
  readonly offset: number;
  /** For a duplicate key: where it stood first. */
  readonly firstOffset?: number;
}

/** More than this many oddities of one document tell nobody anything new. */
const mostOddities = 50;

/** Longer spellings and keys are cut in facts. */
const longestFact = 80;

interface Frame {
  readonly kind: "document" | "list" | "map";
  /** In brackets, it or one around it. */
  readonly isFlow: boolean;
  readonly value: Json[] | Record<string, Json>;
  readonly anchor: Anchor | undefined;
  readonly offset: number;
  key: string | undefined;
  keyOffset: number;
  isMerge: boolean;
  /** Keys that came in by `<<`: they may be written again without being duplicates. Made when first needed. */
  merged: Set<string> | undefined;
  /** Index of the event that opened it. */
  readonly event: number;
  size: number;
  height: number;
  /** Keys so far, of a mapping. */
  keys: number;
}

interface Anchor {
  value: Json;
  size: number;
  height: number;
  isComplete: boolean;
}

/**
 * The value of the first document in `events`, read as Kubernetes reads it. Mappings and lists that an alias repeats are one and the same object.
 * @throws Unreadable
 */
export function build(events: readonly Event[], source: string, cost: Cost, oddities?: Oddity[]): Json {
  return new Builder(events, source, cost, oddities).run();
}

/** What reading may cost, and what the documents before this one have cost. */
export interface Cost {
  readonly limits: YamlLimits;
  readonly spent: Spent;
}

/** A class because a dozen small steps share the stack of open collections; it lives for one document. */
class Builder {
  readonly #events: readonly Event[];
  readonly #source: string;
  readonly #limits: YamlLimits;
  readonly #spent: Spent;
  readonly #oddities: Oddity[] | undefined;
  readonly #frames: Frame[] = [];
  readonly #anchors = new Map<string, Anchor>();
  #result: Json = null;
  /** Index of the event that is being read. */
  #at = 0;

  constructor(events: readonly Event[], source: string, { limits, spent }: Cost, oddities: Oddity[] | undefined) {
    this.#events = events;
    this.#source = source;
    this.#limits = limits;
    this.#spent = spent;
    this.#oddities = oddities;
  }

  run(): Json {
    for (; this.#at < this.#events.length; this.#at++) {
      const event = this.#events[this.#at];
      if (event === undefined) break;
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#open("document", { start: 0, anchorStart: -1, anchorEnd: -1, style: COLLECTION_STYLE.BLOCK });
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.SEQUENCE:
          this.#open("list", event);
          break;
        case EVENT_ID.MAPPING:
          this.#open("map", event);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(event);
          break;
        case EVENT_ID.POP:
          if (this.#close()) return this.#result;
          break;
      }
    }
    return this.#result;
  }

  #open(kind: Frame["kind"], event: Pick<SequenceEvent | MappingEvent, "start" | "anchorStart" | "anchorEnd" | "style">): void {
    const parent = this.#frames.at(-1);
    if (parent?.kind === "map" && parent.key === undefined && !parent.isMerge)
      throw new Unreadable("syntax", "a key must be text", event.start);
    const value = kind === "map" ? {} : [];
    const anchor = this.#anchor(event, value, false);
    const start = event.start;
    const isFlow = event.style === COLLECTION_STYLE.FLOW || parent?.isFlow === true;
    this.#frames.push({
      kind,
      isFlow,
      value,
      anchor,
      offset: start,
      key: undefined,
      keyOffset: start,
      isMerge: false,
      merged: undefined,
      event: this.#at,
      size: 1,
      height: 1,
      keys: 0,
    });
  }

  /** True when that was the document itself. */
  #close(): boolean {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.kind === "document") return true;
    if (frame.anchor !== undefined) Object.assign(frame.anchor, { size: frame.size, height: frame.height, isComplete: true });
    this.#add(frame.value, frame.size, frame.height, frame.offset);
    return false;
  }

  #scalar(event: ScalarEvent): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === "map" && frame.key === undefined && !frame.isMerge) return this.#key(frame, event);
    const value = this.#checked(event, scalarRefusal(event, this.#source, frame?.isFlow === true));
    if (value === undefined)
      throw new Unreadable(
        "syntax",
        "a value that Kubernetes cannot read: its tag does not fit, or it is not a finite number",
        event.valueStart,
      );
    if (event.anchorStart >= 0) this.#anchor(event, value, true);
    if (this.#oddities !== undefined && typeof value !== "string" && event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0)
      this.#odd(event, value);
    this.#add(value, 1, 0, event.valueStart);
  }

  #key(frame: Frame, event: ScalarEvent): void {
    frame.keyOffset = scalarOffset(event, this.#source);
    if (isMergeKey(event, this.#source)) {
      frame.isMerge = true;
      return;
    }
    const refusal = scalarRefusal(event, this.#source, frame.isFlow) ?? keyRefusal(event, this.#source, frame.isFlow);
    const value = this.#checked(event, refusal);
    if (value !== undefined && event.anchorStart >= 0) this.#anchor(event, value, true);
    this.#setKey(frame, value, typeof value === "string" ? value : this.#source.slice(event.valueStart, event.valueEnd));
    if (typeof value === "boolean" && event.style === SCALAR_STYLE.PLAIN) this.#oddKey(frame, event);
  }

  #checked(event: ScalarEvent, refusal: string | undefined): Json | undefined {
    if (refusal !== undefined) throw new Unreadable("syntax", refusal, event.valueStart);
    return scalarValue(event, this.#source);
  }

  #setKey(frame: Frame, value: Json | undefined, spelling: string): void {
    const key = keyText(value, spelling);
    if (key === undefined) throw new Unreadable("syntax", "a key must be text", frame.keyOffset);
    frame.key = key;
  }

  #alias(event: AliasEvent): void {
    const offset = event.anchorStart - 1;
    const anchor = this.#anchors.get(this.#source.slice(event.anchorStart, event.anchorEnd));
    if (anchor === undefined) throw new Unreadable("syntax", "an alias names an anchor that is not defined above it", offset);
    if (!anchor.isComplete) throw new Unreadable("syntax", "an alias stands inside the value that it names", offset);
    this.#spend(1, anchor.size, offset);
    if (this.#frames.length + anchor.height > this.#limits.depth) throw new Unreadable("depth-limit", "nested too deep", offset);

    const frame = this.#frames.at(-1);
    if (frame?.kind === "map" && frame.key === undefined && !frame.isMerge) {
      frame.keyOffset = offset;
      return this.#setKey(frame, anchor.value, typeof anchor.value === "number" ? String(anchor.value) : "");
    }
    if (frame?.isMerge === true && Array.isArray(anchor.value))
      throw new Unreadable("syntax", "only mappings can be merged with `<<`", offset);
    this.#add(anchor.value, anchor.size, anchor.height, offset);
  }

  #add(value: Json, size: number, height: number, offset: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.size += size;
    if (height >= frame.height) frame.height = height + 1;
    if (frame.kind === "document") this.#result = value;
    else if (Array.isArray(frame.value)) frame.value.push(value);
    else if (frame.isMerge) this.#merge(frame, value, offset);
    else if (frame.key !== undefined) this.#put(frame, frame.value, frame.key, value);
  }

  #put(frame: Frame, target: Record<string, Json>, key: string, value: Json): void {
    if (++frame.keys > this.#limits.keys) throw new Unreadable("key-limit", "too many keys in one mapping", frame.keyOffset);
    if (Object.hasOwn(target, key)) this.#noteKey(frame, key);
    if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    else target[key] = value;
    frame.key = undefined;
  }

  /** `<<` writes over what stands above it, and is written over by what stands below: the order decides, unlike in the YAML merge proposal. */
  #merge(frame: Frame, value: Json, offset: number): void {
    frame.isMerge = false;
    const sources = Array.isArray(value) ? [...value].reverse() : [value];
    for (const from of sources) {
      if (typeof from !== "object" || from === null || Array.isArray(from))
        throw new Unreadable("syntax", "only mappings can be merged with `<<`", offset);
      const entries = Object.entries(from as Record<string, Json>);
      this.#spend(0, entries.length, offset);
      for (const [key, inner] of entries) this.#mergeKey(frame, key, inner);
    }
  }

  #mergeKey(frame: Frame, key: string, value: Json): void {
    const target = frame.value as Record<string, Json>;
    const isWritten = Object.hasOwn(target, key) && frame.merged?.has(key) !== true;
    if (isWritten && target[key] !== value)
      this.#report("merge-overrides", { key: key.slice(0, longestFact) }, [...this.#path(), key], frame.keyOffset);
    frame.merged ??= new Set();
    frame.merged.add(key);
    if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    else target[key] = value;
  }

  #anchor(event: Pick<ScalarEvent, "anchorStart" | "anchorEnd">, value: Json, isComplete: boolean): Anchor | undefined {
    if (event.anchorStart < 0) return undefined;
    this.#spend(1, 0, event.anchorStart);
    const anchor: Anchor = { value, size: 1, height: 0, isComplete };
    this.#anchors.set(this.#source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  /** Takes from what all documents of the file may have of anchors and aliases, and of values that aliases stand for. */
  #spend(aliases: number, expanded: number, offset: number): void {
    this.#spent.aliases += aliases;
    this.#spent.expanded += expanded;
    if (this.#spent.aliases > this.#limits.aliases || this.#spent.expanded > this.#limits.expanded)
      throw new Unreadable("alias-limit", "too many aliases", offset);
  }

  /** A key that is there already: written twice, unless `<<` brought it in. */
  #noteKey(frame: Frame, key: string): void {
    if (frame.merged?.delete(key) === true) return;
    if (this.#wantsOddity())
      this.#report("duplicate-key", { key: key.slice(0, longestFact) }, this.#path(), frame.keyOffset, this.#firstOffset(frame, key));
  }

  /** Where a key of an open mapping was written first. Searched only for a finding: keeping every offset would cost every document. */
  #firstOffset(frame: Frame, key: string): number {
    let depth = 0;
    let isKey = true;
    for (let at = frame.event + 1; at < this.#at; at++) {
      const event = this.#events[at];
      if (event?.type === EVENT_ID.POP) depth--;
      if (depth === 0 && isKey && event?.type === EVENT_ID.SCALAR) {
        const value = scalarValue(event, this.#source);
        const spelling = this.#source.slice(event.valueStart, event.valueEnd);
        if (value !== undefined && keyText(value, spelling) === key) return scalarOffset(event, this.#source);
      }
      if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) depth++;
      else if (depth === 0) isKey = !isKey;
    }
    return frame.keyOffset;
  }

  #odd(event: ScalarEvent, value: Json): void {
    const text = this.#source.slice(event.valueStart, event.valueEnd);
    const code = oddScalar(text, value);
    if (code !== undefined) this.#report(code, { text: text.slice(0, longestFact), value: String(value) }, this.#path(), event.valueStart);
  }

  #oddKey(frame: Frame, event: ScalarEvent): void {
    const text = this.#source.slice(event.valueStart, event.valueEnd);
    if (oddScalar(text, true) === "boolean-word")
      this.#report("boolean-key", { text, value: String(frame.key) }, this.#path(), frame.keyOffset);
  }

  #wantsOddity(): boolean {
    return this.#oddities !== undefined && this.#oddities.length < mostOddities;
  }

  #report(code: OddityCode, facts: Oddity["facts"], path: Path, offset: number, firstOffset?: number): void {
    if (!this.#wantsOddity()) return;
    this.#oddities?.push(firstOffset === undefined ? { code, facts, path, offset } : { code, facts, path, offset, firstOffset });
  }

  /** The path of the value that is being read. */
  #path(): Path {
    const open = this.#frames.filter((frame) => frame.kind !== "document");
    return open.flatMap((frame): Path => (Array.isArray(frame.value) ? [frame.value.length] : frame.key === undefined ? [] : [frame.key]));
  }
}
