import type { Cluster } from "../../model/mesh.ts";
import type { Study } from "../../model/study.ts";
import { clusterNames, distinct, groupBy } from "../count.ts";
import { type Rich, say, strong, words } from "../rich.ts";
import type { Context } from "./context.ts";

/**
 * Clusters that stay and become something else for the others: another network, role, primary or name. Told before everything else: a network that is
 * named wrongly makes endpoints unreachable although no routing object changes.
 */
export function moveWords({ study }: Context): readonly Rich[] {
  const pairs = pairsOf(study);
  const moves = [...pairs.filter(changesNetwork).map(networkMove), ...pairs.flatMap(otherMoves)];
  return groupBy(moves, ({ lead }) => lead).flatMap(sentences);
}

/** Many different moves of one kind are one sentence: nobody reads forty. */
const mostSentences = 4;

function sentences(moves: readonly Move[]): readonly Rich[] {
  const groups = groupBy(moves, ({ end }) => JSON.stringify(end));
  const [one] = moves;
  if (groups.length > mostSentences && one !== undefined) {
    const names = clusterNames(distinct(moves.map(({ cluster }) => cluster)), []);
    return [
      [
        ...strong(one.lead),
        ...words(" "),
        ...names,
        ...words(` ${one.verb[1]} in ${groups.length} different ways: see the cluster documents.`),
      ],
    ];
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = clusterNames(
      group.map(({ cluster }) => cluster),
      [],
    );
    return [[...strong(first.lead), ...words(" "), ...names, ...words(` ${first.verb[group.length === 1 ? 0 : 1]} `), ...first.end]];
  });
}

/** Clusters that are in another network than before, by name. */
export function networkMovesOf(study: Study): readonly string[] {
  return pairsOf(study)
    .filter(changesNetwork)
    .map(({ after }) => after.name);
}

interface Pair {
  readonly before: Cluster;
  readonly after: Cluster;
}

interface Move {
  readonly cluster: string;
  readonly lead: string;
  /** For one cluster, and for several. */
  readonly verb: readonly [string, string];
  readonly end: Rich;
}

function pairsOf({ head, base }: Study): readonly Pair[] {
  return (head.mesh?.clusters ?? []).flatMap((after) => {
    const before = base?.mesh?.clusters.find(({ name }) => name === after.name);
    return before === undefined ? [] : [{ before, after }];
  });
}

function changesNetwork({ before, after }: Pair): boolean {
  return before.network !== after.network;
}

function networkMove({ before, after }: Pair): Move {
  const end = say`from network ${before.network} to ${after.network}: running pods keep the old network until they restart, while istiod already gives out the new one.`;
  return { cluster: after.name, lead: "Network:", verb: ["moves", "move"], end };
}

function otherMoves({ before, after }: Pair): readonly Move[] {
  const facts: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
    ["Role:", "role", before.role, after.role],
    ["Primary:", "primary", before.primary, after.primary],
    ["Name in Istio:", "name in Istio", before.istioName, after.istioName],
    ["Cluster domain:", "cluster domain", before.clusterDomain, after.clusterDomain],
  ];
  return facts
    .filter(([, , was, now]) => was !== now)
    .map(([lead, noun, was, now]) => ({
      cluster: after.name,
      lead,
      verb: ["goes", "go"],
      end: say`from ${words(noun)} ${was ?? "unset"} to ${now ?? "unset"}.`,
    }));
}
