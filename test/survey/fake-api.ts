import { problem } from "../../src/catalog/problem.ts";
import { type JsonObject, objectAt } from "../../src/model/json.ts";
import type { Access, Live, ObjectRef, Present, ServerFacts } from "../../src/model/live.ts";
import { idKey, idOf } from "../../src/model/manifest.ts";
import { Problem } from "../../src/model/problem.ts";
import type { ClusterApi, LiveWorld, Where } from "../../src/world.ts";
import { now } from "./scene.ts";

/** One API server that is only read: what it holds, what it refuses, and what it was asked. */
export interface FakeServer {
  readonly name: string;
  readonly objects?: readonly Present[];
  readonly server?: Partial<ServerFacts> | Problem;
  /** The problem with which a request ends; `undefined` lets it through. Requests read `get Secret a/b`, `list Secret a`. */
  readonly refuse?: (request: string) => Problem | undefined;
  readonly allows?: (right: Access) => boolean;
}

/** A port over it. `asked` grows with every request. */
export function apiOf(fake: FakeServer, asked: string[] = []): ClusterApi {
  const objects = new Map((fake.objects ?? []).map((present) => [idKey(idOf(present.object)), present]));
  const through = (request: string): void => {
    asked.push(request);
    const refused = fake.refuse?.(request);
    if (refused !== undefined) throw refused;
  };
  const nobodyAsks = (): never => {
    throw new Error("a survey only reads");
  };
  return {
    cluster: fake.name,
    server: async () => {
      if (fake.server instanceof Problem) throw fake.server;
      return {
        url: `https://${fake.name}.example:6443`,
        ca: undefined,
        version: "v1.35.1",
        clockSkewMs: 0,
        user: "isthmus",
        ...fake.server,
      };
    },
    serves: async () => true,
    read: async (ref: ObjectRef): Promise<Live> => {
      try {
        through(`get ${ref.kind} ${ref.namespace === "" ? "" : `${ref.namespace}/`}${ref.name}`);
      } catch (why) {
        if (why instanceof Problem) return { kind: "unknown", why };
        throw why;
      }
      return objects.get(idKey(ref)) ?? { kind: "absent" };
    },
    list: async ({ apiVersion, kind, namespace = "", labels = "" }: Where) => {
      through(`list ${kind} ${namespace}`.trim());
      return [...objects.values()].filter(({ object }) => {
        const id = idOf(object);
        const isThere = object["apiVersion"] === apiVersion && id.kind === kind && (namespace === "" || id.namespace === namespace);
        return isThere && hasLabels(object, labels);
      });
    },
    allowed: async (rights) => rights.map((right) => fake.allows?.(right) ?? true),
    apply: nobodyAsks,
    create: nobodyAsks,
    replace: nobodyAsks,
    patch: nobodyAsks,
    remove: nobodyAsks,
    watch: nobodyAsks,
    token: nobodyAsks,
    fetch: nobodyAsks,
  };
}

function hasLabels(object: JsonObject, selector: string): boolean {
  const labels = objectAt(object, "metadata", "labels");
  return selector === "" || selector.split(",").every((pair) => labels[pair.split("=")[0] ?? ""] === pair.split("=")[1]);
}

/** A world of such servers, by the names of the clusters. */
export function worldOf(...servers: readonly (FakeServer | ClusterApi)[]): LiveWorld {
  const apis = new Map(servers.map((server) => ("read" in server ? [server.cluster, server] : [server.name, apiOf(server)])));
  const no = (): never => {
    throw new Error("a survey does not need that");
  };
  return {
    files: { read: no },
    charts: { fetch: no, engine: no },
    signers: { of: no },
    wire: { handshake: no },
    clock: { now: () => now, monotonic: () => 0, sleep: async () => undefined },
    watch: () => undefined,
    clusters: {
      of: ({ name }) => apis.get(name) ?? no(),
      by: no,
      close: async () => undefined,
    },
  };
}

/** The answer to a request that we have no right to make. */
export function forbidden(verb = "get", what = "it"): Problem {
  return problem("permission-missing", { cluster: "east", verb, what });
}
