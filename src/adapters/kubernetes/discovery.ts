import { problem } from "../../catalog/problem.ts";
import type { Json } from "../../model/json.ts";
import { listAt, textAt, valueAt } from "../../model/json.ts";
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

/** Which kinds a server serves, asked once, and again after a kind was missed. */
export interface Catalogue {
  /** `undefined` when it is not served. @throws Problem when that cannot be told */
  find(kind: { readonly apiVersion: string; readonly kind: string }): Promise<Resource | undefined>;
  /** Forgets what is known: a definition was written. */
  forget(): void;
}

interface CatalogueOptions {
  readonly cluster: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

const aggregated = ["v2", "v2beta1"].map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`);
const accept = [...aggregated, "application/json"].join(",");

/** A miss is asked again, because a definition may have come just now, but not for every object of a kind that is not there. */
const missMs = 1_000;

/**
 * Two requests tell everything on servers from 1.26 on. Others answer with the legacy list of groups; then the versions that are asked for are looked at,
 * one request each.
 */
export function createCatalogue({ cluster, transport, clock }: CatalogueOptions): Catalogue {
  let known: Known | undefined;
  let missedAt: number | undefined;
  const forget = (): void => {
    known = undefined;
  };
  const find = (apiVersion: string, kind: string): Promise<Resource | undefined> => {
    known ??= new Known({ cluster, transport, clock });
    return known.find(apiVersion, kind);
  };
  return {
    forget,
    find: async ({ apiVersion, kind }) => {
      const found = await find(apiVersion, kind);
      if (found !== undefined || (missedAt !== undefined && clock.monotonic() - missedAt < missMs)) return found;
      missedAt = clock.monotonic();
      forget();
      return find(apiVersion, kind);
    },
  };
}

/** What one look at a server told. Failed looks are not kept. */
class Known {
  readonly #options: CatalogueOptions;
  readonly #asked = new Map<string, Promise<Kinds>>();

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  async find(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const root = await this.#once(apiVersion.includes("/") ? "/apis" : "/api", true);
    if (root.isStale.has(apiVersion)) {
      const why = `whoever serves ${apiVersion} behind it does not answer`;
      throw problem("cluster-overloaded", { cluster: this.#options.cluster, why });
    }
    if (root.isWhole) return root.kinds.get(`${apiVersion} ${kind}`);
    const version = await this.#once(apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`, false);
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
