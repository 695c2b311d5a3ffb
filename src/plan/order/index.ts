import type { Mesh } from "../../model/mesh.ts";
import { type Edge, station } from "../draft.ts";
import { ambient } from "./ambient.ts";
import { external } from "./external.ts";
import type { Given } from "./inside.ts";
import { multiPrimary } from "./multi-primary.ts";
import { primaryRemote } from "./primary-remote.ts";
import { removal } from "./removal.ts";

export type { Given } from "./inside.ts";

/** What must come before what in this mesh. */
export function edgesOf(mesh: Mesh, removed: readonly string[], given: Given): readonly Edge[] {
  return [...ofModel(mesh, given), ...restartsLast(mesh), ...removal(removed, given)];
}

/** Workloads of a remote get their proxy from the istiod that serves it, so that comes first. */
function restartsLast({ clusters }: Mesh): readonly Edge[] {
  return clusters.flatMap(({ name, primary }) => {
    if (primary === undefined) return [];
    return (["istiod", "default-revision"] as const).map((kind): Edge => [station(primary, kind), station(name, "restart")]);
  });
}

function ofModel(mesh: Mesh, given: Given): readonly Edge[] {
  if (mesh.topology === "external") return external(mesh, given);
  // Remotes order themselves by the primary that serves them, in a mesh of either name.
  if (mesh.clusters.some(({ role }) => role === "remote")) return primaryRemote(mesh, given);
  return mesh.dataPlane === "ambient" ? ambient(mesh, given) : multiPrimary(mesh, given);
}
