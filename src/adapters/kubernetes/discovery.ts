import { problem } from "../../catalog/problem.ts";
import { type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Clock } from "../../world.ts";
import { contentOf, isAbsence, refused } from "./server.ts";
import type { Transport } from "./transport.ts";

/** A kind as a server serves it. */
export interface Resource {
  readonly apiVersion: string;
  /** Plural, as in paths: `deployments`. */
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Which kinds a server serves: asked once, and again only for kinds whose definition was written since. */
export interface Catalogue {
  /** `undefined` when it is not served. @throws Problem when that cannot be told */
  find(kind: GroupKind): Promise<Resource | undefined>;
  /** The same, but a kind whose definition was written is waited for: a server needs a moment until it serves it. @throws Problem */
  await(kind: GroupKind): Promise<Resource | undefined>;
  /** A definition was written: what it defines, as far as it was not served before, may come now. */
  defined(definition: JsonObject): void;
  /** Forgets what is known: a definition was deleted, or the server behaves as if it had been. */
  forget(): void;
}

export interface GroupKind {
  readonly apiVersion: string;
  readonly kind: string;
}

interface CatalogueOptions {
  readonly cluster: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

const aggregated = ["v2", "v2beta1"].map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`);
const accept = [...aggregated, "application/json"].join(",");

/** A kind that is to come is asked for no more often than this, and waited for no longer than that. */
const againMs = 250;
const patienceMs = 10_000;

/**
 * Two requests tell everything on servers from 1.26 on. Others answer with the legacy list of groups; then the versions that are asked for are looked at,
 * one request each.
 */
export function createCatalogue({ cluster, transport, clock }: CatalogueOptions): Catalogue {
  let known = new Known({ cluster, transport, clock });
  const awaited = new Set<string>();
  let askedAt = Number.NEGATIVE_INFINITY;
  const forget = (): void => {
    known = new Known({ cluster, transport, clock });
  };
  const find = async ({ apiVersion, kind }: GroupKind): Promise<Resource | undefined> => {
    const found = await known.find(apiVersion, kind);
    if (found !== undefined || !awaited.has(`${apiVersion} ${kind}`)) return found;
    if (clock.monotonic() - askedAt >= againMs) {
      askedAt = clock.monotonic();
      forget();
    }
    return known.find(apiVersion, kind);
  };
  return {
    forget,
    find,
    await: async (kind) => {
      const until = clock.monotonic() + patienceMs;
      for (;;) {
        const found = await find(kind);
        if (found !== undefined || !awaited.has(`${kind.apiVersion} ${kind.kind}`) || clock.monotonic() >= until) return found;
        await clock.sleep(againMs);
      }
    },
    defined: (definition) => {
      for (const kind of kindsIn(definition)) awaited.add(kind);
    },
  };
}

/** `apiVersion kind` of every version that a CustomResourceDefinition has served. */
function kindsIn(definition: JsonObject): readonly string[] {
  const spec = objectAt(definition, "spec");
  const served = listAt(spec, "versions").filter((version) => valueAt(version, ["served"]) === true);
  return served.map((version) => `${textAt(spec, "group") ?? ""}/${textAt(version, "name") ?? ""} ${textAt(spec, "names", "kind") ?? ""}`);
}

/** What one look at a server told. Failed looks are not kept. */
class Known {
  readonly #options: CatalogueOptions;
  readonly #asked = new Map<string, Promise<Kinds>>();

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  async find(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const path = apiVersion.includes("/") ? "/apis" : "/api";
    const root = await this.#once(path, true);
    if (root.isStale.has(apiVersion)) {
      // Whoever it is may be back the next time.
      this.#asked.delete(path);
      const why = `whoever serves ${apiVersion} behind it does not answer`;
      throw problem("cluster-overloaded", { cluster: this.#options.cluster, why });
    }
    if (root.isWhole) return root.kinds.get(`${apiVersion} ${kind}`);
    const version = await this.#once(`${path}/${apiVersion}`, false);
    return version.kinds.get(`${apiVersion} ${kind}`);
  }

  #once(path: string, isRoot: boolean): Promise<Kinds> {
    const asked = this.#asked.get(path) ?? this.#ask(path, isRoot);
    this.#asked.set(path, asked);
    asked.catch(() => this.#asked.delete(path));
    return asked;
  }

  /** A version that is not there has no kinds; a root that is not there means that this is no API server, and then nothing may be called absent. */
  async #ask(path: string, isRoot: boolean): Promise<Kinds> {
    const { transport } = this.#options;
    const answer = await transport.send({ method: "GET", path, isRepeatable: true, ...(isRoot ? { accept } : {}) });
    if (!isRoot && (isAbsence(answer) || (answer.status === 404 && answer.text.startsWith("404 page not found")))) return nothing;
    if (answer.status >= 300) throw refused(this.#options, answer, { verb: "get", object: path });
    const list = contentOf(this.#options, answer);
    switch (textAt(list, "kind")) {
      case "APIGroupDiscoveryList":
        return aggregatedKinds(list);
      case "APIResourceList":
        return legacyKinds(list, textAt(list, "groupVersion") ?? "");
      case "APIGroupList":
      case "APIVersions":
        return nothing;
    }
    const why = `it answered ${path} with something else than a list of kinds`;
    throw problem("cluster-unreachable", { cluster: this.#options.cluster, url: "its address", why });
  }
}

interface Kinds {
  /** By `apiVersion kind`. */
  readonly kinds: ReadonlyMap<string, Resource>;
  /** True when every kind of every version below is told. */
  readonly isWhole: boolean;
  /** Versions that an aggregated server should tell about and does not. */
  readonly isStale: ReadonlySet<string>;
}

const nothing: Kinds = { kinds: new Map(), isWhole: false, isStale: new Set() };

function aggregatedKinds(list: Json): Kinds {
  const kinds = new Map<string, Resource>();
  const isStale = new Set<string>();
  for (const group of listAt(list, "items")) {
    const name = textAt(group, "metadata", "name") ?? "";
    for (const version of listAt(group, "versions")) {
      const apiVersion = `${name === "" ? "" : `${name}/`}${textAt(version, "version") ?? ""}`;
      const resources = listAt(version, "resources");
      if (textAt(version, "freshness") === "Stale" && resources.length === 0) isStale.add(apiVersion);
      for (const resource of resources) {
        const kind = textAt(resource, "responseKind", "kind") ?? "";
        const plural = textAt(resource, "resource") ?? "";
        kinds.set(`${apiVersion} ${kind}`, { apiVersion, plural, isNamespaced: textAt(resource, "scope") === "Namespaced" });
      }
    }
  }
  return { kinds, isWhole: true, isStale };
}

function legacyKinds(list: Json, apiVersion: string): Kinds {
  const kinds = new Map<string, Resource>();
  for (const resource of listAt(list, "resources")) {
    const plural = textAt(resource, "name") ?? "";
    // Below a resource (`pods/log`) there are kinds of other places.
    if (plural.includes("/")) continue;
    kinds.set(`${apiVersion} ${textAt(resource, "kind") ?? ""}`, {
      apiVersion,
      plural,
      isNamespaced: valueAt(resource, ["namespaced"]) === true,
    });
  }
  return { kinds, isWhole: false, isStale: new Set() };
}
