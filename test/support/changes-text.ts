import type { CertificateFacts, Change, Changes } from "../../src/model/change.ts";
import { canonical, type Json } from "../../src/model/json.ts";
import { idText } from "../../src/model/manifest.ts";

/** Changes as indented text, for cases: everything a reader is told, nothing else. */
export function changesText(changes: Changes): string {
  const { added, removed } = changes.clusters;
  const lines = [
    ...(added.length === 0 ? [] : [`clusters added: ${added.join(", ")}`]),
    ...(removed.length === 0 ? [] : [`clusters removed: ${removed.join(", ")}`]),
    ...changes.changes.flatMap(changeLines),
    `unchanged: ${[...changes.unchanged].map(([cluster, count]) => `${cluster} ${count}`).join(", ")}`,
    ...changes.normalised.map(({ rule, count }) => `left out: ${rule} ${count}`),
  ];
  return `${lines.join("\n")}\n`;
}

function changeLines(change: Change): readonly string[] {
  return [
    `${change.kind} ${idText(change.id)} [${change.stage}] in ${change.clusters.join(", ")}`,
    ...(change.cause === undefined ? [] : [`  because ${JSON.stringify(change.cause)}`]),
    ...(change.why === undefined ? [] : [`  why ${change.why}`]),
    ...change.fields.flatMap(({ path, before, after, lines }) => [
      `  ${path}`,
      ...(lines === undefined ? valueLines(before, after) : lines.split("\n").map((line) => `    ${line}`.trimEnd())),
    ]),
    ...(change.kind === "create" || change.kind === "delete" ? [`  ${canonical((change.after ?? change.before)?.object)}`] : []),
    ...change.certificates.flatMap(({ path, before, after }) => [
      `  certificate ${path}`,
      ...factLines("-", before),
      ...factLines("+", after),
    ]),
  ];
}

function valueLines(before: Json | undefined, after: Json | undefined): readonly string[] {
  return [...(before === undefined ? [] : [`    - ${canonical(before)}`]), ...(after === undefined ? [] : [`    + ${canonical(after)}`])];
}

function factLines(sign: string, facts: CertificateFacts | undefined): readonly string[] {
  if (facts === undefined) return [];
  const { subject, issuer, serial, notBefore, notAfter, subjectAltNames, isCa, keyKind, keyFingerprint } = facts;
  return [
    `    ${sign} ${subject} by ${issuer}, serial ${serial}, ${notBefore} to ${notAfter}`,
    `    ${sign} ${isCa ? "CA" : "leaf"}, ${keyKind}, key ${keyFingerprint.slice(0, 16)}${subjectAltNames.length === 0 ? "" : `, ${subjectAltNames.join(" ")}`}`,
  ];
}
