import { textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import { idText } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { mistakesOfType } from "./builtin.ts";
import { builtinKinds, isNewerThanKnown } from "./builtin-kinds.ts";
import { type DefinedKind, definedKinds, type Judge } from "./crds.ts";
import type { Mistake } from "./mistake.ts";

/** An object and what its schema says against it. */
export interface Judged {
  readonly manifest: Manifest;
  /** `VirtualService shop/checkout`. */
  readonly name: string;
  readonly mistakes: readonly Mistake[];
}

/** Every object of the cluster whose kind a CRD defines, or whose kind is built in, and that does not fit it. */
export function judged(view: ClusterView<string>): readonly Judged[] {
  const defined = [...view.remember(definedKinds).entries()].flatMap(([key, kind]) =>
    view.list(key).map((manifest) => ({ manifest, mistakes: mistakesOf(manifest, kind) })),
  );
  return [...defined, ...judgedBuiltins(view)].flatMap(({ manifest, mistakes }) =>
    mistakes.length === 0 ? [] : [{ manifest, name: idText(manifest.id), mistakes }],
  );
}

interface Answer {
  readonly manifest: Manifest;
  readonly mistakes: readonly Mistake[];
}

function judgedBuiltins(view: ClusterView<string>): readonly Answer[] {
  const mayBeNew = isNewerThanKnown(view);
  return [...builtinKinds()].flatMap(([key, { versions }]) =>
    view.list(key).flatMap((manifest) => {
      const type = versions.get(versionOf(manifest));
      if (type === undefined) return [];
      const mistakes = builtinAnswers.get(manifest) ?? mistakesOfType(manifest.object, type);
      builtinAnswers.set(manifest, mistakes);
      return [{ manifest, mistakes: mayBeNew ? mistakes.filter(({ kind }) => kind !== "unknown-field") : mistakes }];
    }),
  );
}

/** The part of `apiVersion` after the group. */
export function versionOf(manifest: Manifest): string {
  const apiVersion = textAt(manifest.object, "apiVersion") ?? "";
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

// Built-in kinds are the same in every cluster.
const builtinAnswers = new WeakMap<Manifest, readonly Mistake[]>();

// One object is often in many clusters that have the same CRDs; its mistakes do not depend on the cluster.
const answers = new WeakMap<Manifest, Map<Judge, readonly Mistake[]>>();

function mistakesOf(manifest: Manifest, kind: DefinedKind): readonly Mistake[] {
  const version = versionOf(manifest);
  const judge = kind.served.includes(version) ? kind.judge(version) : undefined;
  if (judge === undefined) return [];
  const known = answers.get(manifest)?.get(judge);
  if (known !== undefined) return known;
  const mistakes = judge(manifest.object);
  const kept = answers.get(manifest) ?? new Map<Judge, readonly Mistake[]>();
  answers.set(manifest, kept.set(judge, mistakes));
  return mistakes;
}
