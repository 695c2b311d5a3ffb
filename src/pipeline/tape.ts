import { problem } from "../catalog/problem.ts";
import { canonical, isObject, type Json } from "../model/json.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterApi, Clusters, LiveWorld, World } from "../world.ts";
import { handshake, live, objects, problemIn, problemJson, type Shape, serverFacts, text, truth } from "./tape-answers.ts";

/** A world that is looked at once by whoever reaches it, and any number of times by whoever has the tape of that. Nobody writes through it. */

/** What was asked, and what the answer was, by question. */
export type Answers = Map<string, Json>;

/** The ports that a look asks. */
type Ports = Pick<LiveWorld, "clusters" | "signers" | "wire">;

/** Asks, and keeps the first answer to each question. Of clusters that are not `wanted` none is contacted: they are out of reach. */
export function recording({ clusters, signers, wire }: Ports, answers: Answers, wanted: ReadonlySet<string>): Ports {
  const kept: Ask = async (about, question, shape, ask) => {
    const key = keyOf(about, question);
    try {
      const value = await ask();
      if (!answers.has(key)) answers.set(key, { said: shape.write(value) });
      return value;
    } catch (error) {
      if (error instanceof Problem && !answers.has(key)) answers.set(key, { problem: problemJson(error) });
      throw error;
    }
  };
  return {
    clusters: reading((cluster) => {
      const { name } = cluster;
      return wanted.has(name) ? asking(clusters.of(cluster), kept) : nobody(name, "it is another shard's");
    }),
    signers: { of: (mesh) => ({ roots: () => kept("", ["roots"], text, () => signers.of(mesh).roots()), issue: never }) },
    wire: { handshake: (to) => kept("", ["handshake", { ...to, protocols: [...to.protocols] }], handshake, () => wire.handshake(to)) },
  };
}

/** Answers as they were given. `lost` says why nothing is known of a cluster. */
export function replayed(answers: Answers, lost: ReadonlyMap<string, string>): Ports {
  const known: Ask = async (about, question, shape) => {
    const answer = answers.get(keyOf(about, question));
    const said = isObject(answer) && answer["said"] !== undefined ? shape.read(answer["said"]) : undefined;
    if (said !== undefined) return said;
    const why = isObject(answer) ? problemIn(answer["problem"]) : undefined;
    throw why ?? problem("cluster-not-looked-at", { cluster: about || "(any)", why: `nobody asked for ${question[0]}` });
  };
  const spoken = new Set([...answers.keys()].map(clusterOf));
  return {
    clusters: reading(({ name }) =>
      spoken.has(name) ? asking(undefined, known, name) : nobody(name, lost.get(name) ?? "no shard has it"),
    ),
    signers: { of: () => ({ roots: () => known("", ["roots"], text, never), issue: never }) },
    wire: {
      handshake: async (to) => {
        try {
          return await known("", ["handshake", { ...to, protocols: [...to.protocols] }], handshake, never);
        } catch (error) {
          if (error instanceof Problem) return { kind: "unreachable", why: error.message };
          throw error;
        }
      },
    },
  };
}

/** The world of files and charts with these ports; time is of who looks. */
export function withPorts(world: World, ports: Ports, { clock, watch }: Pick<LiveWorld, "clock" | "watch">): LiveWorld {
  return { ...world, ...ports, clock, watch };
}

type Question = readonly [method: string, ...given: Json[]];
type Ask = <T>(about: string, question: Question, shape: Shape<T>, ask: () => Promise<T>) => Promise<T>;

function keyOf(about: string, question: Question): string {
  return `${about} ${canonical(question)}`;
}

function clusterOf(key: string): string {
  return key.slice(0, key.indexOf(" "));
}

/** What reads of a cluster, each question through `ask`. Without `api` the answer must be known. */
function asking(api: ClusterApi | undefined, ask: Ask, cluster = api?.cluster ?? ""): ClusterApi {
  const from =
    <T>(read: (there: ClusterApi) => Promise<T>) =>
    (): Promise<T> =>
      api === undefined ? never() : read(api);
  const inside: ClusterApi["inside"] = (pod, path, options) =>
    ask(
      cluster,
      ["inside", { ...pod }, path],
      text,
      from((there) => there.inside?.(pod, path, options) ?? never()),
    );
  return {
    ...unwritten,
    cluster,
    server: () =>
      ask(
        cluster,
        ["server"],
        serverFacts,
        from((there) => there.server()),
      ),
    serves: ({ apiVersion, kind }) =>
      ask(
        cluster,
        ["serves", apiVersion, kind],
        truth,
        from((there) => there.serves({ apiVersion, kind })),
      ),
    read: async ({ apiVersion, group, kind, namespace, name }) => {
      const ref = { apiVersion, group, kind, namespace, name };
      try {
        return await ask(
          cluster,
          ["read", ref],
          live,
          from((there) => there.read(ref)),
        );
      } catch (error) {
        if (error instanceof Problem) return { kind: "unknown", why: error };
        throw error;
      }
    },
    list: (where) =>
      ask(
        cluster,
        ["list", { ...where }],
        objects,
        from((there) => there.list(where)),
      ),
    fetch: (path, options) =>
      ask(
        cluster,
        ["fetch", path],
        text,
        from((there) => there.fetch(path, options)),
      ),
    // A look changes nothing, so nothing of it hangs on what we would be allowed to change.
    allowed: async (rights) => rights.map(() => problem("cluster-not-looked-at", { cluster, why: "rights are asked for by who writes" })),
    ...(api === undefined || api.inside !== undefined ? { inside } : {}),
  };
}

/** A cluster that is out of reach. */
function nobody(cluster: string, why: string): ClusterApi {
  const away = async (): Promise<never> => {
    throw problem("cluster-not-looked-at", { cluster, why });
  };
  const none: Ask = away;
  return asking(undefined, none, cluster);
}

function reading(of: Clusters["of"]): Clusters {
  return {
    of,
    by: () => {
      throw new Error("a look tests no credentials");
    },
    close: async () => {},
  };
}

async function never(): Promise<never> {
  throw new Error("a look through a tape changes nothing");
}

const unwritten = {
  apply: never,
  create: never,
  replace: never,
  patch: never,
  remove: never,
  token: never,
  watch: () => {
    throw new Error("a look follows nothing");
  },
} as const satisfies Partial<ClusterApi>;
