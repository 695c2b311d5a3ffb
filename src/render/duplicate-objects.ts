import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { canonical, objectAt } from "../model/json.ts";
import type { Manifest, Origin } from "../model/manifest.ts";
import { idKey, idText } from "../model/manifest.ts";

/** Objects by identity, each once. */
interface Unique {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly Finding[];
}

/** The first of several with one identity stays; a namespace that `config/` also has gets its labels and annotations; anything else is a finding. */
export function uniqueObjects(manifests: readonly Manifest[], clusters: readonly string[]): Unique {
  const byKey = new Map<string, Manifest>();
  const findings: Finding[] = [];
  for (const manifest of manifests) {
    const key = idKey(manifest.id);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, manifest);
    else if (isSharedNamespace(first, manifest)) {
      byKey.set(key, withMetadataOf(first, manifest));
      findings.push(...contradictedMetadata(first, manifest, clusters));
    } else if (canonical(first.object) !== canonical(manifest.object)) findings.push(definedTwice(first, manifest, clusters));
  }
  return { manifests: [...byKey.values()], findings };
}

function isSharedNamespace(first: Manifest, second: Manifest): boolean {
  return first.id.kind === "Namespace" && first.id.group === "" && first.origin.kind === "derived" && second.origin.kind === "config";
}

const parts = ["labels", "annotations"] as const;

/** Labels and annotations of both; what Istio reads off the namespace stays as derived. */
function withMetadataOf(first: Manifest, second: Manifest): Manifest {
  const metadata: Record<string, Json> = { name: first.id.name };
  for (const part of parts) {
    const both = { ...objectAt(second.object, "metadata", part), ...objectAt(first.object, "metadata", part) };
    if (Object.keys(both).length > 0) metadata[part] = both;
  }
  const object: JsonObject = { ...second.object, ...first.object, metadata };
  return { ...first, object };
}

function contradictedMetadata(first: Manifest, second: Manifest, clusters: readonly string[]): readonly Finding[] {
  if (second.origin.kind !== "config") return [];
  const { source } = second.origin;
  return parts.flatMap((part) => {
    const ours = objectAt(first.object, "metadata", part);
    return Object.entries(objectAt(second.object, "metadata", part))
      .filter(([key, value]) => ours[key] !== undefined && ours[key] !== value)
      .map(([key, value]) =>
        finding(
          "derived-value-contradicted",
          {
            key: `metadata.${part}.${key}`,
            given: JSON.stringify(value),
            derived: `makes it ${JSON.stringify(ours[key])}`,
            of: idText(first.id),
          },
          { source: source.place(["metadata", part, key]), clusters },
        ),
      );
  });
}

function definedTwice(first: Manifest, second: Manifest, clusters: readonly string[]): Finding {
  const written = [second.origin, first.origin].find((origin) => origin.kind === "config");
  return finding(
    "object-defined-twice",
    { object: idText(first.id), first: originText(first.origin), second: originText(second.origin) },
    { source: written?.kind === "config" ? written.source.place(["metadata", "name"]) : undefined, clusters },
  );
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case "chart":
      return `release ${origin.release} (${origin.template})`;
    case "config":
      return origin.source.file;
    case "derived":
      return "the mesh document";
  }
}
