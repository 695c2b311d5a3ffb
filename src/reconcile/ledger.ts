import type { JsonObject } from "../model/json.ts";
import { configMapOfLedger } from "../model/state.ts";
import type { Ledger, LedgerEntry, RunIdentity } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import { StateMaps } from "./state-map.ts";

/** Where a ledger is kept, and what is known of it. */
export interface LedgerPlace {
  readonly api: ClusterApi;
  readonly namespace: string;
  readonly mesh: string;
  /** The ConfigMap as it was read; `undefined` when there was none. */
  readonly found: JsonObject | undefined;
  /** Serials of certificates that earlier runs had signed and nobody stored. */
  readonly orphanSerials: readonly string[];
  /** Where the way back leads. */
  readonly previous: RunIdentity | undefined;
}

/** What this run does in one cluster. Entries are set at once and reach the cluster with the next `save`: the end of one step travels with the beginning of the next. */
export class LedgerBook {
  readonly #place: LedgerPlace;
  readonly #maps: StateMaps;
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #orphans: Set<string>;
  readonly #run: RunIdentity;
  readonly #startedAt: number;
  #endedAt: number | undefined;
  #left = 0;

  constructor(place: LedgerPlace, run: RunIdentity, startedAt: number) {
    this.#place = place;
    this.#maps = new StateMaps(place.api, place.found === undefined ? [] : [place.found]);
    this.#orphans = new Set(place.orphanSerials);
    this.#run = run;
    this.#startedAt = startedAt;
  }

  set(step: string, state: LedgerEntry["state"], more: { readonly serial?: string; readonly why?: string } = {}): void {
    const serial = more.serial ?? this.#entries.get(step)?.serial;
    this.#entries.set(step, { step, state, serial, why: more.why });
  }

  /** A certificate that was signed and will not be stored. */
  orphan(serial: string): void {
    this.#orphans.add(serial);
  }

  /** Steps that this run will not carry out here. */
  leave(count: number): void {
    this.#left = count;
  }

  end(at: number): void {
    this.#endedAt = at;
  }

  /** Writes what changed since the last time. @throws Problem */
  async save(until: () => Promise<number>): Promise<void> {
    await this.#maps.write([configMapOfLedger(this.#ledger(), this.#place)], until);
  }

  #ledger(): Ledger {
    return {
      run: this.#run,
      state: this.#endedAt === undefined ? "running" : "ended",
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      entries: [...this.#entries.values()],
      ...(this.#left === 0 ? {} : { left: this.#left }),
      orphanSerials: [...this.#orphans].sort(),
      ...(this.#place.previous === undefined ? {} : { previous: this.#place.previous }),
    };
  }
}
