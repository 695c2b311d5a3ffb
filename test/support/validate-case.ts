import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createCharts } from "../../src/adapters/charts/index.ts";
import { diff } from "../../src/diff/index.ts";
import { load, loadPlain } from "../../src/load/index.ts";
import { type Chart, type ChartRequest, chartKey, type Engine, type Rendering } from "../../src/model/chart.ts";
import type { Desired, ReleaseRecord } from "../../src/model/desired.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { byId, idOf, type Manifest } from "../../src/model/manifest.ts";
import type { Plan, Step } from "../../src/model/plan.ts";
import { Problem } from "../../src/model/problem.ts";
import type { Repository } from "../../src/model/repository.ts";
import type { Tree } from "../../src/model/tree.ts";
import { plan } from "../../src/plan/index.ts";
import { chartsNeeded, plainRequest, render, renderPlain } from "../../src/render/index.ts";
import type { ValidateInput } from "../../src/validate/index.ts";
import { readValues } from "../../src/yaml/index.ts";

/**
 * A case of the stage: a folder that is read as a repository. With `mesh.yaml` it is a mesh, else plain files of one cluster. With `rendered/<cluster>.yaml`
 * these objects stand for what charts render there (mistakes the render stage does not make), with the releases of `releases.yaml`; without it the real engine
 * renders. `base/` is the same at the base; `plan.yaml` holds steps in place of those the plan stage makes.
 */
export async function inputOf(folder: string, planOf: typeof plan = plan): Promise<ValidateInput> {
  const baseFolder = join(folder, "base");
  const head = await sideOf(folder);
  const base = existsSync(baseFolder) ? await sideOf(baseFolder) : undefined;
  const sides = { head: head.repository, base: base?.repository, desired: head.desired, baseline: base?.desired };
  const changes = diff(head.desired, base?.desired);
  const steps = join(folder, "plan.yaml");
  const isReal = existsSync(join(folder, "mesh.yaml")) && !existsSync(join(folder, "rendered"));
  const given = existsSync(steps) ? { ...nothing, steps: stepsIn(readFileSync(steps, "utf8")) } : nothing;
  const intended = isReal ? planOf({ ...sides, changes }) : given;
  return { ...sides, changes, plan: intended, at: Date.parse("2026-11-23T12:00:00Z") };
}

const nothing: Plan = { steps: [], waves: [], guards: [], deletions: new Map(), kept: [], digest: { plan: "", clusters: new Map() } };

/** A finding as one line of `expected.txt`. */
export function lineOf({ source, severity, message, rule, clusters, accepted }: Finding): string {
  const place = source === undefined ? "-" : `${source.file}:${source.line}:${source.column}`;
  const where = clusters.length === 0 ? "" : ` (${clusters.join(", ")})`;
  return `${place} ${severity} ${message} [${rule}]${where}${accepted === undefined ? "" : ` accepted until ${accepted.until}: ${accepted.reason}`}`;
}

interface Side {
  readonly repository: Repository;
  readonly desired: Desired;
}

const charts = createCharts();
let engine: Promise<Engine> | undefined;

/** Helm's engine, started once; what it rendered for the same release it does not render again, because most cases share theirs. */
function sharedEngine(): Promise<Engine> {
  engine ??= charts.engine().then((real) => {
    const known = new Map<string, Rendering>();
    return {
      version: real.version,
      render: (release) => {
        const key = JSON.stringify([
          release.chart.digest,
          release.name,
          release.namespace,
          release.values,
          release.isUpgrade,
          release.kubeVersion,
        ]);
        const made = known.get(key) ?? real.render(release);
        known.set(key, made);
        return made;
      },
    };
  });
  return engine;
}

async function sideOf(folder: string): Promise<Side> {
  const tree = treeOf(folder);
  if (!existsSync(join(folder, "mesh.yaml"))) return plainSide(tree);
  const repository = load(tree);
  if (existsSync(join(folder, "rendered"))) return { repository, desired: handmade(folder, repository) };
  const needed = repository.mesh === undefined ? [] : chartsNeeded(repository.mesh);
  return { repository, desired: render(repository, await fetched(needed, tree), await sharedEngine()) };
}

