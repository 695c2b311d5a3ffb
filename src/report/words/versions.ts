import type { Change } from "../../model/change.ts";
import { canonical, valueAt } from "../../model/json.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { counted, distinct, groupBy } from "../count.ts";
import { type Rich, say, words } from "../rich.ts";
import { type Context, gained, shown, where } from "./context.ts";
import { few } from "./names.ts";

/** Which Istio runs where, with which settings: versions, revisions, tags, Helm values, charts, data plane. */
export function versionWords(context: Context): readonly Rich[] {
  return [...revisionWords(context), ...meshWords(context), ...valueWords(context)];
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
  return movesVersion(context) ? [...told, words("Sidecars and gateways keep their old proxy until they restart.")] : told;
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
  if (caused.length > 0 || context.head === undefined || context.base === undefined) return said;
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
  const objects = words(` and ${cause.keys.length === 1 ? "changes" : "change"} ${counted(group.length, "object")}`);
  const [single] = cause.keys;
  const moved = cause.keys.length === 1 && single !== undefined ? valuesOf(cause.chart, single, clusters, context) : undefined;
  if (moved !== undefined)
    return [say`Helm value ${single ?? ""} of ${cause.chart} goes from ${moved.was} to ${moved.now}${where(context, clusters)}${objects}.`];
  const verb = words(cause.keys.length === 1 ? "is set differently" : "are set differently");
  return [
    say`Helm ${words(cause.keys.length === 1 ? "value" : "values")} ${few(cause.keys)} of ${cause.chart} ${verb}${where(context, clusters)}${objects}.`,
  ];
}

/** Both values of a key when they are short, differ, and are the same in all these clusters. */
function valuesOf(
  chart: string,
  key: string,
  clusters: readonly string[],
  { head, base }: Context,
): { readonly was: string; readonly now: string } | undefined {
  const side = (mesh: Mesh | undefined): string | undefined => {
    const found = clusters.map((name) =>
      valueAt(mesh?.clusters.find((cluster) => cluster.name === name)?.istio.values[chart], key.split(".")),
    );
    const [first] = found;
    const isScalar = typeof first === "string" || typeof first === "number" || typeof first === "boolean";
    return isScalar && found.every((each) => each === first) && shown(first).length <= 60 ? shown(first) : undefined;
  };
  const [was, now] = [side(base), side(head)];
  return was === undefined || now === undefined || was === now ? undefined : { was, now };
}

function revisionName(name: string): Rich {
  return name === "default" ? words("Istio") : say`Istio revision ${name}`;
}
