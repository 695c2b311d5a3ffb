/** What a name has to be: Kubernetes has four forms (`k8s.io/apimachinery/pkg/util/validation`, `pkg/api/validation/path`). */
type Form = "label" | "label-1035" | "subdomain" | "segment";

const label = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const forms: Readonly<Record<Form, { readonly pattern: RegExp; readonly longest: number; readonly words: string }>> = {
  label: {
    pattern: new RegExp(`^${label}$`, "u"),
    longest: 63,
    words: "at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends",
  },
  "label-1035": {
    pattern: /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/u,
    longest: 63,
    words: "at most 63 lower-case letters, digits and dashes, with a letter at the start and a letter or digit at the end",
  },
  subdomain: {
    pattern: new RegExp(`^${label}(?:\\.${label})*$`, "u"),
    longest: 253,
    words: "at most 253 lower-case letters, digits, dashes and dots, with a letter or digit at both ends of each part",
  },
  segment: {
    pattern: /^(?!\.{1,2}$)[^/%]+$/u,
    longest: Number.POSITIVE_INFINITY,
    words: "neither one dot nor two, and without slash and percent sign",
  },
};

/** From this minor version on the relaxed names of Services may be on (KEP 5311, beta). */
const relaxedServices = 36;

/** Kinds whose names follow no more than the rule of all: nothing that would end a path of the API. */
const segments: ReadonlySet<string> = new Set(["policy/PodDisruptionBudget"]);

/** What the API server wants of the name of a kind (`group/Kind`) that a CRD defines or that is built in. `minor`: of the cluster's Kubernetes, where it is known. */
function formOf(kind: string, minor: number | undefined): Form {
  if (kind === "Namespace") return "label";
  if (kind === "Service") return minor !== undefined && minor >= relaxedServices ? "label" : "label-1035";
  return segments.has(kind) || kind.startsWith("rbac.authorization.k8s.io/") ? "segment" : "subdomain";
}

/** What is wrong with a name, and a right one that is like it. */
export interface NameFault {
  readonly expected: string;
  readonly near: string | undefined;
}

/** Undefined for a name that the API server takes. */
export function nameFault(name: string, kind: string, minor: number | undefined): NameFault | undefined {
  return faultOf(name, formOf(kind, minor));
}

/** Undefined for a namespace that can exist. */
export function namespaceFault(namespace: string): NameFault | undefined {
  return faultOf(namespace, "label");
}

function faultOf(name: string, form: Form): NameFault | undefined {
  const { words } = forms[form];
  if (fits(name, form)) return undefined;
  const near = name
    .toLowerCase()
    .replace(/[^-a-z0-9.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/gu, "");
  return { expected: words, near: [near, near.replaceAll(".", "-")].find((candidate) => fits(candidate, form)) };
}

function fits(name: string, form: Form): boolean {
  const { pattern, longest } = forms[form];
  return name.length <= longest && pattern.test(name);
}
