import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/validate/index.ts";
import { changeRules, clusterRules, meshRules, ruleNames } from "../../src/validate/rules/index.gen.ts";
import { recordReads } from "../support/recorded-reads.ts";
import { inputOf, lineOf } from "../support/validate-case.ts";

/** One folder per rule: meshes with right and wrong objects side by side, and the findings a reader would see. */
const checked: ReadonlySet<string> = ruleNames;
const root = join(import.meta.dirname, "validate");
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
/** Names of cases that are about the engine of the rules and not about one rule. */
const own: ReadonlySet<string> = new Set(["acceptance-expired", "acceptance-unused"]);

const reads = new Map<string, Set<string>>();

describe("validate", () => {
  it.each(cases)("%s", async (name) => {
    const input = await inputOf(join(root, name));
    const findings = validate(input);
    recordReads(input, reads);
    const ofRules = findings.filter(({ rule }) => checked.has(rule) || rule === "rule-failed" || own.has(rule));
    const isAboutIt = name.startsWith("good-") || ofRules.some(({ rule }) => rule === name);
    expect(isAboutIt, `no finding of rule ${name}:\n${ofRules.map(lineOf).join("\n")}`).toBe(true);
    await expect(ofRules.map((finding) => `${lineOf(finding)}\n`).join("")).toMatchFileSnapshot(join(root, name, "expected.txt"));
  });

  // After all cases on purpose: what no case makes a rule ask for, it does not ask for.
  it("finds no rule that declares a kind it never reads", () => {
    const rules = [...clusterRules, ...meshRules, ...changeRules].filter(({ reads }) => !reads.includes("*"));
    const idle = rules.flatMap((rule) => {
      const kinds = rule.reads.filter((kind) => kind !== "Mesh" && kind !== "Cluster");
      return kinds.filter((kind) => reads.get(rule.name)?.has(kind) !== true).map((kind) => `${rule.name}: ${kind}`);
    });
    expect(idle).toEqual([]);
  });
});
