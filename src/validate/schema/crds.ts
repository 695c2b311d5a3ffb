import { Ajv, type Options, type ValidateFunction } from "ajv";
import { canonical, isObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { schemaOfObject } from "./convert.ts";
import { withUnruledDurations } from "./durations.ts";
import { formats } from "./formats.ts";

/** A kind that a CRD of the cluster defines. */
export interface DefinedKind {
  readonly group: string;
  readonly kind: string;
  readonly served: readonly string[];
  /** Compiled when the first object of the version comes by; `undefined` for a version without schema. */
  validator(version: string): ValidateFunction | undefined;
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
      return [`${group}/${kind}`, { group, kind, served, validator: (version: string) => validatorOf(manifest, version) }] as const;
    }),
  );
}

// Compiling a kind costs tens of milliseconds and clusters of one release have the same CRDs, so a validator is kept for the process, by the schema's
// text. It holds nothing but the schema: the same text gives the same answers.
const compiled = new Map<string, ValidateFunction>();
const byManifest = new WeakMap<Manifest, Map<string, ValidateFunction | undefined>>();

// One compiler for all, and no check of the schemas themselves: both together are three quarters of its time (measured: 15 kinds 1.4 s without, 0.3 s with).
let compiler: Ajv | undefined;

/** Made at first use: nothing is done at import. Its optimiser takes longer than it saves on schemas that judge a few hundred objects. */
const ajv = (): Ajv => (compiler ??= new Ajv(settings));

const settings: Options = {
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

function validatorOf(crd: Manifest, version: string): ValidateFunction | undefined {
  const known = byManifest.get(crd) ?? new Map<string, ValidateFunction | undefined>();
  byManifest.set(crd, known);
  if (!known.has(version)) known.set(version, compile(crd, version));
  return known.get(version);
}

function compile(crd: Manifest, version: string): ValidateFunction | undefined {
  const entry = listAt(crd.object, "spec", "versions").find((candidate) => textAt(candidate, "name") === version);
  const structural = objectAt(entry, "schema", "openAPIV3Schema");
  if (Object.keys(structural).length === 0) return undefined;
  const isIstio = (textAt(crd.object, "spec", "group") ?? "").endsWith(".istio.io");
  const text = `${isIstio ? "istio " : ""}${canonical(structural)}`;
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const schema = schemaOfObject(structural);
  const made = ajv().compile(isIstio ? withUnruledDurations(schema) : schema);
  compiled.set(text, made);
  return made;
}
