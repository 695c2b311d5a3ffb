import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Study } from "../../src/model/study.ts";
import { checkRuns, comment, json, page, report, sarif, summary, text } from "../../src/report/index.ts";
import { fencesBalance, flaws } from "./markdown-checks.ts";
import { canaries, studies } from "./random-study.ts";

const small = studies({ clusters: 12, changes: 30, findings: 12 });
const large = studies({ clusters: 400, changes: 700, findings: 300 });
const files = "https://github.example/o/r/blob/abc";
const options = { files, elsewhere: [{ name: "job summary" }] };

/** What must be there whatever is cut: how many errors, deletions and certificate rows. */
function missingCounts(markdown: string, study: Study): readonly string[] {
  const told = report(study);
  const errors = told.findings.filter((finding) => finding.severity === "error").length;
  const wanted = [
    errors > 0 ? `**${grouped(errors)} error${errors === 1 ? "" : "s"}**` : "",
    told.deletions.length > 0 ? "deletion" : "",
    told.certificates.length > 0 ? `**Certificates**: ${grouped(distinctCount(told))} ` : "",
  ];
  return wanted.filter((part) => !markdown.includes(part));
}

describe("the comment of any study", () => {
  it("is well-formed, links and mentions nothing a user wrote, and keeps what counts", () => {
    fc.assert(
      fc.property(small, (study) => {
        const markdown = comment(report(study), options);
        expect(flaws(markdown, [files])).toEqual([]);
        expect(fencesBalance(markdown)).toBe(true);
        expect(missingCounts(markdown, study)).toEqual([]);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it("counts what a reader can count: its places are the columns of the table, and of every kind there are at least as many as objects", () => {
    fc.assert(
      fc.property(small, (study) => {
        const { places, totals, clusters } = report(study);
        for (const kind of ["create", "update", "replace", "delete", "kept", "unknown"] as const) {
          const inTable = clusters.flatMap(({ stages }) => Object.values(stages)).reduce((sum, counts) => sum + counts[kind], 0);
          expect(places[kind]).toBe(inTable);
          expect(places[kind]).toBeGreaterThanOrEqual(totals[kind]);
        }
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it("stays so when it is cut to any size", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 6_000, max: 20_000 }), (study, budget) => {
        const markdown = comment(report(study), { ...options, budget });
        expect(flaws(markdown, [files])).toEqual([]);
        expect(fencesBalance(markdown)).toBe(true);
        expect(missingCounts(markdown, study)).toEqual([]);
      }),
      { numRuns: 25, seed: 2 },
    );
  });

  it("is within the limit with hundreds of clusters and changes, and says what was cut", () => {
    fc.assert(
      fc.property(large, (study) => {
        const markdown = comment(report(study), options);
        expect(markdown.length).toBeLessThanOrEqual(60_000);
        expect(markdown.toWellFormed()).toBe(markdown);
        expect(markdown).toMatch(/Nothing is cut here|Cut to fit/u);
        expect(missingCounts(markdown, study)).toEqual([]);
        expect(fencesBalance(markdown)).toBe(true);
      }),
      // Shrinking a study of this size takes minutes and explains nothing.
      { numRuns: 3, seed: 3, endOnFailure: true },
    );
  });
});

describe("every output of any study", () => {
  it("shows no secret", () => {
    fc.assert(
      fc.property(small, (study) => {
        const all = outputs(study).join("\n");
        const seen = [canaries.data, canaries.keyBody, canaries.fingerprint]
          .map((canary) => all.indexOf(canary))
          .filter((place) => place >= 0);
        expect(seen.map((place) => all.slice(Math.max(0, place - 200), place + 40))).toEqual([]);
      }),
      { numRuns: 15, seed: 4 },
    );
  });

  it("is the same twice", () => {
    fc.assert(
      fc.property(small, (study) => {
        expect(outputs(study)).toEqual(outputs(study));
      }),
      { numRuns: 4, seed: 5 },
    );
  });

  it("commands neither a terminal nor a runner", () => {
    fc.assert(
      fc.property(small, (study) => {
        const printed = text(report(study), { colour: false, width: 80 });
        // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(printed.split("\n").filter((line) => line.trim().startsWith("::") || line.includes("##["))).toEqual([]);
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  it("keeps check runs within GitHub's limits", () => {
    fc.assert(
      fc.property(small, (study) => {
        for (const run of checkRuns(report(study), options)) {
          expect(run.summary.length).toBeLessThanOrEqual(65_535);
          expect(run.text.length).toBeLessThanOrEqual(65_535);
          expect(run.annotations.every((batch) => batch.length <= 50)).toBe(true);
          expect(flaws(run.text, [files])).toEqual([]);
        }
      }),
      { numRuns: 5, seed: 7 },
    );
  });
});

/** The same certificate in several places is one row. */
function distinctCount({ certificates }: ReturnType<typeof report>): number {
  return new Set(certificates.map(({ before, after }) => JSON.stringify([before, after]))).size;
}

function outputs(study: Study): readonly string[] {
  const told = report(study);
  const runs = checkRuns(told, options);
  const views = (["preview", "validate", "diff", "plan"] as const).map((view) => text(told, { colour: true, width: 80, view }));
  return [
    comment(told, options),
    summary(told, options),
    json(told),
    sarif(told),
    page(told),
    ...views,
    ...runs.map((run) => JSON.stringify(run)),
  ];
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}
