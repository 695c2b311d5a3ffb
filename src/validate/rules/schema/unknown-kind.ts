import { nearest } from "../../facts/nearest.ts";
import type { Check } from "../../rule.ts";
import { definedKinds } from "../../schema/crds.ts";

const gatewayApi = "gateway.networking.k8s.io";

export const check: Check<"unknown-kind"> = (cluster, report) => {
  const defined = cluster.remember(definedKinds);
  const groups = new Set([...defined.values()].map(({ group }) => group));
  // Where no CRD of Istio is known (it could not be rendered), nothing can be said about its kinds.
  if (![...groups].some((group) => group.endsWith(".istio.io"))) return;
  // The platform brings the Gateway API, and a repository may add experimental kinds of it: only a release's files define Gateway itself.
  const isWhole = (group: string) => groups.has(group) && (group !== gatewayApi || defined.has(`${gatewayApi}/Gateway`));
  for (const key of cluster.kinds()) {
    const slash = key.indexOf("/");
    const group = key.slice(0, Math.max(slash, 0));
    const kind = key.slice(slash + 1);
    const isIstios = group.endsWith("istio.io") || isWhole(group);
    // IstioOperator has a rule of its own that says where its content belongs.
    if (defined.has(key) || !isIstios || kind === "IstioOperator") continue;
    for (const manifest of cluster.list(key))
      report({ kind, group, hint: hintFor(group, kind, [...defined.values()]) }, { on: manifest, path: ["kind"] });
  }
};

function hintFor(group: string, kind: string, defined: readonly { readonly group: string; readonly kind: string }[]): string {
  const same = defined.find((entry) => entry.kind === kind);
  if (same !== undefined) return ` ${kind} is in ${same.group}.`;
  const near = nearest(
    kind,
    defined.filter((entry) => entry.group === group).map((entry) => entry.kind),
  );
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
