import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/source.ts";
import type { Report } from "./model.ts";
import { stageOf } from "./part.ts";
import { plainText } from "./rich.ts";
import type { View } from "./text.ts";
import { plus } from "./totals.ts";

/** Counts up when a reader of the JSON must change; new keys alone do not change it. */
const schemaVersion = 1;

/** The report as JSON, two spaces, keys in a fixed order. `catalog/schemas/report.schema.json` describes it. Ends in a line break. */
export function json(report: Report, options: { readonly view?: View } = {}): string {
  return `${JSON.stringify(jsonValue(report, options.view ?? "preview"), undefined, 2)}\n`;
}

function jsonValue(report: Report, view: View): object {
  const head = { schemaVersion, kind: view, verdict: report.verdict };
  const unknown = { unknown: unknowns(report), problems: report.problems };
  switch (view) {
    case "validate":
      return { ...head, findings: report.findings.map(findingJson), ...unknown };
    case "diff":
      return { ...head, totals: report.totals, changes: changes(report), certificates: certificates(report), ...unknown };
    case "plan":
      return { ...head, plan: plan(report), ...unknown };
    case "preview":
      return { ...head, ...everything(report), ...unknown };
  }
}

function everything(report: Report): object {
  return {
    mesh: report.mesh ?? null,
    head: { name: report.head.name, commit: report.head.commit ?? null },
    base: report.base === undefined ? null : { name: report.base.name, commit: report.base.commit ?? null },
    words: report.words.map(plainText),
    totals: report.totals,
    clusters: report.clusters.map(({ network, role, wave, digest, stages: { others, ...stages }, ...row }) => ({
      ...row,
      stages: { ...stages, config: plus(stages.config, others) },
      network: network ?? null,
      role: role ?? null,
      wave: wave ?? null,
      digest: digest ?? null,
    })),
    findings: report.findings.map(findingJson),
    changes: changes(report),
    certificates: certificates(report),
    plan: plan(report),
    rendered: report.rendered,
    governs: report.governs.map(plainText),
  };
}

/** A finding in the form that every output and every other tool of ours uses. */
export function findingJson(finding: Finding): object {
  const { rule, severity, layer, message, remedy, object, source, clusters, refs, accepted } = finding;
  return {
    rule,
    severity,
    layer,
    message,
    remedy,
    object: object ?? null,
    source: source === undefined ? null : placeJson(source),
    clusters,
    refs,
    accepted:
      accepted === undefined
        ? null
        : {
            reason: accepted.reason,
            until: accepted.until,
            by: "login" in accepted.by ? { login: accepted.by.login } : placeJson(accepted.by),
          },
  };
}

function placeJson({ file, line, column }: Place): object {
  return { file, line, column };
}

function changes(report: Report): readonly object[] {
  return report.blocks.flatMap((block) => {
    const cause = block.cause === undefined ? null : plainText(block.cause);
    return block.entries.map((entry) => ({
      object: entry.id,
      stage: stageOf(block.stage),
      kind: entry.kind,
      clusters: block.clusters,
      cause,
      why: entry.why ?? null,
      risk: entry.risk,
      origin: entry.origin,
      fields: entry.allFields.map(({ path, before, after, lines }) => ({
        path,
        before: before ?? null,
        after: after ?? null,
        ...(lines === undefined ? {} : { lines }),
      })),
    }));
  });
}

function certificates(report: Report): readonly object[] {
  return report.certificates.map(({ id, clusters, path, before, after }) => ({
    object: id,
    clusters,
    path,
    before: before ?? null,
    after: after ?? null,
  }));
}

function unknowns(report: Report): readonly object[] {
  return report.unknowns.map(({ what, clusters, why }) => ({ what: plainText(what), clusters, why }));
}

function plan({ plan: { steps, waves, guards, deletions, kept, digest } }: Report): object {
  return {
    digest: digest.plan,
    clusterDigests: Object.fromEntries(digest.clusters),
    deletions: Object.fromEntries(deletions),
    kept,
    waves,
    guards,
    steps: steps.map(({ gate, irreversible, ...step }) => ({ ...step, gate: gate ?? null, irreversible: irreversible ?? null })),
  };
}
