import type { CommandName } from "../catalog/commands.gen.ts";
import { nearest } from "../catalog/nearest.ts";
import { reason } from "../catalog/reason.ts";
import type { Command, Reason, Target } from "../model/command.ts";
import type { Asked, MeshFacts } from "./asked.ts";

/**
 * Who may carry out a plan may stop it: neither concerns clusters in which it changes nothing. A waiver is about a finding of the plan. A way back leads to the mesh that was
 * there before, so without a wave it concerns every cluster, whatever the plan of this pull request changes.
 */
const aboutPlan: ReadonlySet<CommandName> = new Set(["apply", "pause", "resume", "cancel", "rollback", "waive"]);

/** The clusters that a command is about, sorted; without targets those that the plan changes, or all when it is not about a plan. */
export function reachOf(command: Command, { mesh, plan }: Pick<Asked, "mesh" | "plan">): readonly string[] | readonly Reason[] {
  const isAboutPlan = aboutPlan.has(command.verb);
  const isWayBackOfAll = command.verb === "rollback" && typeof command.wave !== "number";
  const all = isAboutPlan && !isWayBackOfAll ? [...(plan?.clusters.keys() ?? [])] : mesh.clusters;
  const named = [...command.targets.filter(({ kind }) => kind !== "stage"), ...clusterOf(command)];
  if (named.length === 0) return [...all].sort();
  const parts = named.map((target) => clustersOf(target, mesh));
  const unknown = parts.filter((part): part is Reason => "code" in part);
  if (unknown.length > 0) return unknown;
  const wanted = new Set(parts.flatMap((part) => ("code" in part ? [] : part)));
  return [...wanted].filter((cluster) => !isAboutPlan || all.includes(cluster)).sort();
}

/** True for what `reachOf` gives when it names things the mesh does not have. */
export function isUnknown(reach: readonly string[] | readonly Reason[]): reach is readonly Reason[] {
  return reach.some((entry) => typeof entry !== "string");
}

function clusterOf({ cluster, wave }: Command): readonly Target[] {
  const named: readonly Target[] = cluster === undefined ? [] : [{ kind: "cluster", name: cluster }];
  return typeof wave === "number" ? [...named, { kind: "wave", number: wave }] : named;
}

function clustersOf(target: Target, mesh: MeshFacts): readonly string[] | Reason {
  switch (target.kind) {
    case "cluster":
      return mesh.clusters.includes(target.name) ? [target.name] : unknown("cluster", target.name, mesh.clusters);
    case "group":
      return (
        mesh.groups.get(target.name) ??
        unknown(
          "group",
          `@${target.name}`,
          [...mesh.groups.keys()].map((name) => `@${name}`),
        )
      );
    case "wave":
      return (
        mesh.waves[target.number - 1] ??
        unknown(
          "wave",
          String(target.number),
          mesh.waves.map((_, index) => String(index + 1)),
        )
      );
    case "stage":
      return mesh.clusters;
  }
}

const mostShown = 12;

function unknown(kind: string, name: string, known: readonly string[]): Reason {
  const near = nearest(name, known);
  const shown =
    known.length === 0
      ? "none"
      : known.slice(0, mostShown).join(", ") + (known.length > mostShown ? ` and ${known.length - mostShown} more` : "");
  return reason("cluster_unknown", { kind, name, advice: near === undefined ? "" : `Did you mean ${near}? `, known: shown });
}
