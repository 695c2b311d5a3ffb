import type { CacertsVerdict } from "../model/certificate.ts";
import type { ClusterTrust } from "../survey/index.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** One paragraph per cluster. `at` is milliseconds since 1970. */
export function certsText(clusters: readonly ClusterTrust[], at: number): string {
  if (clusters.length === 0) return "No cluster of this mesh holds cacerts: its signer or its topology keeps it elsewhere.\n";
  return `${clusters.map((each) => paragraph(each, at)).join("\n\n")}\n`;
}

/** The same for scripts. */
export function certsJson(clusters: readonly ClusterTrust[], at: number): string {
  const rows = clusters.map(({ cluster, signing, roots, renewAt, verdict }) => ({
    cluster,
    certificate: signing === undefined ? null : { ...signing, daysLeft: daysLeft(signing.notAfter, at) },
    renewAt: renewAt === undefined ? null : new Date(renewAt).toISOString(),
    roots,
    verdict: { kind: verdict.kind, ...reason(verdict) },
  }));
  return `${JSON.stringify({ schemaVersion: 1, kind: "certs", at: new Date(at).toISOString(), clusters: rows }, undefined, 2)}\n`;
}

function paragraph({ cluster, signing, roots, renewAt, verdict }: ClusterTrust, at: number): string {
  const facts: readonly (readonly [string, string])[] =
    signing === undefined
      ? [["certificate", "none that could be read"]]
      : [
          ["subject", signing.subject],
          ["issuer", signing.issuer],
          ["serial", signing.serial],
          ["ends", `${signing.notAfter} (${inWords(Date.parse(signing.notAfter) - at)}${renewal(renewAt)})`],
        ];
  const trusted = roots.map(
    ({ subject, fingerprint, notAfter }) => ["root", `${fingerprint} ${subject}, to ${notAfter.slice(0, 10)}`] as const,
  );
  const { why, remedy } = reason(verdict);
  const verdictText = [words[verdict.kind], ...why].join(": ");
  const lines = [...facts, ...trusted, ["verdict", verdictText] as const, ...(remedy === undefined ? [] : [["to do", remedy] as const])];
  return [cluster, ...lines.map(([name, value]) => `  ${name.padEnd(11)} ${value}`)].join("\n");
}

const words: Readonly<Record<CacertsVerdict["kind"], string>> = {
  keep: "stays",
  issue: "a new intermediate is issued with the next apply",
  roots: "its roots change with the next apply",
  refuse: "refused",
  unknown: "unknown",
};

interface Reason {
  readonly why: readonly string[];
  readonly remedy?: string;
}

function reason(verdict: CacertsVerdict): Reason {
  switch (verdict.kind) {
    case "keep":
      return { why: verdict.notes };
    case "issue":
    case "roots":
      return { why: [verdict.why] };
    case "refuse":
    case "unknown":
      return { why: [verdict.why.message], remedy: verdict.why.remedy };
  }
}

/** What istiod serves with where cert-manager signs lives for an hour: `0 days left` would be an alarm for nothing. */
function inWords(left: number): string {
  if (left < 0) return "it has ended";
  if (left < 2 * hourMs) return `${Math.floor(left / 60_000)} minutes left`;
  return left < 2 * dayMs ? `${Math.floor(left / hourMs)} hours left` : `${Math.floor(left / dayMs)} days left`;
}

function daysLeft(notAfter: string, at: number): number {
  return Math.floor((Date.parse(notAfter) - at) / dayMs);
}

function renewal(renewAt: number | undefined): string {
  return renewAt === undefined ? "" : `, renewed from ${new Date(renewAt).toISOString().slice(0, 10)} on`;
}
