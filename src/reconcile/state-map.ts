import { problem } from "../catalog/problem.ts";
import { canonical, type JsonObject, textAt } from "../model/json.ts";
import { idOf } from "../model/manifest.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterApi } from "../world.ts";
import { versionOf } from "./hold.ts";

/** How often a write without an answer is sent at most. */
const sendings = 3;

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
      if (this.#written.get(nameOf(map)) === canonical(map["data"])) continue;
      await this.#writeOne(map, until);
      this.#written.set(nameOf(map), canonical(map["data"]));
    }
  }

  /** A compare-and-swap is not repeated by the transport: whether one without an answer was done is seen by looking, and what was not is sent again. */
  async #writeOne(map: JsonObject, until: () => Promise<number>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(map, await until());
      } catch (error) {
        if (!(error instanceof Problem) || (error.code !== "object-moved" && error.code !== "cluster-unreachable")) throw error;
        if (await this.#isDone(map, error)) return;
        if (attempt === sendings) throw error;
      }
    }
  }

  async #send(map: JsonObject, until: number): Promise<void> {
    const name = nameOf(map);
    const version = this.#versions.get(name);
    const stored =
      version === undefined ? await this.#api.create(map, { until }) : await this.#api.replace(withVersion(map, version), { until });
    this.#versions.set(name, versionOf(stored));
  }

  /** Whether what was sent is there; not so when all is as it was before. @throws Problem `lease-lost` when it is anything else, or why it cannot be looked at */
  async #isDone(map: JsonObject, cause: Problem): Promise<boolean> {
    const found = await this.#api.read({ ...idOf(map), apiVersion: "v1" });
    if (found.kind === "unknown") throw found.why;
    const before = this.#versions.get(nameOf(map));
    if (found.kind === "present" && canonical(found.object["data"]) === canonical(map["data"])) {
      this.#versions.set(nameOf(map), versionOf(found));
      return true;
    }
    const isUntouched = found.kind === "absent" ? before === undefined : versionOf(found) === before;
    if (!isUntouched) throw problem("lease-lost", { cluster: this.#api.cluster }, cause);
    return false;
  }
}

function nameOf(map: JsonObject): string {
  return textAt(map, "metadata", "name") ?? "";
}

function withVersion(map: JsonObject, resourceVersion: string): JsonObject {
  const metadata = map["metadata"];
  return { ...map, metadata: { ...(typeof metadata === "object" ? metadata : {}), resourceVersion } };
}
