import { createRoot, createSigners } from "../../../src/adapters/signer/index.ts";
import { diff } from "../../../src/diff/index.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { byId } from "../../../src/model/manifest.ts";
import type { Mesh } from "../../../src/model/mesh.ts";
import type { Run, RunEvent } from "../../../src/model/outcome.ts";
import type { Unmet } from "../../../src/model/prerequisite.ts";
import type { Study } from "../../../src/model/study.ts";
import { plan } from "../../../src/plan/index.ts";
import { type Job, reconcile } from "../../../src/reconcile/index.ts";
import { adoptions, dueIn, living, prerequisites, renewalsIn, survey } from "../../../src/survey/index.ts";
import type { ClusterApi, Clusters, Endpoint, LiveWorld } from "../../../src/world.ts";
import { desired } from "../../support/desired.ts";
import { repository, study } from "../../support/study.ts";
import { FakeApi, type Fate, type Request } from "./api.ts";
import { FakeClock } from "./clock.ts";
import { objectsFor } from "./mesh.ts";
import type { Store } from "./store.ts";

const start = Date.parse("2026-11-23T10:00:00Z");

const authority = await createRoot({ organization: "shop", name: "root", days: 3650, at: start });

/** A process that talks to these servers: its own clock, its own fate, and a record of what it asked. */
export interface Process {
  readonly world: LiveWorld;
  readonly clock: FakeClock;
  readonly requests: Request[];
  readonly events: RunEvent[];
}

const untouched: Fate = { before: async () => undefined, after: async () => undefined };

export interface Options {
  readonly fate?: Fate;
  /** Other roots and keys than the usual one's. */
  readonly environment?: { readonly ROOT_CERT: string; readonly ROOT_KEY: string };
  /** When the process starts, in milliseconds after the first. */
  readonly at?: number;
  /** What a new token or another address meets; default: the same server. */
  readonly by?: (endpoint: Endpoint) => ClusterApi | undefined;
}

export function processOver(stores: readonly Store[], options: Options = {}): Process {
  const clock = new FakeClock(start + (options.at ?? 0));
  const requests: Request[] = [];
  const events: RunEvent[] = [];
  const fate = options.fate ?? untouched;
  const recorded: Fate = {
    before: (request) => {
      requests.push(request);
      return fate.before(request);
    },
    after: fate.after,
  };
  const apis = new Map(stores.map((store) => [store.name, new FakeApi(store, recorded, () => clock.monotonic())]));
  const api = (name: string): FakeApi => {
    const found = apis.get(name);
    if (found === undefined) throw new Error(`no server ${name}`);
    return found;
  };
  const clusters: Clusters = {
    of: ({ name }) => api(name),
    by: (endpoint) => options.by?.(endpoint) ?? api(endpoint.cluster),
    close: async () => undefined,
  };
  const environment = options.environment ?? { ROOT_CERT: authority.certificate.pem, ROOT_KEY: authority.key.open() };
  const signers = createSigners({ folder: "/", env: environment, clock });
  const world: LiveWorld = {
    files: { read: () => Promise.reject(new Error("not here")) },
    charts: { fetch: () => Promise.reject(new Error("not here")), engine: () => Promise.reject(new Error("not here")) },
    clusters,
    signers: {
      of: (mesh) => {
        const signer = signers.of(mesh);
        return { roots: () => clock.during(signer.roots()), issue: (request) => clock.during(signer.issue(request)) };
      },
    },
    wire: { handshake: async () => ({ kind: "refused", why: "closed" }) },
    clock,
    watch: (event) => events.push(event),
  };
  return { world, clock, requests, events };
}

/** What is wanted: the mesh, and configuration by cluster. `leaving` are clusters that were in it before. */
export interface Wanted {
  readonly mesh: Mesh;
  readonly before?: Mesh;
  readonly config?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Only certificates, and of these clusters. */
  readonly renew?: readonly string[];
  /** Only what is due. */
  readonly isDueOnly?: boolean;
}

/** Everything up to the plan, as the pipeline does it. */
export async function studied(
  { world }: Process,
  { mesh, before, config = {}, renew, isDueOnly = false }: Wanted,
): Promise<Pick<Job, "study" | "survey" | "adoptions">> {
  const wanted = desired(
    Object.fromEntries(mesh.clusters.map((own) => [own.name, [...objectsFor(mesh, own, config[own.name] ?? [])].sort(byId)])),
  );
  const leaving = before?.clusters.filter(({ name }) => mesh.clusters.every((other) => other.name !== name)) ?? [];
  const scope = { mesh, desired: wanted, leaving, ...(renew === undefined ? {} : { renew }) };
  const seen = await survey(world, scope);
  const baseline = living(scope, seen);
  const head = repository({ mesh });
  const base = before && repository({ mesh: before });
  const all = diff(wanted, baseline);
  const changes = isDueOnly ? dueIn(all, seen) : renew === undefined ? all : renewalsIn(all, renew);
  const intended = plan({ head, base, desired: wanted, baseline, changes });
  const whole: Study = { ...study(), head, base, desired: wanted, baseline, changes, plan: intended };
  return { study: whole, survey: seen, adoptions: adoptions(scope, seen) };
}

let runs = 0;

/** Studies and carries out, as `isthmus apply` does. */
export async function applied(process: Process, wanted: Wanted, parts: Partial<Job> = {}): Promise<Run> {
  const { study, ...rest } = await studied(process, wanted);
  const identity = { id: `run-${++runs}`, by: "a test", planDigest: study.plan.digest.plan, commit: undefined };
  return reconcile(process.world, { study, ...rest, identity, force: false, stop: new AbortController().signal, ...parts });
}

/** What stands in the way of it, before anything is written. */
export async function unmetFor(process: Process, wanted: Wanted): Promise<readonly Unmet[]> {
  const { study, survey: seen } = await studied(process, wanted);
  return prerequisites(
    process.world,
    { mesh: wanted.mesh, desired: study.desired, leaving: [], renew: wanted.renew ?? [] },
    study.plan,
    seen,
  );
}

/** What requests changed something, as `<cluster> <verb> <id>`. */
export function writesOf({ requests }: Process): readonly string[] {
  return requests.filter(({ writes }) => writes).map(({ cluster, verb, id }) => `${cluster} ${verb} ${id}`);
}
