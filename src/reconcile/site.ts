import { textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { idKey, type ObjectId } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import type { Surveyed } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import type { Hold } from "./hold.ts";
import type { InventoryBook } from "./inventory.ts";
import type { LedgerBook } from "./ledger.ts";
import { Turn } from "./turn.ts";

/** One cluster while a run holds it. */
export class Site {
  readonly cluster: Cluster;
  readonly api: ClusterApi;
  readonly surveyed: Surveyed;
  readonly hold: Hold;
  readonly ledger: LedgerBook;
  readonly inventory: InventoryBook;
  /** Whatever writes to this cluster waits for it: one step after the other. */
  readonly turn = new Turn();
  readonly #known = new Map<string, Present | undefined>();

  constructor(parts: Pick<Site, "cluster" | "api" | "surveyed" | "hold" | "ledger" | "inventory">) {
    this.cluster = parts.cluster;
    this.api = parts.api;
    this.surveyed = parts.surveyed;
    this.hold = parts.hold;
    this.ledger = parts.ledger;
    this.inventory = parts.inventory;
  }

  /** The object as we last saw or wrote it; `undefined` when it was not there, or was never looked at. */
  last(id: ObjectId): Present | undefined {
    const key = idKey(id);
    if (this.#known.has(key)) return this.#known.get(key);
    const live = this.surveyed.objects.get(key);
    return live?.kind === "present" ? live : undefined;
  }

  /** Remembers what an object has become; `undefined`: it is gone. */
  saw(id: ObjectId, present: Present | undefined): void {
    this.#known.set(idKey(id), present);
  }

  /** Ledger and inventory reach the cluster. The inventory goes first: what the ledger says was begun must be ours already. @throws Problem */
  async save(): Promise<void> {
    const until = () => this.hold.until();
    await this.inventory.save(until);
    await this.ledger.save(until);
  }
}

/** The UID of an object that was read. */
export function uidOf({ object }: Present): string {
  return textAt(object, "metadata", "uid") ?? "";
}
