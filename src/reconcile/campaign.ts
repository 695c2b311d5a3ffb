import { type Desired, objectsOf } from "../model/desired.ts";
import { idKey, type Manifest, type ObjectId } from "../model/manifest.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Problem } from "../model/problem.ts";
import type { StopSign } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";
import type { Job } from "./job.ts";
import type { HostName } from "./reshape.ts";
import type { Site } from "./site.ts";
import { Turn } from "./turn.ts";

/** A run as its steps see it: what is wanted, and the clusters it holds. */
export class Campaign {
  readonly world: LiveWorld;
  readonly job: Job;
  readonly mesh: Mesh;
  /** Every cluster of the mesh, and those that leave it, by name. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly sites = new Map<string, Site>();
  readonly refused = new Map<string, Problem>();
  /** Clusters that did not answer, at first or in the middle. */
  readonly silent = new Set<string>();
  /** Gateways whose address turned out to be a name, by the text of their hole. */
  readonly hostNames = new Map<string, HostName>();
  /** What a dry run took, as `<cluster> <idKey>`. */
  readonly rehearsed = new Set<string>();
  /** Ends when whoever started the run, or a sign on one of its leases, says so. */
  readonly stop: AbortSignal;
  /** The first sign that was left. */
  stopSign: StopSign | undefined;
  readonly #signed = new AbortController();
  readonly #adopted: ReadonlySet<string>;
  #desired: Desired;
  #wanted = new Map<string, ReadonlyMap<string, Manifest>>();
  readonly #turns = new Map<string, Turn>();

  constructor(world: LiveWorld, job: Job, mesh: Mesh) {
    this.world = world;
    this.job = job;
    this.mesh = mesh;
    this.stop = AbortSignal.any([job.stop, this.#signed.signal]);
    this.clusters = new Map([...(job.study.base?.mesh?.clusters ?? []), ...mesh.clusters].map((cluster) => [cluster.name, cluster]));
    this.#desired = job.study.desired;
    this.#adopted = new Set((job.adoptions?.objects ?? []).map(({ cluster, id }) => `${cluster} ${idKey(id)}`));
  }

  /** Somebody outside wants the run to stop: all of it, wherever the sign was. */
  stopFor(sign: StopSign): void {
    this.stopSign ??= sign;
    this.#signed.abort();
  }

  /** Nobody asks any more what comes of it: what still waits somewhere ends as well. */
  abandon(): void {
    this.#signed.abort();
  }

  /** Whether anything may be done there: the run is for a part of the mesh, or for all of it. */
  concerns(cluster: string): boolean {
    const named = this.job.study.request.part?.clusters ?? [];
    return named.length === 0 || named.includes(cluster);
  }

  /** What a cluster should hold, by `idKey`. */
  wanted(cluster: string): ReadonlyMap<string, Manifest> {
    const known = this.#wanted.get(cluster) ?? new Map(objectsOf(this.#desired, cluster).map((manifest) => [idKey(manifest.id), manifest]));
    this.#wanted.set(cluster, known);
    return known;
  }

  /** Something turned out only now (an address that is a name): from here on this is what is wanted. */
  want(desired: Desired): void {
    this.#desired = desired;
    this.#wanted = new Map();
  }

  /** Whether fields of others may be taken: where a person asked for it, and for what is being adopted. */
  mayForce(cluster: string, id: ObjectId): boolean {
    return this.job.force || this.#adopted.has(`${cluster} ${idKey(id)}`);
  }

  /** What a cluster should hold only since it was rendered again. */
  added(cluster: string): readonly Manifest[] {
    if (this.#desired === this.job.study.desired) return [];
    const before = new Set(objectsOf(this.job.study.desired, cluster).map(({ id }) => idKey(id)));
    return [...this.wanted(cluster).values()].filter(({ id }) => !before.has(idKey(id)));
  }

  /** The turn of everything that may only happen once at a time over all clusters: new tokens for one cluster's readers. */
  turn(name: string): Turn {
    const turn = this.#turns.get(name) ?? new Turn();
    this.#turns.set(name, turn);
    return turn;
  }
}
