import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/catalog/findings.gen.ts";
import type { Study } from "../../src/model/study.ts";
import { checkRuns, json, report, sarif, summary } from "../../src/report/index.ts";
import { bytes } from "../../src/report/summary.ts";
import { refusals } from "../support/code-scanning.ts";
import { change, changes, finding, networking, study } from "../support/study.ts";

const cases = join(import.meta.dirname, "..", "stages", "report");
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../src/catalog/schemas/report.schema.json"), "utf8")) as object;
const isReport = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

async function studyOf(name: string): Promise<Study> {
  return ((await import(join(cases, name, "study.ts"))) as { readonly default: Study }).default;
}

describe.each(readdirSync(cases))("%s for machines", (name) => {
  it.each(["preview", "validate", "diff", "plan"] as const)("follows the published schema as %s", async (view) => {
    isReport(JSON.parse(json(report(await studyOf(name)), { view })));
    expect(isReport.errors ?? []).toEqual([]);
  });

  it("is SARIF that code scanning takes", async () => {
    const told = report(await studyOf(name));
    const log = JSON.parse(sarif(told)) as Sarif;
    const [run] = log.runs;
    expect(refusals(log)).toEqual([]);
    expect(run?.results).toHaveLength(told.findings.length);
    // What the world refused is no result, but a run that lacks something must not pass for a whole one.
    expect(run?.invocations).toMatchObject([
      {
        executionSuccessful: told.problems.length === 0,
        toolExecutionNotifications: told.problems.map(({ code }) => ({ descriptor: { id: code }, level: "error" })),
      },
    ]);
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.locations).toHaveLength(1);
      expect(result.locations[0]?.physicalLocation.artifactLocation.uri).not.toMatch(/[\s<>"`]/u);
      expect(Object.values(result.partialFingerprints)[0]).toMatch(/^[0-9a-f]{64}(?::\d+)?$/u);
    }
    for (const rule of run?.tool.driver.rules ?? []) expect(rule.help.text).not.toBe("");
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly helpUri?: string; readonly help: { readonly text: string } }[];
      };
    };
    readonly invocations: readonly unknown[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

describe("SARIF at its limits", () => {
  const logOf = (findings: Study["findings"]) => JSON.parse(sarif(report(study({ findings })))) as Sarif;

  it("keeps to what code scanning takes of results, and says how many are left out", () => {
    const many = Array.from({ length: 25_003 }, (_, index) => finding({ source: { file: "a.yaml", line: index + 1, column: 1 } }));
    const log = logOf(many);
    expect(log.runs[0]?.results).toHaveLength(25_000);
    expect(JSON.stringify(log.runs[0]?.invocations)).toContain("3 more findings are left out");
    expect(new Set(log.runs[0]?.results.map((result) => result.partialFingerprints["isthmus/v1"])).size).toBe(25_000);
  });

  it("is taken for every rule there is, and for files, rules and texts of any kind", () => {
    const every = Object.keys(rules).map((rule) => finding({ rule: rule as keyof typeof rules }));
    const odd = [
      finding({
        rule: "a-rule-of-theirs" as never,
        refs: Array.from({ length: 30 }, (_, index) => `X${index}`),
        message: "x".repeat(5_000),
      }),
      finding({ source: { file: "config/all/a b#?%/\ud800ü.yaml", line: 1, column: 1 } }),
      finding({ source: { file: "../elsewhere/a.yaml", line: 0, column: 0 } }),
      finding({ source: { file: "/srv/a.yaml", line: 3, column: 1 } }),
      finding({ source: undefined, object: undefined }),
    ];
    expect(refusals(logOf([...every, ...odd]))).toEqual([]);
  });

  it("names the page of every finding there is", () => {
    const log = logOf(Object.keys(rules).map((rule) => finding({ rule: rule as keyof typeof rules })));
    const named = (log.runs[0]?.tool.driver.rules ?? []).flatMap(({ id, helpUri }) => (helpUri === undefined ? [] : [`${id}.md`]));
    const pages = readdirSync(join(import.meta.dirname, "../../docs/rules")).filter((file) => file !== "README.md");
    expect(named.sort()).toEqual(pages.sort());
  });
});

describe("a fingerprint", () => {
  it("stays when lines move and differs when the message does", () => {
    const moved = print({ source: { file: "config/all/routing.yaml", line: 99, column: 1 } });
    expect(moved).toBe(print({}));
    expect(print({ message: "Subset `v4` is not defined." })).not.toBe(moved);
  });
});

describe("check runs", () => {
  it("fail on errors, are neutral on what is unknown, and put every finding on its line in batches of fifty", async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      finding({ source: { file: "a.yaml", line: index + 1, column: 1 }, clusters: ["east"] }),
    );
    const [mesh, east, eu] = checkRuns(report(study({ findings: many })));
    expect(mesh?.annotations.map((batch) => batch.length)).toEqual([50, 50, 20]);
    expect([mesh?.conclusion, east?.conclusion, eu?.conclusion]).toEqual(["failure", "failure", "success"]);
    const unknown = checkRuns(report(await studyOf("unknown")));
    expect(unknown.map((run) => run.conclusion)).toEqual(["failure", "neutral", "neutral", "neutral"]);
    expect(unknown.map((run) => run.title).join()).not.toMatch(/no change/iu);
  });

  it("are one per cluster, by name, but not hundreds", async () => {
    const told = report(await studyOf("forty-clusters-over-budget"));
    expect(checkRuns(told)).toHaveLength(41);
    expect(checkRuns(told, { clusters: 5 }).map((run) => run.cluster)).toEqual([
      undefined,
      ...["00", "01", "02", "03", "04"].map((end) => `cluster-${end}`),
    ]);
  });
});

describe("the job summary", () => {
  it("is cut by us below GitHub's limit, and says so", () => {
    const list = Array.from({ length: 80 }, (_, index) => change(undefined, long(index), ["east"]));
    const text = summary(report(study({ changes: changes(list) })));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000 * 1_024);
    expect(Buffer.byteLength(text)).toBe(bytes(text));
    expect(text).toContain("**Cut to fit**");
  });
});

function print(parts: Parameters<typeof finding>[0]): string {
  const log = JSON.parse(sarif(report(study({ findings: [finding(parts)] })))) as Sarif;
  return Object.values(log.runs[0]?.results[0]?.partialFingerprints ?? {}).join();
}

function long(weight: number) {
  return networking("ServiceEntry", `名前-${weight}`, {
    hosts: Array.from({ length: 600 }, (_, index) => `ホスト-${index}-${weight}.example.com`),
  });
}
