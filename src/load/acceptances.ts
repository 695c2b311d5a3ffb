import { finding } from "../catalog/find.ts";
import { rules } from "../catalog/findings.gen.ts";
import { advice } from "../catalog/nearest.ts";
import { isAcceptance } from "../catalog/schemas/validators.gen.ts";
import type { Finding } from "../model/finding.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { Acceptance } from "../model/repository.ts";
import { check } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";

/** The acceptances of `acceptances.yaml`; one that cannot be read accepts nothing. `clusters`: every name that a cluster has. */
export function readAcceptances(
  documents: readonly LoadedDocument[],
  clusters: readonly string[],
): { readonly acceptances: readonly Acceptance[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const acceptances: Acceptance[] = [];
  for (const document of documents) {
    const checked = check(document, isAcceptance);
    findings.push(...checked.findings);
    if (!checked.isUsable) continue;
    const acceptance = readAcceptance(document);
    findings.push(...unknownNames(acceptance, document, clusters));
    acceptances.push(acceptance);
  }
  return { acceptances, findings };
}

function readAcceptance({ object, source }: LoadedDocument): Acceptance {
  const spec = objectAt(object, "spec");
  return {
    rule: textAt(spec, "rule") ?? "",
    object: textAt(spec, "object"),
    file: textAt(spec, "file"),
    cluster: textAt(spec, "cluster"),
    reason: textAt(spec, "reason") ?? "",
    until: textAt(spec, "until") ?? "",
    place: source.place(["spec"], "key"),
  };
}

/** An acceptance that names a rule or cluster which does not exist matches nothing, and its author believes that it does. */
function unknownNames({ rule, cluster }: Acceptance, { source }: LoadedDocument, clusters: readonly string[]): readonly Finding[] {
  const known = Object.keys(rules);
  const wrongRule = known.includes(rule)
    ? []
    : [finding("acceptance-unknown", { what: "rule", name: rule, near: advice(rule, known) }, { source: source.place(["spec", "rule"]) })];
  if (cluster === undefined || clusters.length === 0 || clusters.includes(cluster)) return wrongRule;
  const facts = { what: "cluster", name: cluster, near: advice(cluster, clusters) };
  return [...wrongRule, finding("acceptance-unknown", facts, { source: source.place(["spec", "cluster"]) })];
}
