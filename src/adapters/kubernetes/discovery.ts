import type { Json } from "../../model/json.ts";
import { listAt, textAt } from "../../model/json.ts";
import { parseJson } from "./json.ts";
import { refusal } from "./refusal.ts";
import type { Transport } from "./transport.ts";

/** A kind as a server serves it. */
export interface Resource {
  readonly apiVersion: string;
  /** Plural, as in paths: `deployments`. */
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Which kinds a server serves, asked once and again after a kind was missed. */
export interface Catalogue {
  /** `undefined` when it is not served. `fresh`: ask the server again if it was not there. @throws Problem */
  find(kind: { readonly apiVersion: string; readonly kind: string }): Promise<Resource | undefined>;
  /** Forgets what is known: a definition was written. */
  forget(): void;
}

const aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

/**
 * Two requests tell everything on servers from 1.27 on. Others answer with the legacy list of groups; then only the versions that are asked for are looked at,
 * one request each.
 */
export function createCatalogue(transport: Transport, cluster: string): Catalogue {
  let known: Promise<Known> | undefined;
  const legacy = new Map<string, Promise<ReadonlyMap<string, Resource>>>();
  const get = async (path: string, accept?: string): Promise<Json | undefined> => {
    const answer = await transport.send({ method: "GET", path, isRepeatable: true, ...(accept === undefined ? {} : { accept }) });
    if (answer.status === 404) return undefined;
    if (answer.status >= 300) throw refusal(answer, { cluster, verb: "get", object: path, secrets: transport.secrets() });
    return parseJson(answer.text);
  };
  const load = async (): Promise<Known> => {
    const lists = await Promise.all(["/api", "/apis"].map((path) => get(path, aggregated)));
    const isAggregated = lists.every((list) => textAt(list, "kind") === "APIGroupDiscoveryList");
    return { resources: isAggregated ? new Map(lists.flatMap(resourcesIn)) : undefined };
  };
  const find = async (apiVersion: string, kind: string): Promise<Resource | undefined> => {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const { resources } = await known;
    if (resources !== undefined) return resources.get(`${apiVersion} ${kind}`);
    const path = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const version = legacy.get(apiVersion) ?? get(path).then((list) => legacyIn(list, apiVersion));
    legacy.set(apiVersion, version);
    return (await version).get(kind);
  };
  const forget = (): void => {
    known = undefined;
    legacy.clear();
  };
  let missedAt = 0;
  return {
    forget,
    find: async ({ apiVersion, kind }) => {
      const found = await find(apiVersion, kind);
      // A definition may be minutes old or have come just now: a miss is asked again, but not for every object of a kind that is not there.
      if (found !== undefined || performance.now() - missedAt < 1_000) return found;
      missedAt = performance.now();
      forget();
      return find(apiVersion, kind);
    },
  };
}

interface Known {
  /** By `apiVersion kind`; `undefined` where the server does not tell all at once. */
  readonly resources: ReadonlyMap<string, Resource> | undefined;
}

function resourcesIn(list: Json | undefined): readonly (readonly [string, Resource])[] {
  return listAt(list, "items").flatMap((group) => {
    const name = textAt(group, "metadata", "name") ?? "";
    return listAt(group, "versions").flatMap((version) => {
      const apiVersion = name === "" ? (textAt(version, "version") ?? "") : `${name}/${textAt(version, "version") ?? ""}`;
      return listAt(version, "resources").flatMap((resource) => {
        const kind = textAt(resource, "responseKind", "kind");
        const plural = textAt(resource, "resource");
        if (!kind || plural === undefined) return [];
        return [[`${apiVersion} ${kind}`, { apiVersion, plural, isNamespaced: textAt(resource, "scope") === "Namespaced" }] as const];
      });
    });
  });
}

function legacyIn(list: Json | undefined, apiVersion: string): ReadonlyMap<string, Resource> {
  return new Map(
    listAt(list, "resources").flatMap((resource) => {
      const plural = textAt(resource, "name") ?? "";
      const kind = textAt(resource, "kind") ?? "";
      if (plural === "" || plural.includes("/")) return [];
      const isNamespaced = typeof resource === "object" && resource !== null && "namespaced" in resource && resource.namespaced === true;
      return [[kind, { apiVersion, plural, isNamespaced }] as const];
    }),
  );
}
