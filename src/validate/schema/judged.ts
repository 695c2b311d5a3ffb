import type { ValidateFunction } from "ajv";
import { textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import { idText } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { type DefinedKind, definedKinds } from "./crds.ts";
import type { Mistake } from "./mistake.ts";
import { translate } from "./translate.ts";

/** An object and what its schema says against it. */
export interface Judged {
  readonly manifest: Manifest;
  /** `VirtualService shop/checkout`. */
  readonly name: string;
  readonly mistakes: readonly Mistake[];
}

/** Every object of the cluster whose kind a CRD defines and that does not fit it. */
export function judged(view: ClusterView<string>): readonly Judged[] {
  return [...view.remember(definedKinds).entries()].flatMap(([key, kind]) =>
    view.list(key).flatMap((manifest) => {
      const mistakes = mistakesOf(manifest, kind);
      return mistakes.length === 0 ? [] : [{ manifest, name: idText(manifest.id), mistakes }];
    }),
  );
}

/** The part of `apiVersion` after the group. */
export function versionOf(manifest: Manifest): string {
  const apiVersion = textAt(manifest.object, "apiVersion") ?? "";
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

// One object is often in many clusters that have the same CRDs; its mistakes do not depend on the cluster.
const answers = new WeakMap<Manifest, Map<ValidateFunction, readonly Mistake[]>>();

function mistakesOf(manifest: Manifest, kind: DefinedKind): readonly Mistake[] {
  const version = versionOf(manifest);
  const validator = kind.served.includes(version) ? kind.validator(version) : undefined;
  if (validator === undefined) return [];
  const known = answers.get(manifest)?.get(validator);
  if (known !== undefined) return known;
  const isRight = validator(manifest.object);
  const mistakes = isRight ? [] : translate(validator.errors ?? [], manifest.object);
  const kept = answers.get(manifest) ?? new Map<ValidateFunction, readonly Mistake[]>();
  answers.set(manifest, kept.set(validator, mistakes));
  return mistakes;
}
