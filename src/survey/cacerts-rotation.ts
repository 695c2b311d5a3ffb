import { problem } from "../catalog/problem.ts";
import type { TrustPosition } from "../model/certificate.ts";
import type { Cluster, Mesh, Trust } from "../model/mesh.ts";
import type { Problem } from "../model/problem.ts";
import { type Certificate, fingerprints, nameOf } from "../trust/index.ts";

/**
 * A root rotation, phase by phase (reference 2.5). Roots are only ever added or taken away, never swapped, and a phase begins when every cluster has passed the
 * one before, so that at any moment each pair of clusters trusts what the other shows.
 *
 * | phase | signs | trusted | before it, in every cluster |
 * |---|---|---|---|
 * | distribute | who signed before | all roots of the signer | – |
 * | switch | the new root | as before | trusts the new root |
 * | retire | the new root | the new root alone | signs under the new root, no older certificate of a workload is left |
 *
 * The way back is the same way: `to` the old root.
 */
export type Rotation = NonNullable<Trust["rotation"]>;

/** What one cluster's `cacerts` must hold while the mesh is in this phase. */
export interface Wanted {
  /** The root that signs; `undefined`: whichever signs there now. */
  readonly under: Certificate | undefined;
  readonly roots: readonly Certificate[];
}

/** The phase that must be over first. */
export const phaseBefore = { distribute: "distribute", switch: "distribute", retire: "switch" } as const;

/** What the phase wants, or why it cannot be told. `known` are the signer's roots. */
export function wantedNow({ rotation }: Trust, known: readonly Certificate[]): Wanted | Problem {
  if (rotation === undefined) return { under: undefined, roots: known };
  const to = rootNamed(rotation.to, known);
  if (to === undefined) {
    return problem("rotation-root-unknown", { to: rotation.to, known: known.map(nameOf).join(", ") || "none" });
  }
  switch (rotation.phase) {
    case "distribute":
      return { under: undefined, roots: known };
    case "switch":
      return { under: to, roots: known };
    case "retire":
      return { under: to, roots: [to] };
  }
}

/** The root of that common name, or whose fingerprint begins so; `undefined` also when several do. */
export function rootNamed(name: string, roots: readonly Certificate[]): Certificate | undefined {
  const isPrefix = /^[0-9a-f]{8,}$/u.test(name);
  const named = roots.filter((root) => nameOf(root) === name || (isPrefix && root.fingerprint.startsWith(name)));
  return named.length === 1 ? named[0] : undefined;
}

/** Who signs for a new cluster while nothing else says so: in `distribute` the root that the others still use. */
export function signerForNew({ rotation }: Trust, wanted: Wanted): Certificate | undefined {
  if (wanted.under !== undefined || rotation === undefined) return wanted.under;
  const to = rootNamed(rotation.to, wanted.roots);
  return wanted.roots.find(({ fingerprint }) => fingerprint !== to?.fingerprint) ?? to;
}

/** Where a cluster stands, for `whyToWait`. */
export function positionOf({
  issuer,
  roots,
}: {
  readonly issuer: Certificate | undefined;
  readonly roots: readonly Certificate[];
}): TrustPosition {
  return { issuer: issuer?.fingerprint, roots: fingerprints(roots) };
}

/** Clusters whose istiod signs: those that hold `cacerts`. */
export function signingClusters({ clusters, trust }: Mesh): readonly Cluster[] {
  return trust.signer.kind === "certManager" ? [] : trustedClusters({ clusters });
}

/** Clusters that have an istiod of their own, whoever signs. */
export function trustedClusters({ clusters }: Pick<Mesh, "clusters">): readonly Cluster[] {
  return clusters.filter(({ role }) => role !== "remote");
}

/**
 * Why nothing may be written for this phase anywhere yet: a cluster that has not passed the phase before, or of which that cannot be told. A cluster without
 * `cacerts` shows nothing to the others yet and holds nobody up (`"none"`); one that is missing from the map could not be read. `undefined`: go on.
 */
export function whyToWait(
  mesh: Mesh,
  known: readonly Certificate[],
  positions: ReadonlyMap<string, TrustPosition | "none">,
): string | undefined {
  const { rotation } = mesh.trust;
  const to = rotation && rootNamed(rotation.to, known);
  // Adding a root can never part two clusters.
  if (rotation === undefined || to === undefined || rotation.phase === "distribute") return undefined;
  const waiting = signingClusters(mesh).flatMap(({ name }): readonly string[] => {
    const position = positions.get(name);
    if (position === undefined) return [`${name} could not be read`];
    const why = position === "none" ? undefined : whyBehind(position, rotation.phase, to);
    return why === undefined ? [] : [`${name} ${why}`];
  });
  return waiting.length === 0 ? undefined : waiting.join("; ");
}

/** What a cluster has not done of the phases before, as a clause after its name. One that this phase has changed already was through. */
function whyBehind({ issuer, roots, late }: TrustPosition, phase: Rotation["phase"], to: Certificate): string | undefined {
  const signs = issuer === to.fingerprint;
  if (!roots.includes(to.fingerprint)) return `does not trust ${nameOf(to)} yet`;
  if (phase === "retire" ? signs && roots.length === 1 : signs) return undefined;
  return phase === "retire" && !signs ? `does not sign under ${nameOf(to)} yet` : late;
}
