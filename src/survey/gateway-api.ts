import { parse } from "semver";
import { bundleChannel, bundleVersion, isGatewayApi } from "../catalog/gateway-api.ts";
import { objectsOf } from "../model/desired.ts";
import { type JsonObject, textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import type { Surveyed } from "../model/survey.ts";
import { entryFor } from "./entries.ts";
import { isLabelled } from "./label.ts";
import { makersOf } from "./makers.ts";
import type { Scope } from "./scope.ts";

/** Definitions of the Gateway API that are in a cluster and stay as they are, whatever the mesh brings. */
export interface LeftBundle {
  /** By `idKey`: every wanted object of the release, those that are not there among them. A release is left as a whole: half of one beside half of another is none. */
  readonly ids: ReadonlySet<string>;
  /** Why, as a sentence. */
  readonly seen: string;
  readonly remedy: string;
}

interface Around {
  readonly scope: Scope;
  readonly cluster: Cluster;
  readonly seen: Surveyed;
}

/**
 * The wanted release of the Gateway API, where another one is there that is not replaced: a newer one, which others may count on and whose stored objects an older
 * one may not know; one of the experimental channel, whose kinds and fields the standard one takes away; or the very same by somebody else's hand. An older one by
 * somebody else's hand is no such case: that wants adopting, as all that is not ours.
 */
export function leftBundle(around: Around): LeftBundle | undefined {
  const bundle = objectsOf(around.scope.desired, around.cluster.name).filter(({ id }) => isGatewayApi(id));
  const pairs = bundle
    .filter(({ id }) => id.kind === "CustomResourceDefinition")
    .map((wanted): Pair => ({ wanted, live: presentAs(wanted, around.seen) }));
  const why = whyLeft(pairs, around);
  return why === undefined ? undefined : { ids: new Set(bundle.map(({ id }) => idKey(id))), ...why };
}

interface Pair {
  readonly wanted: Manifest;
  readonly live: Present | undefined;
}

function presentAs({ id }: Manifest, { objects }: Surveyed): Present | undefined {
  const live = objects.get(idKey(id));
  return live?.kind === "present" ? live : undefined;
}

const keep = "Nothing has to be done; `gatewayAPI.manage: platform` says that somebody else keeps them, and ends this note.";

function whyLeft(pairs: readonly Pair[], around: Around): Pick<LeftBundle, "seen" | "remedy"> | undefined {
  for (const { wanted, live } of pairs) {
    if (live === undefined) continue;
    const [ours, theirs] = [versionOf(wanted.object), versionOf(live.object)];
    if (ours === undefined || theirs === undefined) continue;
    const there = `Gateway API ${theirs} is there (${makersOf(live)})`;
    const order = compared(theirs, ours);
    if (order === undefined || order > 0) {
      const than = order === undefined ? `which cannot be compared with the ${ours}` : `newer than the ${ours}`;
      return { seen: `${there}, ${than} that the mesh brings. Definitions are never downgraded: they are left as they are.`, remedy: keep };
    }
    if (channelOf(live.object) === "experimental" && channelOf(wanted.object) === "standard") {
      const seen = `${there}, of the experimental channel. The standard one that the mesh brings would take kinds and fields away: the definitions are left as they are.`;
      return { seen, remedy: keep };
    }
  }
  return isTheSame(pairs, around) ? sameOf(pairs, around) : undefined;
}

/** True where somebody else installed just this release, all of it. */
function isTheSame(pairs: readonly Pair[], { scope, cluster, seen }: Around): boolean {
  if (cluster.adopt || pairs.length === 0) return false;
  return pairs.every(
    ({ wanted, live }) =>
      live !== undefined &&
      !isLabelled(live.object, scope.mesh.name) &&
      entryFor(wanted, seen) === undefined &&
      versionOf(live.object) !== undefined &&
      versionOf(live.object) === versionOf(wanted.object),
  );
}

function sameOf([first]: readonly Pair[], { cluster }: Around): Pick<LeftBundle, "seen" | "remedy"> | undefined {
  if (first?.live === undefined) return undefined;
  const seen = `Gateway API ${versionOf(first.live.object)}, which the mesh brings, is there already (${makersOf(first.live)}): it is left as it is.`;
  return {
    seen,
    remedy: `Nothing has to be done; \`adopt: true\` for ${cluster.name} takes it over, \`gatewayAPI.manage: platform\` leaves it to others.`,
  };
}

function versionOf(object: JsonObject): string | undefined {
  return textAt(object, "metadata", "annotations", bundleVersion);
}

function channelOf(object: JsonObject): string | undefined {
  return textAt(object, "metadata", "annotations", bundleChannel);
}

/** Above 0 when the first is newer; `undefined` for what says nothing about order, such as builds between releases (`v0.0.0-dev`). */
function compared(a: string, b: string): number | undefined {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null || (left.major === 0 && left.minor === 0)) return undefined;
  return left.compare(right);
}
