import type { Change } from "../model/change.ts";
import { type JsonObject, listAt, textAt, valueAt } from "../model/json.ts";
import { idKey } from "../model/manifest.ts";
import type { Mesh } from "../model/mesh.ts";
import type { StepDraft, Write } from "./draft.ts";

/** The reason of every step that gives one istiod a key to another cluster. */
export const newToken = "a new token is made, which can be revoked, not taken back";

/** The reason of every step that has intermediates signed. */
export const newCertificate = "a new intermediate is signed, and going back keeps it";

/** Why a step cannot be taken back, or `undefined` when re-applying the old objects does. `stored`: definitions that store their objects in another version, by `idKey`. */
export function whyIrreversible(step: StepDraft, mesh: Mesh, stored: ReadonlyMap<string, string>): string | undefined {
  if (step.kind === "certificates" && mesh.trust.rotation?.phase === "retire") {
    return "the old root is dropped, and what still holds a certificate under it is no longer trusted";
  }
  // While a root is distributed what changes is only who is trusted; a cluster that is new gets its first intermediate.
  const isRootAlone = mesh.trust.rotation?.phase === "distribute";
  const signs = (kind: Write["kind"]): boolean => kind !== "delete" && !(isRootAlone && kind === "update");
  if (step.kind === "certificates" && step.writes.some(({ id, kind }) => id.kind === "Secret" && signs(kind))) return newCertificate;
  const moved = step.writes.flatMap(({ id }) => stored.get(idKey(id)) ?? []);
  if (moved.length > 0)
    return `objects are stored in another version from then on, which the definition before may not serve: ${moved.join(", ")}`;
  const writesToken = step.kind === "remote-secret" && step.writes.some(({ kind }) => kind !== "delete");
  if (writesToken) return newToken;
  const replaced = step.writes.filter(({ id, kind }) => kind === "replace" && holdsState.has(id.kind));
  return replaced.length === 0
    ? undefined
    : `${replaced.map(({ id }) => `${id.kind} ${id.name}`).join(", ")} is deleted and made anew, with what it held`;
}

const holdsState = new Set(["PersistentVolumeClaim", "StatefulSet", "CustomResourceDefinition"]);

/** Definitions whose objects are stored in another version by this change: `virtualservices.networking.istio.io from v1beta1 to v1`, by `idKey`. */
export function storageMoves(changes: readonly Change[]): ReadonlyMap<string, string> {
  const moves = changes.flatMap(({ id, kind, before, after }): readonly (readonly [string, string])[] => {
    if (id.kind !== "CustomResourceDefinition" || kind !== "update") return [];
    const [from, to] = [storedVersion(before?.object), storedVersion(after?.object)];
    return from === undefined || to === undefined || from === to ? [] : [[idKey(id), `${id.name} from ${from} to ${to}`]];
  });
  return new Map(moves);
}

function storedVersion(definition: JsonObject | undefined): string | undefined {
  const stored = listAt(definition, "spec", "versions").find((version) => valueAt(version, ["storage"]) === true);
  return textAt(stored, "name");
}
