import type { Mesh } from "../model/mesh.ts";
import type { StepDraft } from "./draft.ts";

/** The reason of every step that gives one istiod a key to another cluster. */
export const newToken = "a new token is made: it can be revoked, not taken back";

/** Why a step cannot be taken back, or `undefined` when re-applying the old objects does. */
export function whyIrreversible(step: StepDraft, mesh: Mesh): string | undefined {
  if (step.kind === "certificates" && mesh.trust.rotation?.phase === "retire") {
    return "the old root is dropped: what still holds a certificate under it is no longer trusted";
  }
  const writesToken = step.kind === "remote-secret" && step.writes.some(({ kind }) => kind !== "delete");
  if (writesToken) return newToken;
  const replaced = step.writes.filter(({ id, kind }) => kind === "replace" && holdsState.has(id.kind));
  return replaced.length === 0
    ? undefined
    : `${replaced.map(({ id }) => `${id.kind} ${id.name}`).join(", ")} is deleted and made anew, with what it held`;
}

const holdsState = new Set(["PersistentVolumeClaim", "StatefulSet", "CustomResourceDefinition"]);
