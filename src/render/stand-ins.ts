import { substituteIn } from "../model/desired.ts";
import { holesIn } from "../model/hole.ts";
import type { JsonObject } from "../model/json.ts";

/**
 * Templates branch on the shape of an address, so while they run something of the right shape stands in a hole's place: an address from the range reserved for
 * tests between networks, or a name under a domain that can never exist. Afterwards the hole is put back wherever the stand-in turns up.
 */
export function standInsFor(values: JsonObject): ReadonlyMap<string, string> {
  const holes = [...new Set(holesIn(JSON.stringify(values)))];
  return new Map(holes.map((hole, index) => [hole, standIn(hole, index + 1)]));
}

function standIn(hole: string, number: number): string {
  return hole.startsWith("⟦ip ") ? `198.19.255.${number}` : `stand-in-${number}.isthmus.invalid`;
}

/** The values with stand-ins in place of holes. */
export function filled(values: JsonObject, standIns: ReadonlyMap<string, string>): JsonObject {
  return standIns.size === 0 ? values : (substituteIn(values, standIns) as JsonObject);
}

/** The text with every key of `replacements` replaced. Longer keys first, so that `…255.12` is not taken for `…255.1`. */
export function replaced(text: string, replacements: Iterable<readonly [string, string]>): string {
  let result = text;
  for (const [from, to] of [...replacements].sort(([a], [b]) => b.length - a.length)) result = result.replaceAll(from, to);
  return result;
}
