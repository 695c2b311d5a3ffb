import type { Change } from "../../model/change.ts";
import { listAt } from "../../model/json.ts";
import { idKey, idText } from "../../model/manifest.ts";
import type { Mesh } from "../../model/mesh.ts";
import type { Study } from "../../model/study.ts";
import { clusterNames, counted, distinct, groupBy } from "../count.ts";
import { maskedText } from "../mask.ts";
import type { Hidden, Told } from "../model.ts";
import { listed, type Rich, say, strong, words } from "../rich.ts";
import { countsText, placesOf, totalsOf } from "../totals.ts";
import { clusterWords } from "./clusters.ts";
import { type Context, specs, texts, where } from "./context.ts";
import { gatewayWords } from "./gateways.ts";
import { leavingWords } from "./leaving.ts";
import { moveWords } from "./moves.ts";
import { few } from "./names.ts";
import { isLooser, securityWords } from "./security.ts";
import { serviceWords } from "./services.ts";
import { trafficWords } from "./traffic.ts";
import { trustWords } from "./trust.ts";
import { versionWords } from "./versions.ts";

/** Sentences about single objects: more than this many are read in the diff. */
const most = 8;

/** What changes, in the order in which a reviewer asks: does a cluster become another one for the rest, is something lost, who may call whom, where do requests go, whom is trusted, what runs. */
export function wordsOf(study: Study, kept: readonly Told[], hidden?: Hidden): readonly Rich[] {
  const context = contextOf(study, kept);
  const edited = study.changes.changes.filter(isEdit);
  const said = [
    ...moveWords(context),
    ...limited([], edited.filter(isSecurity), (change) => securityWords(change, context)),
    ...limited(
      lostRoutes(edited, context),
      edited.filter((change) => isTraffic(change) && !isLostRoute(change)),
      (change) => trafficWords(change, context),
    ),
    ...gatewayWords(context),
    ...serviceWords(edited, context),
    ...trustWords(context),
    ...clusterWords(context),
    ...leavingWords(context),
    ...versionWords(context),
    ...lossWords(context),
    ...keptWords(context),
    ...totalWords(context, hidden),
  ];
  return onceEach(said.map(masked));
}

/** What is said of several objects in the very same words is said once, with how many they are. */
function onceEach(sentences: readonly Rich[]): readonly Rich[] {
  return groupBy(sentences, (sentence) => JSON.stringify(sentence)).map((group) => {
    const [first = []] = group;
    return group.length === 1 ? first : [...first, ...words(` (${counted(group.length, "change")} alike)`)];
  });
}

/** Whether any of the changes opens a door, also one that is not told in a sentence because there are many. */
export function loosensOf(study: Study): boolean {
  const context = contextOf(study, []);
  return study.changes.changes.some((change) => isEdit(change) && securityWords(change, context).some(isLooser));
}

function contextOf(study: Study, kept: readonly Told[]): Context {
  const all = distinct([...(study.head.mesh?.clusters ?? []), ...(study.base?.mesh?.clusters ?? [])].map((cluster) => cluster.name));
  return { study, head: shownPart(study, study.head.mesh), base: shownPart(study, study.base?.mesh), all, kept };
}

/** The mesh with the clusters that were asked for: sentences about the others would have no object below them. */
function shownPart({ request }: Study, mesh: Mesh | undefined): Mesh | undefined {
  if (mesh === undefined || request.clusters.length === 0) return mesh;
  return { ...mesh, clusters: mesh.clusters.filter(({ name }) => request.clusters.includes(name)) };
}

/** What follows from a cluster that joins or leaves is told with the cluster. */
function isEdit(change: Change): boolean {
  return change.kind !== "unknown" && change.cause?.kind !== "cluster-added" && change.cause?.kind !== "cluster-removed";
}

/** Sentences about single objects until there are enough; then how many objects are left to the diffs. */
function limited(first: readonly Rich[], changes: readonly Change[], speak: (change: Change) => readonly Rich[]): readonly Rich[] {
  const said = [...first];
  for (const [index, change] of changes.entries()) {
    if (said.length >= most && index < changes.length - 1) return [...said, leftToDiffs(changes, index)];
    said.push(...speak(change));
  }
  return said;
}

/** One object may change in several ways in different clusters: it is counted once, and not at all when a sentence named it. */
function leftToDiffs(changes: readonly Change[], from: number): Rich {
  const told = new Set(changes.slice(0, from).map((change) => idKey(change.id)));
  const rest = distinct(changes.slice(from).map((change) => idKey(change.id))).filter((key) => !told.has(key));
  const text =
    rest.length === 0
      ? "Some of these objects change differently in other clusters"
      : `${counted(rest.length, "more object of these kinds changes", "more objects of these kinds change")}`;
  return words(`${text}: see the diffs.`);
}

function isSecurity({ id }: Change): boolean {
  return id.group === "security.istio.io";
}

