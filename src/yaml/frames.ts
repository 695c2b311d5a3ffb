import { COLLECTION_STYLE, EVENT_ID, type Event, type MappingEvent, type SequenceEvent } from "js-yaml";
import type { Json, Path } from "../model/json.ts";
import type { Anchor } from "./anchors.ts";
import { scalarOffset, scalarValue } from "./scalar.ts";
import { keyText } from "./schema.ts";

/** A collection that is being read. */
export interface Frame {
  readonly kind: "document" | "list" | "map";
  /** In brackets, it or one around it. */
  readonly isFlow: boolean;
  readonly value: Json[] | Record<string, Json>;
  readonly anchor: Anchor | undefined;
  readonly offset: number;
  /** Index of the event that opened it. */
  readonly event: number;
  key: string | undefined;
  keyOffset: number;
  isMerge: boolean;
  /** Keys that came in by `<<`: they may be written again without being duplicates. Made when first needed. */
  merged: Set<string> | undefined;
  size: number;
  height: number;
  /** Keys so far, of a mapping. */
  keys: number;
}

/** The event that opens a collection, as far as it is asked. */
export type Opening = Pick<SequenceEvent | MappingEvent, "start" | "anchorStart" | "anchorEnd" | "style">;

/** The document itself, around its one value. */
export const documentOpening: Opening = { start: 0, anchorStart: -1, anchorEnd: -1, style: COLLECTION_STYLE.BLOCK };

/** An empty collection. `event`: the index of what opened it. */
export function frameOf(
  kind: Frame["kind"],
  { start, style }: Opening,
  { parent, value, anchor, event }: { parent: Frame | undefined } & Pick<Frame, "value" | "anchor" | "event">,
): Frame {
  const isFlow = style === COLLECTION_STYLE.FLOW || parent?.isFlow === true;
  const empty = { key: undefined, keyOffset: start, isMerge: false, merged: undefined, size: 1, height: 1, keys: 0 };
  return { kind, isFlow, value, anchor, offset: start, event, ...empty };
}

/** True for a mapping whose next scalar is a key. */
export function wantsKey(frame: Frame | undefined): frame is Frame & { readonly kind: "map" } {
  return frame?.kind === "map" && frame.key === undefined && !frame.isMerge;
}

/** The path of the value that is being read in the innermost of the open collections. */
export function pathOf(frames: readonly Frame[]): Path {
  const open = frames.filter((frame) => frame.kind !== "document");
  return open.flatMap((frame): Path => (Array.isArray(frame.value) ? [frame.value.length] : frame.key === undefined ? [] : [frame.key]));
}

/** Sets a property of data, whatever its name. */
export function setOwn(target: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** Where a key of an open mapping was written first, before the event `until`. Searched only for a finding: keeping every offset would cost every document. */
export function firstOffset(frame: Frame, key: string, read: { events: readonly Event[]; source: string; until: number }): number {
  const { events, source, until } = read;
  let depth = 0;
  let isKey = true;
  for (let at = frame.event + 1; at < until; at++) {
    const event = events[at];
    if (event?.type === EVENT_ID.POP) depth--;
    if (depth === 0 && isKey && event?.type === EVENT_ID.SCALAR) {
      const value = scalarValue(event, source);
      const spelling = source.slice(event.valueStart, event.valueEnd);
      if (value !== undefined && keyText(value, spelling) === key) return scalarOffset(event, source);
    }
    if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) depth++;
    else if (depth === 0) isKey = !isKey;
  }
  return frame.keyOffset;
}
