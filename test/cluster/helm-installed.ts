import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readFolder } from "../../src/adapters/disk.ts";
import { diff } from "../../src/diff/index.ts";
import { load } from "../../src/load/index.ts";
import { type Adoption, ownershipPatch } from "../../src/model/adoption.ts";
import type { Changes } from "../../src/model/change.ts";
import type { Chart } from "../../src/model/chart.ts";
import { classOf, objectsOf } from "../../src/model/desired.ts";
import { refOf } from "../../src/model/live.ts";
import { idKey } from "../../src/model/manifest.ts";
import { adoptions, living, type Scope, survey } from "../../src/survey/index.ts";
import type { LiveWorld } from "../../src/world.ts";
import { rendered } from "../support/charts.ts";
import type { BarePort } from "./bare-port.ts";

/** A mesh of a case folder, narrowed to one cluster, which is to be adopted. */
export async function scopeFor(model: string, cluster: string): Promise<Scope> {
  const repository = load(await readFolder(join(import.meta.dirname, "../stages/render", model)));
  const { mesh } = repository;
  if (mesh === undefined) throw new Error(`${model} has no mesh`);
  const desired = await rendered(repository);
  const clusters = mesh.clusters.filter(({ name }) => name === cluster).map((own) => ({ ...own, adopt: true }));
  return {
    mesh: { ...mesh, clusters },
    desired: { ...desired, classes: desired.classes.filter(({ members }) => members.includes(cluster)) },
    leaving: [],
  };
}

/** `helm install` of every release, by the real binary, as the charts' documentation says. */
export function installByHelm(helm: string, kubeconfig: string, { mesh, desired }: Scope): void {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-helm-"));
  const charts = new Map(desired.charts.map((chart) => [chart.name, unpacked(chart, join(folder, chart.name))]));
  for (const release of classOf(desired, mesh.clusters[0]?.name ?? "")?.releases ?? []) {
    const values = join(folder, `${release.name}.json`);
    writeFileSync(values, JSON.stringify(release.values));
    const chart = charts.get(release.chart) ?? release.chart;
    const where = ["-n", release.namespace, "--create-namespace", "--kubeconfig", kubeconfig];
    execFileSync(helm, ["install", release.name, chart, "-f", values, ...where], { stdio: "pipe" });
  }
}

function unpacked(chart: Chart, folder: string): string {
  for (const [file, text] of chart.files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** What a first run sees: what it would write, and what it would adopt. */
export async function look(
  port: BarePort,
  scope: Scope,
): Promise<{ readonly changes: Changes; readonly adopted: readonly Adoption[]; readonly records: readonly string[] }> {
  const world = { clock: { now: () => Date.now() }, clusters: { of: () => port } } as unknown as LiveWorld;
  const seen = await survey(world, scope);
  const { objects, releases } = adoptions(scope, seen);
  const records = releases.flatMap(({ release }) => release.records.map(({ name }) => name));
  return { changes: diff(scope.desired, living(scope, seen)), adopted: objects, records };
}

/** Takes the objects over as reconcile does: the books first, then an apply. */
export async function takeOver(port: BarePort, scope: Scope, adopted: readonly Adoption[]): Promise<void> {
  const wanted = new Map(
    scope.mesh.clusters.flatMap(({ name }) => objectsOf(scope.desired, name)).map((manifest) => [idKey(manifest.id), manifest]),
  );
  for (const { id } of adopted) {
    const manifest = wanted.get(idKey(id));
    if (manifest === undefined) continue;
    const ref = refOf(manifest.object, id);
    const live = await port.read(ref);
    const patch = live.kind === "present" ? ownershipPatch(live.object) : undefined;
    if (patch !== undefined) await port.patch(ref, patch);
    await port.apply(manifest.object, { force: true });
  }
}
