import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/adapters/disk.ts";
import { diff } from "../../src/diff/index.ts";
import { load } from "../../src/load/index.ts";
import { objectsOf } from "../../src/model/desired.ts";
import { type JsonObject, objectAt } from "../../src/model/json.ts";
import type { Present, PrivateFacts } from "../../src/model/live.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import type { ClusterSurvey } from "../../src/model/survey.ts";
import { render } from "../../src/render/index.ts";
import { adoptions, living, type Scope } from "../../src/survey/index.ts";
import { bundledCharts, lightEngine } from "../support/charts.ts";
import { linesOf, now, surveyed } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

/** Every model of mesh, as it stands when it was applied, and as Helm would have installed it. */

const cases = join(import.meta.dirname, "../stages/render");

const models = readdirSync(cases)
  .sort()
  .filter((name) => !["unknown-version", "wrong-values"].includes(name));

async function scopeOf(name: string): Promise<Scope> {
  const repository = load(await readFolder(join(cases, name)));
  const { mesh } = repository;
  if (mesh === undefined) throw new Error(`${name} has no mesh`);
  return { mesh, desired: render(repository, await bundledCharts(repository), await lightEngine()), leaving: [] };
}

/** The mesh with every object there; remote secrets hold a good token. */
function surveyWith(
  { mesh, desired }: Scope,
  there: (manifest: Manifest) => Present,
  applied: (manifests: readonly Manifest[]) => readonly Manifest[],
) {
  const clusters = mesh.clusters.map(({ name }): [string, ClusterSurvey] => {
    const manifests = objectsOf(desired, name);
    return [name, surveyed({ objects: manifests.map(there), applied: applied(manifests) })];
  });
  return { at: now, clusters: new Map(clusters) };
}

function withToken(present: Present, manifest: Manifest): Present {
  if (manifest.id.kind !== "Secret") return present;
  const privates = Object.keys(objectAt(manifest.object, "stringData")).map(
    (path): PrivateFacts => ({
      kind: "token",
      path,
      subject: undefined,
      accountUid: undefined,
      issuedAt: now - 1_000,
      expiresAt: now + 1_000_000,
    }),
  );
  return { ...present, privates };
}

describe.each(models)("%s", (name) => {
  it("as it was applied needs no change", async () => {
    const scope = await scopeOf(name);
    const survey = surveyWith(
      scope,
      (manifest) => withToken(stored(manifest.object), manifest),
      (manifests) => manifests,
    );
    expect(linesOf(diff(scope.desired, living(scope, survey)))).toEqual([]);
  });

  it("as Helm installed it needs no change, and is adopted whole", async () => {
    const scope = adopting(await scopeOf(name));
    const survey = surveyWith(
      scope,
      (manifest) => withToken(stored(byHelm(manifest), [setBy("helm", byHelm(manifest), { operation: "Update" })]), manifest),
      () => [],
    );
    expect(linesOf(diff(scope.desired, living(scope, survey)))).toEqual([]);
    const wanted = scope.mesh.clusters.flatMap((cluster) => objectsOf(scope.desired, cluster.name));
    expect(adoptions(scope, survey).objects).toHaveLength(wanted.length);
  });
});

function adopting(scope: Scope): Scope {
  return { ...scope, mesh: { ...scope.mesh, clusters: scope.mesh.clusters.map((cluster) => ({ ...cluster, adopt: true })) } };
}

/** Without our label, with Helm's marks. */
function byHelm({ object }: Manifest): JsonObject {
  const metadata = objectAt(object, "metadata");
  const { "isthmus.dev/mesh": _, ...labels } = objectAt(metadata, "labels");
  const annotations = {
    ...objectAt(metadata, "annotations"),
    "meta.helm.sh/release-name": "istiod",
    "meta.helm.sh/release-namespace": "istio-system",
  };
  return { ...object, metadata: { ...metadata, labels: { ...labels, "app.kubernetes.io/managed-by": "Helm" }, annotations } };
}
