import { nearest } from "../../../catalog/nearest.ts";
import type { Check } from "../../rule.ts";
import { builtinKinds, isBuiltinGroup, isBuiltinName } from "../../schema/builtin-kinds.ts";
import { type DefinedKind, definedKinds } from "../../schema/crds.ts";

interface Named {
  readonly group: string;
  readonly kind: string;
}

const gatewayApi = "gateway.networking.k8s.io";

export const check: Check<"unknown-kind"> = (cluster, report) => {
  const defined = cluster.remember(definedKinds);
  for (const key of cluster.kinds()) {
    const slash = key.indexOf("/");
    const named = { group: key.slice(0, Math.max(slash, 0)), kind: key.slice(slash + 1) };
    const hint = isBuiltinGroup(named.group) ? hintForBuiltin(key, named) : hintForDefined(key, named, defined);
    if (hint === undefined) continue;
    for (const manifest of cluster.list(key)) {
      report({ kind: named.kind, group: named.group === "" ? "v1" : named.group, hint }, { on: manifest, path: ["kind"] });
    }
  }
};

/** `undefined` for a kind that may exist: of Kubernetes' own kinds only those that are called like a known one, or nearly so, are surely wrong. */
function hintForBuiltin(key: string, { group, kind }: Named): string | undefined {
  const builtins = [...builtinKinds().values()];
  if (builtinKinds().has(key)) return undefined;
  const same = builtins.find((entry) => entry.kind === kind);
  if (same !== undefined) return ` ${kind} is in ${same.group === "" ? "v1" : same.group}.`;
  const near = isBuiltinName(kind) ? undefined : nearest(kind, namesIn(group, builtins));
  return near === undefined ? undefined : ` Did you mean ${near}?`;
}

/** `undefined` for a kind that a CRD defines, or of a group about which the cluster's CRDs say nothing. */
function hintForDefined(key: string, { group, kind }: Named, defined: ReadonlyMap<string, DefinedKind>): string | undefined {
  const kinds = [...defined.values()];
  const groups = new Set(kinds.map((entry) => entry.group));
  // Where no CRD of Istio is known (it could not be rendered), nothing can be said about its kinds.
  const isIstioKnown = [...groups].some((entry) => entry.endsWith(".istio.io"));
  // The platform brings the Gateway API, and a repository may add experimental kinds of it: only a release's files define Gateway itself.
  const isWhole = groups.has(group) && (group !== gatewayApi || defined.has(`${gatewayApi}/Gateway`));
  // IstioOperator has a rule of its own that says where its content belongs.
  if (!isIstioKnown || defined.has(key) || kind === "IstioOperator" || !(group.endsWith("istio.io") || isWhole)) return undefined;
  const same = kinds.find((entry) => entry.kind === kind);
  if (same !== undefined) return ` ${kind} is in ${same.group}.`;
  const near = nearest(kind, namesIn(group, kinds));
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

function namesIn(group: string, kinds: readonly Named[]): readonly string[] {
  return kinds.filter((entry) => entry.group === group).map((entry) => entry.kind);
}
