import { type AliasEvent, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Json } from "../model/json.ts";
import { type Anchor, Anchors, type Cost } from "./anchors.ts";
import { documentOpening, type Frame, firstOffset, frameOf, type Opening, pathOf, setOwn, wantsKey } from "./frames.ts";
import { Noted, type Oddity } from "./noted.ts";
import { isMergeKey, scalarOffset, scalarValue } from "./scalar.ts";
import { keyText } from "./schema.ts";
import { keyRefusal, scalarRefusal } from "./strict.ts";
import { Unreadable } from "./unreadable.ts";

/**
 * The value of the first document in `events`, read as Kubernetes reads it. Mappings and lists that an alias repeats are one and the same object.
 * @throws Unreadable
 */
export function build(events: readonly Event[], source: string, cost: Cost, oddities?: Oddity[]): Json {
  return new Builder(events, source, cost, oddities).run();
}

/** A class because a dozen small steps share the stack of open collections; it lives for one document. */
class Builder {
  readonly #events: readonly Event[];
  readonly #source: string;
  readonly #mostKeys: number;
  readonly #anchors: Anchors;
  readonly #noted: Noted;
  readonly #frames: Frame[] = [];
  #result: Json = null;
  /** Index of the event that is being read. */
  #at = 0;

  constructor(events: readonly Event[], source: string, cost: Cost, oddities: Oddity[] | undefined) {
    this.#events = events;
    this.#source = source;
    this.#mostKeys = cost.limits.keys;
    this.#anchors = new Anchors(cost);
    this.#noted = new Noted(oddities);
  }

  run(): Json {
    for (; this.#at < this.#events.length; this.#at++) {
      const event = this.#events[this.#at];
      if (event === undefined) break;
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#open("document", documentOpening);
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

  #open(kind: Frame["kind"], opening: Opening): void {
    const parent = this.#frames.at(-1);
    if (wantsKey(parent)) throw new Unreadable("syntax", "a key must be text", opening.start);
    const value = kind === "map" ? {} : [];
    const anchor = this.#anchor(opening, value, false);
    this.#frames.push(frameOf(kind, opening, { parent, value, anchor, event: this.#at }));
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
    if (wantsKey(frame)) return this.#key(frame, event);
    const value = this.#checked(event, scalarRefusal(event, this.#source, frame?.isFlow === true));
    if (value === undefined) throw new Unreadable("syntax", refusedScalar, event.valueStart);
    this.#anchor(event, value, true);
    if (typeof value !== "string" && event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0)
      this.#noted.scalar(this.#spelling(event), value, this.#where(event.valueStart));
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
    if (value !== undefined) this.#anchor(event, value, true);
    this.#setKey(frame, value, typeof value === "string" ? value : this.#spelling(event));
    if (typeof value === "boolean" && event.style === SCALAR_STYLE.PLAIN)
      this.#noted.booleanKey(this.#spelling(event), frame.key, this.#where(frame.keyOffset));
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
    const { value, size, height } = this.#anchors.find(this.#nameOf(event), this.#frames.length, offset);
    const frame = this.#frames.at(-1);
    if (wantsKey(frame)) {
      frame.keyOffset = offset;
      return this.#setKey(frame, value, typeof value === "number" ? String(value) : "");
    }
    if (frame?.isMerge === true && Array.isArray(value)) throw new Unreadable("syntax", onlyMappings, offset);
    this.#add(value, size, height, offset);
  }

  #add(value: Json, size: number, height: number, offset: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.size += size;
    if (height >= frame.height) frame.height = height + 1;
    if (frame.kind === "document") this.#result = value;
    else if (Array.isArray(frame.value)) frame.value.push(value);
    else if (frame.isMerge) this.#merge(frame, frame.value, value, offset);
    else if (frame.key !== undefined) this.#put(frame, frame.value, frame.key, value);
  }

  #put(frame: Frame, target: Record<string, Json>, key: string, value: Json): void {
    if (++frame.keys > this.#mostKeys) throw new Unreadable("key-limit", "too many keys in one mapping", frame.keyOffset);
    if (Object.hasOwn(target, key)) this.#noteKey(frame, key);
    setOwn(target, key, value);
    frame.key = undefined;
  }

  /** `<<` writes over what stands above it, and is written over by what stands below: the order decides, unlike in the YAML merge proposal. */
  #merge(frame: Frame, target: Record<string, Json>, value: Json, offset: number): void {
    frame.isMerge = false;
    const sources = Array.isArray(value) ? [...value].reverse() : [value];
    for (const from of sources) {
      if (typeof from !== "object" || from === null || Array.isArray(from)) throw new Unreadable("syntax", onlyMappings, offset);
      const entries = Object.entries(from as Record<string, Json>);
      this.#anchors.spend({ aliases: 0, expanded: entries.length }, offset);
      for (const [key, inner] of entries) this.#mergeKey(frame, target, key, inner);
    }
  }

  #mergeKey(frame: Frame, target: Record<string, Json>, key: string, value: Json): void {
    const isWritten = Object.hasOwn(target, key) && frame.merged?.has(key) !== true;
    if (isWritten && target[key] !== value)
      this.#noted.overridden(key, { path: () => [...pathOf(this.#frames), key], offset: frame.keyOffset });
    frame.merged ??= new Set();
    frame.merged.add(key);
    setOwn(target, key, value);
  }

  /** A key that is there already: written twice, unless `<<` brought it in. */
  #noteKey(frame: Frame, key: string): void {
    if (frame.merged?.delete(key) === true) return;
    this.#noted.duplicate(key, this.#where(frame.keyOffset), () =>
      firstOffset(frame, key, { events: this.#events, source: this.#source, until: this.#at }),
    );
  }

  #anchor(event: Pick<ScalarEvent, "anchorStart" | "anchorEnd">, value: Json, isComplete: boolean): Anchor | undefined {
    if (event.anchorStart < 0) return undefined;
    const anchor: Anchor = { value, size: 1, height: 0, isComplete };
    this.#anchors.define(this.#nameOf(event), anchor, event.anchorStart);
    return anchor;
  }

  #nameOf(event: Pick<ScalarEvent, "anchorStart" | "anchorEnd">): string {
    return this.#source.slice(event.anchorStart, event.anchorEnd);
  }

  #spelling(event: ScalarEvent): string {
    return this.#source.slice(event.valueStart, event.valueEnd);
  }

  #where(offset: number) {
    return { path: () => pathOf(this.#frames), offset };
  }
}

const refusedScalar = "a value that Kubernetes cannot read: its tag does not fit, or it is not a finite number";
const onlyMappings = "only mappings can be merged with `<<`";
