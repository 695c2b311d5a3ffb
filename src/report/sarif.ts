import { createHash } from "node:crypto";
import { type RuleEntry, rules } from "../catalog/findings.gen.ts";
import { product } from "../catalog/product.gen.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { canonical } from "../model/json.ts";
import { distinct } from "./count.ts";
import type { Report } from "./model.ts";
import { shortened, visible } from "./visible.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** What code scanning takes of a run; a file with more is refused as a whole. Of texts it shows, and of tags it keeps, no more than this. */
const limits = { results: 25_000, tags: 20, description: 1_024 };

/** The findings as SARIF 2.1.0, as code scanning takes it: rules with help, places, stable fingerprints, accepted ones as suppressions. */
export function sarif(report: Report): string {
  const told = report.findings.slice(0, limits.results);
  const ids = distinct(told.map((finding) => finding.rule));
  const index = new Map(ids.map((id, place) => [id, place]));
  const examples = new Map(told.map((finding) => [finding.rule, finding]));
  const prints = fingerprints(told);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Isthmus",
            version: product.version,
            semanticVersion: product.version,
            informationUri: product.home,
            rules: ids.map((id) => ruleJson(id, examples.get(id))),
          },
        },
        invocations: [invocation(report)],
        columnKind: "utf16CodeUnits",
        results: told.map((finding, number) => result(finding, index.get(finding.rule) ?? -1, prints[number] ?? "")),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule's data from the catalogue; for a rule of a user's own, what its finding says. */
function ruleJson(id: string, example: Finding | undefined): object {
  const catalogue: Readonly<Record<string, RuleEntry>> = rules;
  const entry = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
  const help = entry === undefined ? (example?.remedy ?? "") : `${entry.why}\n\n${entry.remedy}`;
  const title = shortened(entry?.title ?? id, limits.description);
  const tags = [entry?.layer ?? example?.layer ?? "policy", ...(entry?.refs ?? example?.refs ?? [])];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: shortened(entry?.why ?? example?.message ?? title, limits.description) },
    ...helpUri(id, entry),
    help: { text: help || id, markdown: help || id },
    defaultConfiguration: { level: levels[entry?.severity ?? example?.severity ?? "warning"] },
    properties: { tags: [...new Set(tags)].slice(0, limits.tags) },
  };
}

/** The finding's page of this version. A rule of a user's own has none. */
function helpUri(id: string, entry: RuleEntry | undefined): { readonly helpUri?: string } {
  return entry === undefined ? {} : { helpUri: `${product.home}/blob/v${product.version}/docs/rules/${id}.md` };
}

/** What the world refused: no finding, for nobody's file is wrong, and yet the findings are not all that there would be. */
function invocation({ problems, findings }: Report): object {
  const left = findings.length - limits.results;
  const refused = problems.map(({ code, summary, remedy }) => notification(code, "error", `${summary} ${remedy}`));
  const cut = `${left} more findings are left out, because code scanning refuses a file with more than ${limits.results}.`;
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: left > 0 ? [...refused, notification("results-left-out", "warning", cut)] : refused,
  };
}

function notification(id: string, level: "error" | "warning", text: string): object {
  return { descriptor: { id }, level, message: { text: visible(text) } };
}

function result(finding: Finding, ruleIndex: number, print: string): object {
  const where = finding.clusters.length === 0 ? "" : ` Clusters: ${finding.clusters.join(", ")}.`;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: visible(`${finding.message} ${finding.remedy}${where}`) },
    locations: [location(finding)],
    partialFingerprints: { "isthmus/v1": print },
    ...(finding.accepted === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: "external",
              status: "accepted",
              justification: `${visible(finding.accepted.reason)} (until ${finding.accepted.until})`,
            },
          ],
        }),
  };
}

/** Code scanning refuses a result without a place, so a finding about the mesh as a whole points at the mesh document. */
function location({ source, object }: Finding): object {
  const place = source ?? { file: "mesh.yaml", line: 1, column: 1 };
  const uri = place.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      // A file that was named by its path on the machine lies nowhere in the repository.
      artifactLocation: uri.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: Math.max(1, place.line), startColumn: Math.max(1, place.column) },
    },
    ...(object === undefined
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: `${object.kind}/${object.namespace}/${object.name}`, kind: "resource" }] }),
  };
}

/** The same finding keeps its fingerprint when lines move: rule, object and message, not the place inside the file. The second of the same is told by its number. */
function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, object, source, message, clusters }) => {
    const facts = { rule, message, clusters: [...clusters], file: source?.file ?? "", object: object === undefined ? null : { ...object } };
    const hash = createHash("sha256").update(canonical(facts)).digest("hex");
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return number === 1 ? hash : `${hash}:${number}`;
  });
}
