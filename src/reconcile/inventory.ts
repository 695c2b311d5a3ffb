import type { JsonObject } from "../model/json.ts";
import { idKey, type ObjectId } from "../model/manifest.ts";
import { configMapsOfInventory } from "../model/state.ts";
import type { Inventory, InventoryEntry } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import { StateMaps } from "./state-map.ts";

/** Stands for the UID of an object that is about to be made. */
export const pendingUid = "pending";

/** Where an inventory is kept, and what was found there. */
export interface InventoryPlace {
  readonly api: ClusterApi;
  readonly namespace: string;
  readonly mesh: string;
  /** The ConfigMaps as they were read, the first one first. */
  readonly found: readonly JsonObject[];
  readonly inventory: Inventory | undefined;
}

/**
 * What is ours in one cluster. An object is named before it is made and until it is deleted, so that a run that dies never leaves something behind that nobody
 * would own up to.
 */
export class InventoryBook {
  readonly #place: InventoryPlace;
  readonly #maps: StateMaps;
  readonly #entries: Map<string, InventoryEntry>;

  constructor(place: InventoryPlace) {
    this.#place = place;
    this.#maps = new StateMaps(place.api, place.found);
    this.#entries = new Map((place.inventory?.entries ?? []).map((entry) => [idKey(entry.id), entry]));
  }

  get entries(): readonly InventoryEntry[] {
    return [...this.#entries.values()];
  }

  of(id: ObjectId): InventoryEntry | undefined {
    return this.#entries.get(idKey(id));
  }

  /** The object is about to be written. What is known of it already stays. */
  expect(id: ObjectId, apiVersion: string): void {
    if (!this.#entries.has(idKey(id))) this.#entries.set(idKey(id), { id, apiVersion, uid: pendingUid, applied: "" });
  }

  has(entry: InventoryEntry): void {
    this.#entries.set(idKey(entry.id), entry);
  }

  gone(id: ObjectId): void {
    this.#entries.delete(idKey(id));
  }

  /** Writes what changed since the last time. @throws Problem */
  async save(until: () => Promise<number>): Promise<void> {
    const entries = this.entries;
    if (entries.length === 0 && this.#place.found.length === 0) return;
    const { namespace, mesh, found } = this.#place;
    await this.#maps.write(configMapsOfInventory({ mesh, entries }, { namespace, shards: Math.max(1, found.length) }), until);
  }
}
