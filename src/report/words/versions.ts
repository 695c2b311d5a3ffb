import type { Change } from "../../model/change.ts";
import { classOf, type ReleaseRecord, substituteIn } from "../../model/desired.ts";
import { canonical, type Json, valueAt } from "../../model/json.ts";
import type { Cluster } from "../../model/mesh.ts";
import type { Study } from "../../model/study.ts";
import { counted, distinct, groupBy } from "../count.ts";
import { listed, type Rich, say, strong, words } from "../rich.ts";
import { type Context, gained, shown, where } from "./context.ts";
import { few } from "./names.ts";

/** Which Istio runs where, with which settings: versions, revisions, tags, Helm values, charts, data plane. */
export function versionWords(context: Context): readonly Rich[] {
  return [...revisionWords(context), ...snapshotWords(context), ...meshWords(context), ...valueWords(context)];
}

function revisionWords(context: Context): readonly Rich[] {
  const { head, base } = context;
  const kept = (head?.clusters ?? []).flatMap((after) => {
    const before = base?.clusters.find((cluster) => cluster.name === after.name);
    return before === undefined ? [] : revisionChanges(before, after).map((said) => ({ said, cluster: after.name }));
  });
  const told = groupBy(kept, ({ said }) => JSON.stringify(said)).map((group) => [
    ...(group[0]?.said ?? []),
    ...where(
      context,
      group.map(({ cluster }) => cluster),
    ),
    ...words("."),
  ]);
  if (context.study.plan.steps.some(({ kind }) => kind === "restart")) return [...told, words(restarting)];
  return movesVersion(context) ? [...told, words(left)] : told;
}

const left = "Sidecars and gateways keep their old proxy until they restart.";
const restarting =
  "Workloads and gateways that have the old proxy are restarted: one after the other in each cluster, each ready before the next, and none further when one does not come back.";

/** A tick under an upgrade is worth what was compared: beside the new version stands that its charts were not there. */
function snapshotWords({ head, base }: Context): readonly Rich[] {
  const versions = (head?.clusters ?? []).flatMap(({ name, istio }) => {
    const before = base?.clusters.find((cluster) => cluster.name === name);
    if (istio.charts.kind !== "bundled" || before === undefined) return [];
    return istio.revisions
      .map(({ version }) => version)
      .filter((version) => before.istio.revisions.every((old) => old.version !== version));
  });
  if (versions.length === 0) return [];
  return [
    [
      ...strong("Not the charts of this version:"),
      ...say` compared with the bundled snapshot, in which only image tags follow; what else ${few(distinct(versions))} changes is not shown.`,
    ],
  ];
}

/** Whether a revision that stays runs another version: then its tag in the Helm values says the same once more. */
function movesVersion({ head, base }: Context): boolean {
  return (head?.clusters ?? []).some((after) => {
    const before = base?.clusters.find((cluster) => cluster.name === after.name)?.istio.revisions ?? [];
    return after.istio.revisions.some(({ name, version }) => before.some((old) => old.name === name && old.version !== version));
  });
}

function revisionChanges(before: Cluster, after: Cluster): readonly Rich[] {
  const was = new Map(before.istio.revisions.map((revision) => [revision.name, revision]));
  const now = new Map(after.istio.revisions.map((revision) => [revision.name, revision]));
  return [
    ...[...now].flatMap(([name, { version, tags }]) => {
      const old = was.get(name);
      if (old === undefined) return [say`${revisionName(name)} ${version} is installed beside what runs${tagged(tags)}`];
      const moved = old.version === version ? [] : [say`${revisionName(name)} goes from ${old.version} to ${version}`];
      const { added } = gained(old.tags, tags);
      return added.length === 0
        ? moved
        : [
            ...moved,
            say`${words(added.length === 1 ? "Tag" : "Tags")} ${few(added)} now ${words(added.length === 1 ? "points" : "point")} to revision ${name}`,
          ];
    }),
    ...[...was].filter(([name]) => !now.has(name)).map(([name, { version }]) => say`${revisionName(name)} ${version} is removed`),
  ];
}

/** A tag decides which revision a namespace gets, so a new revision that takes one may move workloads. */
function tagged(tags: readonly string[]): Rich {
  return tags.length === 0 ? [] : say`, with ${words(tags.length === 1 ? "tag" : "tags")} ${few(tags)}`;
}

