import type { Path } from "../model/json.ts";
import { canonical, valueAt } from "../model/json.ts";
import type { Place } from "../model/source.ts";
import type { PlannedRelease } from "./releases.ts";

/** Where a given value of a release was written: the nearest document that says it as it counts. Falls back to the cluster's values. */
export function placeOf(planned: PlannedRelease, path: Path, of: "key" | "value" = "value"): Place | undefined {
  const counted = canonical(valueAt(planned.given, path));
  const holds = planned.places.filter((place) => valueAt(place.values, path) !== undefined);
  // What nobody gave is looked for where something was given, rather than in a document without values.
  const any = planned.places.findLast(({ values }) => Object.keys(values).length > 0);
  const found = holds.find((place) => canonical(valueAt(place.values, path)) === counted) ?? holds[0] ?? any ?? planned.places.at(-1);
  return found?.source.place([...found.path, ...path], of);
}