let plainDefinitions: Promise<readonly Manifest[]> | undefined;

/** The CRDs of plain files are the same for all of them: rendered and read once, by the stage itself. */
async function plainSide(tree: Tree): Promise<Side> {
  const repository = loadPlain(tree);
  plainDefinitions ??= definitionsOf(repository, tree);
  const manifests = [...(await plainDefinitions), ...(repository.config.get("cluster") ?? [])].sort(byId);
  const only = { members: ["cluster"], manifests, symbols: new Map(), releases: [], gaps: [] };
  return { repository, desired: { classes: [only], engine: "shared", charts: [], findings: [] } };
}

async function definitionsOf(repository: Repository, tree: Tree): Promise<readonly Manifest[]> {
  const needed = repository.mesh === undefined ? [] : [plainRequest(repository.mesh)];
  const desired = renderPlain(repository, await fetched(needed, tree), await sharedEngine());
  return desired.classes.flatMap((owner) => owner.manifests).filter(({ id }) => id.kind === "CustomResourceDefinition");
}

async function fetched(requests: readonly ChartRequest[], tree: Tree): Promise<ReadonlyMap<string, Chart | Problem>> {
  const entries = requests.map(async (request): Promise<[string, Chart | Problem]> => {
    return [chartKey(request), await charts.fetch(request, { tree, locked: undefined }).catch(problemOnly)];
  });
  return new Map(await Promise.all(entries));
}

function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

const notPartOfIt = /^(?:base|rendered)\/|^(?:expected\.txt|releases\.yaml|plan\.yaml)$/u;

function treeOf(folder: string): Tree {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !notPartOfIt.test(path));
  return {
    commit: undefined,
    entries: paths.sort().map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return { kind: "file", path, size: Buffer.byteLength(text), text } as const;
    }),
  };
}

/** Each cluster a class of its own, with the objects of its file and those that were placed there. */
function handmade(folder: string, { mesh, config }: Repository): Desired {
  const releasesFile = join(folder, "releases.yaml");
  const given = existsSync(releasesFile)
    ? (readValues(readFileSync(releasesFile, "utf8"))[0] as Record<string, { chart: string; values: JsonObject }[]>)
    : {};
  const classes = (mesh?.clusters ?? []).map(({ name }) => {
    const file = join(folder, "rendered", `${name}.yaml`);
    const objects = existsSync(file) ? (readValues(readFileSync(file, "utf8")) as readonly JsonObject[]) : [];
    const manifests = [...objects.map((object) => renderedManifest(object)), ...(config.get(name) ?? [])].sort(byId);
    const releases = (given[name] ?? [{ chart: "base", values: {} }]).map(releaseOf);
    return { members: [name], manifests, symbols: new Map([[name, new Map<string, string>()]]), releases, gaps: [] };
  });
  return { classes, engine: "none", charts: [], findings: [] };
}

function renderedManifest(object: JsonObject): Manifest {
  const origin = {
    kind: "chart",
    release: idOf(object).name,
    chart: "gateway",
    version: "1.31.0",
    template: "templates/object.yaml",
  } as const;
  return { id: idOf(object), object, origin, stage: "install" };
}

function releaseOf({ chart, values }: { readonly chart: string; readonly values: JsonObject }): ReleaseRecord {
  const names = { name: chart, namespace: "istio-system", chart, version: "1.31.0", digest: `sha256:${"0".repeat(64)}` };
  return { ...names, values, isUpgrade: false, kubeVersion: "v1.35.0", stage: "install" };
}

function stepsIn(text: string): Plan["steps"] {
  return (readValues(text)[0] as unknown as Partial<Step>[]).map((step) => ({
    id: "",
    kind: "config",
    stage: "install",
    clusters: [],
    after: [],
    writes: [],
    gate: undefined,
    wave: 1,
    irreversible: undefined,
    ...step,
  }));
}