function meshWords({ head, base }: Context): readonly Rich[] {
  if (head === undefined || base === undefined) return [];
  const facts: readonly (readonly [string, string, string])[] = [
    ["The deployment model", base.topology, head.topology],
    ["The data plane", base.dataPlane, head.dataPlane],
    ["The mesh id", base.meshId, head.meshId],
    ["The image registry", base.istio.images.hub ?? "unset", head.istio.images.hub ?? "unset"],
    ["The Gateway API version", base.istio.gatewayApi.version ?? "unset", head.istio.gatewayApi.version ?? "unset"],
  ];
  return facts.filter(([, was, now]) => was !== now).map(([noun, was, now]) => say`${words(noun)} becomes ${now} (was ${was}).`);
}

/** Keys of Helm values as the causes name them; where nothing names them, as the documents differ. */
function valueWords(context: Context): readonly Rich[] {
  const caused = context.study.changes.changes.filter((change) => change.cause?.kind === "values");
  const said = groupBy(caused, (change) => JSON.stringify(change.cause)).flatMap((group) => valueSentence(group, context));
  const isPart = context.study.request.clusters.length > 0;
  if (caused.length > 0 || isPart || context.head === undefined || context.base === undefined) return said;
  const [now, was] = [context.head.istio.values, context.base.istio.values];
  const charts = distinct([...Object.keys(now), ...Object.keys(was)]).filter((chart) => canonical(now[chart]) !== canonical(was[chart]));
  return charts.length === 0 ? [] : [say`Helm values of ${few(charts)} change.`];
}

function valueSentence(group: readonly Change[], context: Context): readonly Rich[] {
  const found = group[0]?.cause;
  if (found?.kind !== "values") return [];
  const cause = { ...found, keys: found.keys.filter((key) => key !== "global.tag" || !movesVersion(context)) };
  if (cause.keys.length === 0) return [];
  const clusters = distinct(group.flatMap((change) => change.clusters));
  const isOne = cause.keys.length === 1;
  const objects = words(` and ${isOne ? "changes" : "change"} ${counted(group.length, "object")}`);
  const place = where(context, clusters);
  const values = words(isOne ? "value" : "values");
  const moves = cause.keys.map((key) => valueMove(cause.chart, key, clusters, context));
  if (moves.length > mostMoves || moves.some((move) => move === undefined))
    return [say`Helm ${values} ${few(cause.keys)} of ${cause.chart} ${words(isOne ? "is" : "are")} set differently${place}${objects}.`];
  const [key = ""] = cause.keys;
  if (isOne) return [say`Helm value ${key} of ${cause.chart} ${moves[0] ?? []}${place}${objects}.`];
  const each = cause.keys.map((name, index) => say`${name} ${moves[index] ?? []}`);
  return [say`Helm values of ${cause.chart}${place}: ${listed(each)}. They change ${words(counted(group.length, "object"))}.`];
}

/** With more keys than this a sentence is no help: the diffs tell the values. */
const mostMoves = 3;

/** `goes from 2 to 5`: when it is a plain word or number on both sides, short, and the same in all these clusters. */
function valueMove(chart: string, key: string, clusters: readonly string[], { study }: Context): Rich | undefined {
  const pairs = clusters.flatMap((cluster) => renderedValues(study, chart, key, cluster));
  const [first] = pairs;
  if (first === undefined || pairs.some((pair) => canonical(pair) !== canonical(first)) || !first.every(isPlain)) return undefined;
  const [was, now] = first.map((value) => (value === null ? undefined : shown(value)));
  if (was === now) return undefined;
  if (was === undefined) return say`is now set to ${now ?? ""}`;
  return now === undefined ? say`is no longer set (was ${was})` : say`goes from ${was} to ${now}`;
}

/** What the releases of the chart were given on both sides, where that differs; `null` is unset. */
function renderedValues(study: Study, chart: string, key: string, cluster: string): readonly (readonly [Json, Json])[] {
  const [was, now] = [study.baseline, study.desired].map((side) => (side === undefined ? undefined : classOf(side, cluster)));
  return (now?.releases ?? []).flatMap((release): readonly (readonly [Json, Json])[] => {
    const old = was?.releases.find(({ name }) => name === release.name);
    if (old === undefined || release.chart !== chart) return [];
    const given = ({ values }: ReleaseRecord, side: typeof now): Json =>
      substituteIn(valueAt(values, key.split(".")) ?? null, side?.symbols.get(cluster) ?? new Map());
    const [before, after] = [given(old, was), given(release, now)];
    return canonical(before) === canonical(after) ? [] : [[before, after]];
  });
}

function isPlain(value: Json): boolean {
  return value === null || (typeof value !== "object" && String(value) !== "" && shown(value).length <= 60);
}

function revisionName(name: string): Rich {
  return name === "default" ? words("Istio") : say`Istio revision ${name}`;
}
