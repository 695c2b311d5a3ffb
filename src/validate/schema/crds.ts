import { Ajv, type Options, type ValidateFunction } from "ajv";
import { canonical, isObject, type JsonObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { type Schema, schemaOfObject } from "./convert.ts";
import { withUnruledDurations } from "./durations.ts";
import { fitter } from "./fits.ts";
import { formats } from "./formats.ts";
import type { Mistake } from "./mistake.ts";
import { translate } from "./translate.ts";

/** A kind that a CRD of the cluster defines. */
export interface DefinedKind {
  readonly group: string;
  readonly kind: string;
  readonly served: readonly string[];
  /** Made when the first object of the version comes by; `undefined` for a version without schema. */
  judge(version: string): Judge | undefined;
}

/** The kinds that CRDs of the cluster define, by `group/Kind`. */
export function definedKinds(view: ClusterView<"apiextensions.k8s.io/CustomResourceDefinition">): ReadonlyMap<string, DefinedKind> {
  return new Map(
    view.list("apiextensions.k8s.io/CustomResourceDefinition").map((manifest) => {
      const group = textAt(manifest.object, "spec", "group") ?? "";
      const kind = textAt(manifest.object, "spec", "names", "kind") ?? "";
      const served = listAt(manifest.object, "spec", "versions").flatMap((version) =>
        isObject(version) && version["served"] !== false ? (textAt(version, "name") ?? []) : [],
      );
      return [`${group}/${kind}`, { group, kind, served, judge: (version: string) => judgeOf(manifest, version) }] as const;
    }),
  );
}

/** What is wrong with an object of one kind and version. */
export type Judge = (object: JsonObject) => readonly Mistake[];

// Clusters of one release have the same CRDs, so a judge is kept for the process, by the schema's text. It holds nothing but the schema: the same text gives the same answers.
const judges = new Map<string, Judge>();
const byManifest = new WeakMap<Manifest, Map<string, Judge | undefined>>();

function judgeOf(crd: Manifest, version: string): Judge | undefined {
  const known = byManifest.get(crd) ?? new Map<string, Judge | undefined>();
  byManifest.set(crd, known);
  if (!known.has(version)) known.set(version, findJudge(crd, version));
  return known.get(version);
}

function findJudge(crd: Manifest, version: string): Judge | undefined {
  const entry = listAt(crd.object, "spec", "versions").find((candidate) => textAt(candidate, "name") === version);
  const structural = objectAt(entry, "schema", "openAPIV3Schema");
  if (Object.keys(structural).length === 0) return undefined;
  const isIstio = (textAt(crd.object, "spec", "group") ?? "").endsWith(".istio.io");
  const text = `${isIstio ? "istio " : ""}${canonical(structural)}`;
  const known = judges.get(text);
  if (known !== undefined) return known;
  const schema = schemaOfObject(structural);
  const made = judgeBy(isIstio ? withUnruledDurations(schema) : schema);
  judges.set(text, made);
  return made;
}

/** After so many objects of a kind what ajv compiles has paid: it takes tens of milliseconds, and is quicker than `fitter` from then on. */
const worthCompiling = 500;

function judgeBy(schema: Schema): Judge {
  const surelyFits = fitter(schema);
  let validate: ValidateFunction | undefined;
  let judged = 0;
  return (object) => {
    if (validate === undefined && judged++ < worthCompiling && surelyFits(object)) return [];
    validate ??= ajv().compile(schema);
    return validate(object) ? [] : translate(validate.errors ?? [], object);
  };
}

// One compiler for all, and no check of the schemas themselves: both together are three quarters of its time (measured: 15 kinds 1.4 s without, 0.3 s with).
let compiler: Ajv | undefined;

/** Made at first use: nothing is done at import. Its optimiser takes longer than it saves on schemas that judge a few hundred objects. */
const ajv = (): Ajv => (compiler ??= new Ajv(settings));

/** How ajv judges: as the API server does. */
export const settings: Options = {
  code: { optimize: false },
  allErrors: true,
  verbose: true,
  strict: false,
  logger: false,
  formats,
  meta: false,
  validateSchema: false,
  addUsedSchema: false,
};
