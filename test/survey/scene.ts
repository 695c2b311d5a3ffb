import { normalText } from "../../src/catalog/normal-form.ts";
import { diff } from "../../src/diff/index.ts";
import type { Changes } from "../../src/model/change.ts";
import type { Desired } from "../../src/model/desired.ts";
import { sha256 } from "../../src/model/digest.ts";
import { isObject, type JsonObject, textAt } from "../../src/model/json.ts";
import type { Live, Present } from "../../src/model/live.ts";
import { idKey, idOf, type Manifest } from "../../src/model/manifest.ts";
import type { Cluster, Mesh } from "../../src/model/mesh.ts";
import type { ClusterSurvey, InventoryEntry, Survey, Surveyed } from "../../src/model/survey.ts";
import { living, type Scope } from "../../src/survey/index.ts";
import { readValues } from "../../src/yaml/index.ts";
import { desired } from "../support/desired.ts";
import { cluster, manifest, mesh } from "../support/study.ts";

/** The moment of every survey in these tests. */
export const now = Date.parse("2026-11-23T12:00:00Z");

/** A live cluster: what is there, and what we remember of it. */
export interface LiveParts {
  readonly objects?: readonly (Present | readonly [Manifest, Live])[];
  /** What the inventory says: manifests as they were applied, with the UID of the object that is there. */
  readonly applied?: readonly Manifest[];
  readonly seen?: Partial<Surveyed>;
}

export function surveyed({ objects = [], applied, seen = {} }: LiveParts): Surveyed {
  const byKey = new Map<string, Live>(
    objects.map((entry) => ("kind" in entry ? [idKey(idOf(entry.object)), entry] : [idKey(entry[0].id), entry[1]])),
  );
  const inventory = applied && { mesh: "shop", entries: applied.map((manifest) => entryOf(manifest, byKey.get(idKey(manifest.id)))) };
  return {
    kind: "surveyed",
    server: { url: "https://192.0.2.10:6443", ca: undefined, version: "v1.35.1", clockSkewMs: 0, user: "isthmus" },
    objects: byKey,
    inventory,
    ledger: undefined,
    lease: undefined,
    addresses: new Map(),
    ...seen,
  };
}

export function entryOf(applied: Manifest, live: Live | undefined): InventoryEntry {
  const uid = live?.kind === "present" ? (textAt(live.object, "metadata", "uid") ?? "") : "gone";
  return { id: applied.id, apiVersion: textAt(applied.object, "apiVersion") ?? "", uid, applied: sha256(normalText(applied)) };
}

/** A mesh whose cluster `east` wants these objects, and what is there. */
export interface Scene {
  readonly wanted: readonly Manifest[];
  readonly live: LiveParts;
  readonly cluster?: Partial<Cluster>;
  readonly mesh?: Partial<Mesh>;
  readonly desired?: Partial<Desired>;
  /** Other clusters of the mesh, by name: what was read of them; they want nothing. */
  readonly others?: Readonly<Record<string, ClusterSurvey>>;
}

export function sceneOf(scene: Scene): { readonly scope: Scope; readonly survey: Survey } {
  const others = Object.keys(scene.others ?? {});
  const members = [cluster("east", scene.cluster), ...others.map((name) => cluster(name))];
  const wanted = desired({ east: scene.wanted.map(labelled), ...Object.fromEntries(others.map((name) => [name, []])) }, scene.desired);
  const scope: Scope = { mesh: mesh(members, scene.mesh), desired: wanted, leaving: [] };
  const clusters = new Map<string, ClusterSurvey>([["east", surveyed(scene.live)], ...Object.entries(scene.others ?? {})]);
  return { scope, survey: { at: now, clusters } };
}

/** What would be written. */
export function changesOf(scene: Scene): Changes {
  const { scope, survey } = sceneOf(scene);
  return diff(scope.desired, living(scope, survey));
}

/** Changes as short lines: `update Deployment istio-system/istiod: spec.replicas 3 -> 2`. */
export function linesOf({ changes }: Changes): readonly string[] {
  return changes.flatMap(({ kind, id, fields, why }) => {
    const name = `${kind} ${id.kind} ${id.namespace === "" ? "" : `${id.namespace}/`}${id.name}`;
    if (fields.length === 0) return [why === undefined ? name : `${name}: ${why}`];
    return fields.map(({ path, before, after }) => `${name}: ${path} ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
  });
}

/** With our label, as render makes every object. */
export function labelled(wanted: Manifest): Manifest {
  const metadata = isObject(wanted.object["metadata"]) ? wanted.object["metadata"] : {};
  const labels = isObject(metadata["labels"]) ? metadata["labels"] : {};
  return { ...wanted, object: { ...wanted.object, metadata: { ...metadata, labels: { ...labels, "isthmus.dev/mesh": "shop" } } } };
}

/** A wanted object from YAML, with our label. */
export function wanting(yaml: string, parts: Parameters<typeof manifest>[1] = {}): Manifest {
  return labelled(manifest(yaml, parts));
}

/** An object from YAML, as it is. */
export function objectOf(yaml: string): JsonObject {
  const [value] = readValues(yaml);
  if (!isObject(value)) throw new Error(`not an object: ${yaml}`);
  return value;
}
