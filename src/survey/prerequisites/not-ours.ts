import { objectsOf } from "../../model/desired.ts";
import { type JsonObject, textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { idKey, idText, type ObjectId } from "../../model/manifest.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import { entryFor } from "../entries.ts";
import { leftBundle } from "../gateway-api.ts";
import { gitOpsTool } from "../gitops.ts";
import { meshLabel } from "../label.ts";
import { makersOf } from "../makers.ts";
import { type Aspect, isWritten, named } from "./aspect.ts";

/** Every object that the plan touches is ours, or nobody's, or ours to adopt. What a GitOps tool puts back each minute is refused in any case. */
export function notOurs(aspect: Aspect): readonly Unmet[] {
  if (!isWritten(aspect)) return [];
  const there = touched(aspect);
  return [...fought(aspect, there), ...ofOtherMesh(aspect, there), ...foreign(aspect, there)];
}

interface There {
  readonly id: ObjectId;
  readonly live: Present;
}

/** What is wanted or written and is there already; not what is left to whoever brought it. */
function touched(aspect: Aspect): readonly There[] {
  const { scope, plan, cluster, seen } = aspect;
  const left = leftBundle(aspect)?.ids ?? new Set();
  const written = plan.steps.flatMap(({ clusters, writes }) => (clusters.includes(cluster.name) ? writes.map(({ id }) => id) : []));
  const ids = new Map([...objectsOf(scope.desired, cluster.name), ...written.map((id) => ({ id }))].map(({ id }) => [idKey(id), id]));
  return [...ids.keys()].sort().flatMap((key) => {
    const live = seen.objects.get(key);
    const id = ids.get(key);
    return live?.kind === "present" && id !== undefined && !left.has(key) ? [{ id, live }] : [];
  });
}

function fought({ cluster }: Aspect, there: readonly There[]): readonly Unmet[] {
  const byTool = Map.groupBy(
    there.flatMap((entry) => {
      const tool = gitOpsTool(entry.live);
      return tool === undefined ? [] : [{ tool, ...entry }];
    }),
    ({ tool }) => tool,
  );
  return [...byTool].map(([tool, objects]) => ({
    cluster: cluster.name,
    kind: "not-ours",
    seen: `${tool} manages ${named(objects.map(({ id }) => idText(id)))}; it would put back whatever Isthmus writes.`,
    remedy: `Take them out of ${tool} (without deleting them) and say \`adopt: true\` for the cluster; or leave the applying to ${tool} with \`apply: never\`.`,
  }));
}

function ofOtherMesh({ scope, cluster }: Aspect, there: readonly There[]): readonly Unmet[] {
  const byMesh = Map.groupBy(there, ({ live }) => labelOf(live.object) ?? scope.mesh.name);
  return [...byMesh].flatMap(([mesh, objects]) =>
    mesh === scope.mesh.name
      ? []
      : [
          {
            cluster: cluster.name,
            kind: "not-ours" as const,
            seen: `${named(objects.map(({ id }) => idText(id)))} ${objects.length === 1 ? "belongs" : "belong"} to mesh ${mesh}, by label \`${meshLabel}\`.`,
            remedy: `Remove the cluster from mesh ${mesh} first; or, if that mesh is gone, change the label by hand.`,
          },
        ],
  );
}

/**
 * Objects that somebody else made, where the cluster is not to be adopted. Namespaces are nobody's: we add our labels and never delete one.
 */
function foreign({ scope, cluster, seen }: Aspect, there: readonly There[]): readonly Unmet[] {
  if (cluster.adopt) return [];
  const others = there.filter(
    ({ id, live }) =>
      labelOf(live.object) === undefined &&
      entryFor({ id }, seen) === undefined &&
      !(id.group === "" && id.kind === "Namespace") &&
      gitOpsTool(live) === undefined,
  );
  if (others.length === 0) return [];
  const shown = others.map(({ id, live }) => `${idText(id)} (${makersOf(live)})`);
  const count = others.length === 1 ? "1 object is there that does not" : `${others.length} objects are there that do not`;
  return [
    {
      cluster: cluster.name,
      kind: "not-ours",
      seen: `${count} belong to mesh ${scope.mesh.name}: ${named(shown)}.`,
      remedy: `Say \`adopt: true\` for ${cluster.name} to take them over as they are (\`isthmus plan --live\` shows which and from whom), or take them out of the mesh.`,
    },
  ];
}

function labelOf(object: JsonObject): string | undefined {
  return textAt(object, "metadata", "labels", meshLabel);
}
