/** Names that several objects share. Each is fixed by Istio or by the decision it carries. */

/** Label that says which mesh an object belongs to: ours, for ownership (DESIGN §8). On every object, never on pod templates, so no pod restarts. */
export const meshLabel = "isthmus.dev/mesh";

/** The revision that has no revision label (`istiod`, not `istiod-<name>`). */
export const defaultRevision = "default";

export const networkLabel = "topology.istio.io/network";

/** The ServiceAccount that other clusters' istiods read a cluster with. Its UID is in every token: it is never made anew under another name. */
export const readerAccount = "istio-reader-service-account";

/** `-<revision>` for a named revision, nothing for the default one: how charts build names. */
export function revisionSuffix(revision: string): string {
  return revision === defaultRevision ? "" : `-${revision}`;
}
