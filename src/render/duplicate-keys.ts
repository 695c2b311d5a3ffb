import { finding } from "../catalog/find.ts";
import { entryKey, listEntry } from "../catalog/list-keys.ts";
import type { Finding } from "../model/finding.ts";
import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { idText } from "../model/manifest.ts";
import type { Place } from "../model/source.ts";
import { placeOf } from "./places.ts";
import type { PlannedRelease } from "./releases.ts";
import { leaves } from "./tree.ts";

/**
 * A list that server-side apply would refuse: two entries under one key (reference 0.1 no. 8). Only in what charts print; files are judged by `validate`. `planned`: the
 * releases by name, for the place of the value that most likely added the second entry.
 */
export function duplicateListKeys(
  manifests: readonly Manifest[],
  planned: ReadonlyMap<string, PlannedRelease>,
  clusters: readonly string[],
): readonly Finding[] {
  return manifests.flatMap((manifest) => {
    if (manifest.origin.kind !== "chart" || manifest.id.kind === "CustomResourceDefinition") return [];
    const { release, template } = manifest.origin;
    return repeated(manifest, "", manifest.object).map(({ path, key }) => {
      const source = givenPlace(planned.get(release), key);
      return finding("duplicate-list-key", { object: idText(manifest.id), path, key, release, template }, { source, clusters });
    });
  });
}

/** Where a key of that name was given, as charts turn the keys of a mapping into entries; else where the release was given anything. */
function givenPlace(planned: PlannedRelease | undefined, key: string): Place | undefined {
  if (planned === undefined) return undefined;
  const path = leaves(planned.given).find((leaf) => JSON.stringify(leaf.path.at(-1)) === key)?.path;
  return placeOf(planned, path ?? [], "key");
}

interface Repeat {
  readonly path: string;
  readonly key: string;
}

function repeated(manifest: Manifest, path: string, value: Json): readonly Repeat[] {
  if (isList(value)) return [...repeatedHere(manifest, path, value), ...value.flatMap((entry) => repeated(manifest, `${path}[]`, entry))];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    entry === undefined ? [] : repeated(manifest, path === "" ? key : `${path}.${key}`, entry),
  );
}

/** By the first alternative of keys that every entry has: that is the one the API server merges by. */
function repeatedHere({ id }: Manifest, path: string, list: readonly Json[]): readonly Repeat[] {
  const keys = listEntry(id, path)?.keys.find((alternative) => list.every((entry) => entryKey(entry, alternative) !== undefined));
  if (keys === undefined) return [];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const entry of list) {
    const key = entryKey(entry, keys) ?? "";
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice].map((key) => ({ path, key: key.slice(1, -1) }));
}
