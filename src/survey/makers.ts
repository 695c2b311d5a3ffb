import { writerOf } from "../model/field-managers.ts";
import type { Present } from "../model/live.ts";
import { isOurs, managersOf } from "../model/ownership.ts";
import { helmReleaseOf } from "./helm-releases.ts";

/** Who made an object, as its books say: `Helm release istio-system/istiod`, `kubectl`. */
export function makersOf(live: Present): string {
  const release = helmReleaseOf(live);
  if (release !== undefined) return `Helm release ${release.namespace}/${release.name}`;
  const names = managersOf(live)
    .filter((entry) => entry.subresource === "" && !isOurs(entry))
    .map(({ manager }) => writerOf(manager)?.name ?? manager);
  return names.length === 0 ? "by nobody who says so" : [...new Set(names)].join(", ");
}