function isTraffic({ id }: Change): boolean {
  return id.group === "networking.istio.io" || id.kind === "HTTPRoute";
}

function isLostRoute(change: Change): boolean {
  return change.kind === "delete" && change.id.group === "networking.istio.io" && change.id.kind === "VirtualService";
}

/** Twelve deleted VirtualServices are one sentence with twelve hosts, not twelve sentences. */
function lostRoutes(edited: readonly Change[], context: Context): readonly Rich[] {
  const lost = edited.filter(isLostRoute);
  const perCluster = groupBy(lost, (change) => change.clusters.join());
  const groups = perCluster.length <= 3 ? perCluster : [lost];
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group.flatMap((change) => trafficWords(change, context));
    const hosts = distinct(group.flatMap((change) => texts(listAt(specs(change).before, "hosts"))));
    return [
      say`Requests to ${few(hosts)} lose their routes: ${group.length} VirtualServices are deleted${where(context, distinct(group.flatMap((change) => change.clusters)))}.`,
    ];
  });
}

/** Deletions are never left to the diff alone. */
function lossWords(context: Context): readonly Rich[] {
  const lost = context.study.changes.changes.filter((change) => change.kind === "delete");
  const replaced = context.study.changes.changes.filter((change) => change.kind === "replace");
  return [...lossWord(lost, "deleted", context), ...lossWord(replaced, "deleted and created again", context)];
}

function lossWord(changes: readonly Change[], verb: string, context: Context): readonly Rich[] {
  const names = distinct(changes.map((change) => idText(change.id)));
  if (names.length === 0) return [];
  const are = names.length === 1 ? "is" : "are";
  return [say`${strong(`${counted(names.length, "object")} ${are} ${verb}`)}${howManyWhere(changes, context)}.`];
}

/** ` in all 3 clusters` while each of them loses all; else how many in which: `: 50 in west, 1 in each of east and eu`. */
function howManyWhere(changes: readonly Change[], context: Context): Rich {
  const clusters = distinct(changes.flatMap((change) => change.clusters));
  const counts = clusters.map((cluster) => ({ cluster, count: changes.filter((change) => change.clusters.includes(cluster)).length }));
  const groups = groupBy(counts, ({ count }) => String(count)).toSorted((a, b) => (b[0]?.count ?? 0) - (a[0]?.count ?? 0));
  const total = distinct(changes.map((change) => idText(change.id))).length;
  if (groups.length === 1 && groups[0]?.[0]?.count === total) return where(context, clusters);
  if (groups.length > 3) return say` in ${clusterNames(clusters, context.all)}`;
  const parts = groups.map((group) => {
    const names = group.map(({ cluster }) => cluster);
    return say`${group[0]?.count ?? 0} in ${words(names.length === 1 ? "" : "each of ")}${clusterNames(names, names.length > 4 ? context.all : [])}`;
  });
  return [...words(": "), ...listed(parts)];
}

function totalWords({ study, kept }: Context, hidden: Hidden | undefined): readonly Rich[] {
  const told = [...study.changes.changes, ...kept];
  const others = hidden === undefined ? [] : [hiddenWord(hidden)];
  if (told.length === 0) return others;
  const clusters = distinct(told.flatMap((change) => change.clusters)).length;
  return [words(`In all: ${countsText(totalsOf(told), "object", placesOf(told))}, in ${counted(clusters, "cluster")}.`), ...others];
}

/** What nobody asked for is not what does not happen. */
function hiddenWord({ told, clusters, findings }: Hidden): Rich {
  const objects = told.length === 0 ? "" : `${countsText(totalsOf(told), "object", placesOf(told))} in `;
  const found =
    findings === 0 ? "" : `${told.length === 0 ? "" : ", and "}${counted(findings, "finding")}${told.length === 0 ? " in " : ""}`;
  return [
    ...strong("Not shown"),
    ...words(", because other clusters were not asked for: "),
    ...words(told.length === 0 ? found : objects),
    ...clusterNames(clusters, []),
    ...words(told.length === 0 ? "." : `${found}.`),
  ];
}

/** What stays although nothing asks for it any more is said beside what goes. */
function keptWords(context: Context): readonly Rich[] {
  const names = distinct(context.kept.map((change) => idText(change.id)));
  if (names.length === 0) return [];
  const clusters = distinct(context.kept.flatMap((change) => change.clusters));
  const are = names.length === 1 ? "is" : "are";
  return [
    say`${words(`${counted(names.length, "object")} ${are} kept`)}${where(context, clusters)}, though nothing asks for ${words(names.length === 1 ? "it" : "them")} any more: Isthmus never deletes definitions, namespaces, CA material and reader accounts.`,
  ];
}

function masked(sentence: Rich): Rich {
  return sentence.map((span) => ({ ...span, text: maskedText(span.text) }));
}
