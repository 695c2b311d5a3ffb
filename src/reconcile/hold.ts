import { problem } from "../catalog/problem.ts";
import { textAt } from "../model/json.ts";
import type { ObjectRef, Present } from "../model/live.ts";
import { Problem } from "../model/problem.ts";
import { leaseObject, stopSignOf } from "../model/state.ts";
import type { StopSign } from "../model/survey.ts";
import type { Clock, ClusterApi } from "../world.ts";
import { Turn } from "./turn.ts";

/** How long a lease lasts, how often it is renewed, and how long one request may take: a write begins only when that much is left. */
export interface LeaseTimes {
  readonly seconds: number;
  readonly renewSeconds: number;
  readonly requestSeconds: number;
}

export const usualTimes: LeaseTimes = { seconds: 30, renewSeconds: 10, requestSeconds: 10 };

/** Which lease, whose, and by which clock. */
export interface LeasePlace {
  readonly api: ClusterApi;
  readonly clock: Clock;
  readonly namespace: string;
  readonly mesh: string;
  readonly holder: string;
  readonly times: LeaseTimes;
  /** Told when somebody leaves a sign on the lease that the run is to stop: within one renewal. */
  readonly onStop?: (sign: StopSign) => void;
}

/** The Lease object as it is asked for. */
export function leaseRef(namespace: string): ObjectRef {
  return { apiVersion: "coordination.k8s.io/v1", group: "coordination.k8s.io", kind: "Lease", namespace, name: "isthmus" };
}

/**
 * Our hold on a cluster, while it lasts. Its end is counted by the monotonic clock from *before* the request that made or renewed it, so it never seems longer to us
 * than to anybody else; a process that was stopped past it finds it ended, whether its timers have fired or not.
 */
export class Hold {
  readonly #place: LeasePlace;
  readonly #ended = new AbortController();
  readonly #renewals = new Turn();
  #version: string;
  #uid: string;
  #end: number;
  #lost: Problem | undefined;
  #isGivenBack = false;

  constructor(place: LeasePlace, taken: Present, end: number) {
    this.#place = place;
    this.#end = end;
    this.#version = versionOf(taken);
    this.#uid = textAt(taken.object, "metadata", "uid") ?? "";
    void this.#keep();
  }

  /** Until when a write that begins now may take (by `Clock.monotonic`). @throws Problem `lease-lost` when less than one request's time is left, or it was given back */
  async until(): Promise<number> {
    const { clock, times } = this.#place;
    if (this.#left() > 0 && this.#left() < times.requestSeconds * 1000) await this.#renew().catch(() => undefined);
    // Asked again after the renewal, which may have taken its time.
    if (this.#lost === undefined && this.#left() < times.requestSeconds * 1000) this.#lose();
    if (this.#lost !== undefined) throw this.#lost;
    if (this.#isGivenBack) throw problem("lease-lost", { cluster: this.#place.api.cluster });
    return clock.monotonic() + times.requestSeconds * 1000;
  }

  /** Why nothing more may be written, once the hold has ended. */
  lost(): Problem | undefined {
    if (this.#left() <= 0) this.#lose();
    return this.#lost;
  }

  /** Gives the cluster back. A hold that was lost, or that ends by itself before the request could be through, is left alone: it may be somebody else's by now. */
  async release(): Promise<void> {
    const { api, namespace, times } = this.#place;
    this.#isGivenBack = true;
    this.#ended.abort();
    await this.#renewals.take(async () => {
      if (this.#lost !== undefined || this.#left() < times.requestSeconds * 1000) return;
      await api.remove(leaseRef(namespace), { uid: this.#uid, until: this.#end }).catch(ignoreProblem);
    });
  }

  #left(): number {
    return this.#end - this.#place.clock.monotonic();
  }

  #lose(cause?: unknown): void {
    this.#lost ??= problem("lease-lost", { cluster: this.#place.api.cluster }, cause);
    this.#ended.abort();
  }

  /** Renews for as long as the run goes on. What failed for the network's sake is tried again sooner, until the lease has ended. */
  async #keep(): Promise<void> {
    const { clock, times } = this.#place;
    let pause = times.renewSeconds * 1000;
    for (;;) {
      await clock.sleep(pause, this.#ended.signal);
      if (this.#ended.signal.aborted) return;
      if (this.#left() <= 0) return this.#lose();
      const failure = await this.#renew().then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined && !(failure instanceof Problem)) return this.#lose(failure);
      pause = failure === undefined ? times.renewSeconds * 1000 : Math.min(2000, times.renewSeconds * 200);
    }
  }

  #renew(): Promise<void> {
    return this.#renewals.take(async () => {
      if (this.#lost !== undefined || this.#left() <= 0) return;
      const { clock, times } = this.#place;
      const begun = clock.monotonic();
      const object = leaseNow(this.#place, this.#version);
      try {
        const renewed = await this.#place.api.replace(object, { until: this.#end });
        this.#version = versionOf(renewed);
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "object-moved") throw error;
        await this.#reclaim(object);
      }
      this.#end = begun + times.seconds * 1000;
    });
  }

  /**
   * A renewal whose answer was lost moved the version without our knowing, and so does a sign to stop: the lease is still ours, and is renewed from there. Any other
   * holder means that somebody took the cluster.
   */
  async #reclaim(sent: ReturnType<typeof leaseNow>): Promise<void> {
    const found = await this.#place.api.read(leaseRef(this.#place.namespace));
    if (found.kind === "unknown") throw found.why;
    if (found.kind === "absent" || !sameHolder(found, sent)) {
      this.#lose();
      throw this.#lost;
    }
    this.#version = versionOf(found);
    const sign = stopSignOf(found.object);
    if (sign !== undefined) this.#place.onStop?.(sign);
    if (sameSpec(found, sent)) return;
    const renewed = await this.#place.api.replace(leaseNow(this.#place, this.#version), { until: this.#end });
    this.#version = versionOf(renewed);
  }
}

/** The lease as it is renewed or taken now; `version` is what it takes the place of. */
export function leaseNow({ clock, holder, times, namespace, mesh }: LeasePlace, version?: string): ReturnType<typeof leaseObject> {
  const now = clock.now();
  const lease = { holder, renewedAt: now, expiresAt: now + times.seconds * 1000 };
  return leaseObject(lease, { namespace, mesh, ...(version === undefined ? {} : { version }) });
}

/** Whether the lease that was found is the very one that was sent. */
export function sameSpec({ object }: Present, sent: ReturnType<typeof leaseObject>): boolean {
  const same = (key: string): boolean => textAt(object, "spec", key) === textAt(sent, "spec", key);
  return same("holderIdentity") && same("renewTime");
}

/** Whether it is the same run's; a run's name is its alone. */
function sameHolder({ object }: Present, sent: ReturnType<typeof leaseObject>): boolean {
  return textAt(object, "spec", "holderIdentity") === textAt(sent, "spec", "holderIdentity");
}

/** The `resourceVersion` of an object that was read. */
export function versionOf({ object }: Present): string {
  return textAt(object, "metadata", "resourceVersion") ?? "";
}

function ignoreProblem(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
