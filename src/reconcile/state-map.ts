import { problem } from "../catalog/problem.ts";
import { canonical, type JsonObject, textAt } from "../model/json.ts";
import { idOf } from "../model/manifest.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterApi } from "../world.ts";
import { versionOf } from "./hold.ts";

/**
 * ConfigMaps in which a run keeps its state, written by compare-and-swap: whoever has lost the cluster, and does not know it yet, cannot overwrite what the next
 * one writes.
 */
export class StateMaps {
  readonly #api: ClusterApi;
  readonly #versions: Map<string, string>;
  readonly #written = new Map<string, string>();

  /** `found`: those that are there, as they were read. */
  constructor(api: ClusterApi, found: readonly JsonObject[]) {
    this.#api = api;
    this.#versions = new Map(found.map((object) => [nameOf(object), textAt(object, "metadata", "resourceVersion") ?? ""]));
    for (const object of found) this.#written.set(nameOf(object), canonical(object["data"]));
  }

  /** Writes the ConfigMaps whose data is not what is there already, in the order given. @throws Problem `lease-lost` when somebody else wrote them */
  async write(maps: readonly JsonObject[], until: () => Promise<number>): Promise<void> {
    for (const map of maps) {
      if (this.#written.get(nameOf(map)) !== canonical(map["data"])) await this.#writeOne(map, await until());
    }
  }

  async #writeOne(map: JsonObject, until: number): Promise<void> {
    const name = nameOf(map);
    const version = this.#versions.get(name);
    try {
      const stored =
        version === undefined ? await this.#api.create(map, { until }) : await this.#api.replace(withVersion(map, version), { until });
      this.#versions.set(name, versionOf(stored));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "object-moved") throw error;
      await this.#reclaim(map, error);
    }
    this.#written.set(name, canonical(map["data"]));
  }

  /** A request whose answer was lost is repeated, and finds what it did itself. */
  async #reclaim(map: JsonObject, cause: Problem): Promise<void> {
    const found = await this.#api.read({ ...idOf(map), apiVersion: "v1" });
    if (found.kind === "unknown") throw found.why;
    if (found.kind === "absent" || canonical(found.object["data"]) !== canonical(map["data"])) {
      throw problem("lease-lost", { cluster: this.#api.cluster }, cause);
    }
    this.#versions.set(nameOf(map), versionOf(found));
  }
}

function nameOf(map: JsonObject): string {
  return textAt(map, "metadata", "name") ?? "";
}

function withVersion(map: JsonObject, resourceVersion: string): JsonObject {
  const metadata = map["metadata"];
  return { ...map, metadata: { ...(typeof metadata === "object" ? metadata : {}), resourceVersion } };
}
