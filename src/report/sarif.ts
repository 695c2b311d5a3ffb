import { createHash } from "node:crypto";
import { type RuleEntry, rules } from "../catalog/findings.gen.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { canonical } from "../model/json.ts";
import { distinct } from "./count.ts";
import type { Report } from "./model.ts";
import { visible } from "./visible.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** The findings as SARIF 2.1.0, as code scanning takes it: rules with help, places, stable fingerprints, accepted ones as suppressions. */
export function sarif(report: Report): string {
  const ids = distinct(report.findings.map((finding) => finding.rule));
  const index = new Map(ids.map((id, place) => [id, place]));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Isthmus",
            rules: ids.map((id) =>
              ruleJson(
                id,
                report.findings.find((finding) => finding.rule === id),
              ),
            ),
          },
        },
        invocations: [invocation(report)],
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => result(finding, index.get(finding.rule) ?? -1)),
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
  return {
    id,
    shortDescription: { text: entry?.title ?? id },
    fullDescription: { text: entry?.why ?? example?.message ?? id },
    help: { text: help || id, markdown: help || id },
    defaultConfiguration: { level: levels[entry?.severity ?? example?.severity ?? "warning"] },
    properties: { tags: [entry?.layer ?? example?.layer ?? "policy", ...(entry?.refs ?? example?.refs ?? [])] },
  };
}

/** What the world refused: no finding, for nobody's file is wrong, and yet the findings are not all that there would be. */
function invocation({ problems }: Report): object {
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: problems.map(({ code, summary, remedy }) => ({
      descriptor: { id: code },
      level: "error",
      message: { text: visible(`${summary} ${remedy}`) },
    })),
  };
}

function result(finding: Finding, ruleIndex: number): object {
  const where = finding.clusters.length === 0 ? "" : ` Clusters: ${finding.clusters.join(", ")}.`;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: visible(`${finding.message} ${finding.remedy}${where}`) },
    locations: [location(finding)],
    partialFingerprints: { "isthmus/v1": fingerprint(finding) },
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
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: Math.max(1, place.line), startColumn: Math.max(1, place.column) },
    },
    ...(object === undefined
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: `${object.kind}/${object.namespace}/${object.name}`, kind: "resource" }] }),
  };
}

/** The same finding keeps its fingerprint when lines move: rule, object and message, not the place inside the file. */
function fingerprint({ rule, object, source, message, clusters }: Finding): string {
  const facts = { rule, message, clusters: [...clusters], file: source?.file ?? "", object: object === undefined ? null : { ...object } };
  return createHash("sha256").update(canonical(facts)).digest("hex");
}
