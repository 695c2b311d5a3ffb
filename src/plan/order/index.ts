import type { Mesh } from "../../model/mesh.ts";
import type { Edge } from "../draft.ts";
import { ambient } from "./ambient.ts";
import { external } from "./external.ts";
import type { Given } from "./inside.ts";
import { multiPrimary } from "./multi-primary.ts";
import { primaryRemote } from "./primary-remote.ts";
import { removal } from "./removal.ts";

export type { Given } from "./inside.ts";

/** What must come before what in this mesh. */
export function edgesOf(mesh: Mesh, removed: readonly string[], given: Given): readonly Edge[] {
  return [...ofModel(mesh, given), ...removal(removed, given)];
}

function ofModel(mesh: Mesh, given: Given): readonly Edge[] {
  if (mesh.topology === "external") return external(mesh, given);
  // Remotes order themselves by the primary that serves them, in a mesh of either name.
  if (mesh.clusters.some(({ role }) => role === "remote")) return primaryRemote(mesh, given);
  return mesh.dataPlane === "ambient" ? ambient(mesh, given) : multiPrimary(mesh, given);
}
