import type { Json } from "../model/json.ts";

/**
 * Labels and annotations by which an installer knows its own objects again. They go when the object becomes ours; that is adoption, not a change of the mesh.
 */
const marks = [
  /^metadata\.annotations\.meta\.helm\.sh\/release-name(?:space)?$/u,
  /^metadata\.annotations\.kubectl\.kubernetes\.io\/last-applied-configuration$/u,
  /^metadata\.labels\.(?:install\.)?operator\.istio\.io\//u,
];

const managedBy = "metadata.labels.app.kubernetes.io/managed-by";

/** True for a key, by its path, that belongs to the installer that hands an object over. */
export function isInstallersMark(path: string, value: Json): boolean {
  return marks.some((mark) => mark.test(path)) || (path === managedBy && value === "Helm");
}
