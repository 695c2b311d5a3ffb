import { join } from "node:path";
import { expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Applied } from "../../src/model/apply.ts";
import { appliedJson, driftJson, healthJson, statusJson } from "../../src/report/index.ts";
import { certsJson } from "../../src/shells/certs.ts";
import { createProgram } from "../../src/shells/cli/program.ts";
import type { Terminal } from "../../src/shells/cli/terminal.ts";
import { repository } from "../support/study.ts";

/**
 * What scripts hold on to: every command that prints JSON says the version of its shape and what it is, and has these keys. A key may be added; one that goes or
 * means something else counts `schemaVersion` up.
 */

const shop = join(import.meta.dirname, "../../examples/shop");

async function printed(...args: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const terminal: Terminal = {
    colour: false,
    width: 100,
    print: (text) => void parts.push(text),
    save: () => Promise.reject(new Error("nothing is saved")),
    tell: () => {},
    progress: (_, work) => work,
    region: () => undefined,
  };
  await createProgram(terminal, () => {}).parseAsync([...args], { from: "user" });
  return parts.join("");
}

const report = [
  "mesh",
  "head",
  "base",
  "words",
  "totals",
  "clusters",
  "findings",
  "changes",
  "certificates",
  "plan",
  "rendered",
  "governs",
];
const rest = ["unknown", "problems"];

it.each([
  ["preview", ["preview", "--folder", shop], ["verdict", ...report, ...rest]],
  ["validate", ["validate", "--folder", shop], ["verdict", "findings", ...rest]],
  ["diff", ["diff", "--folder", shop], ["verdict", "totals", "changes", "certificates", ...rest]],
  ["plan", ["plan", "--folder", shop], ["verdict", "plan", ...rest]],
  ["validate", ["lint", join(shop, "config/all")], ["verdict", "findings", ...rest]],
  ["preview", ["demo"], ["verdict", ...report, ...rest]],
  ["render", ["render", "--folder", shop, "--cluster", "east"], ["clusters"]],
  ["releases", ["render", "--as-helm", "--folder", shop, "--cluster", "east"], ["releases"]],
  ["access", ["access", "--folder", shop], ["objects"]],
] as const)("%s: %s", async (kind, args, keys) => {
  const value = JSON.parse(await printed(...args, "--output", "json"));
  expect([value.schemaVersion, value.kind]).toEqual([1, kind]);
  expect(Object.keys(value)).toEqual(["schemaVersion", "kind", ...keys]);
});

const why = problem("cluster-slow", { cluster: "east", request: "GET it", seconds: 30 });
const survey = { at: 0, clusters: new Map([["east", { kind: "unreachable" as const, why }]]) };
const identity = { id: "r1", by: "a on b", planDigest: "d", commit: undefined };
const study = {
  plan: { digest: { plan: "d" } },
  live: { survey, unmet: [], drift: [], adoptions: { objects: [], releases: [] } },
  head: repository({}),
};

it.each([
  [
    "apply",
    appliedJson({ study, identity, refusals: [], run: undefined, health: undefined } as unknown as Applied),
    [
      "verdict",
      "run",
      "planDigest",
      "refusals",
      "startedAt",
      "endedAt",
      "outcomes",
      "outcomesLeftOff",
      "heldBack",
      "rehearsal",
      "stopped",
      "settledClusters",
      "wayBack",
      "refusedClusters",
      "health",
    ],
  ],
  ["drift", driftJson(study as unknown as Applied["study"]), ["verdict", "drift", "unreachable"]],
  ["status", statusJson(survey), ["at", "clusters"]],
  ["verify", healthJson({ at: 0, checks: [] }), ["verdict", "at", "checks", "checksLeftOff"]],
  ["certs", certsJson([], 0), ["at", "clusters"]],
] as const)("%s, of clusters", (kind, text, keys) => {
  const value = JSON.parse(text);
  expect([value.schemaVersion, value.kind]).toEqual([1, kind]);
  expect(Object.keys(value)).toEqual(["schemaVersion", "kind", ...keys]);
});
