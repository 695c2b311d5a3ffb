import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createCharts } from "../../../adapters/charts/index.ts";
import { readFolder } from "../../../adapters/disk.ts";
import { byPath } from "../../../adapters/relevant.ts";
import type { Json } from "../../../model/json.ts";
import { isObject, listAt, textAt } from "../../../model/json.ts";
import type { Ref } from "../../../model/study.ts";
import type { Tree } from "../../../model/tree.ts";
import { preview } from "../../../pipeline.ts";
import { comment, page } from "../../../report/index.ts";
import type { World } from "../../../world.ts";
import { readValues } from "../../../yaml/index.ts";
import { UsageError } from "../../run.ts";
import type { Terminal } from "../terminal.ts";
import { type Format, formatted } from "./preview.ts";

/** An example pull request: a mesh under `examples/`, and the files that the request changes or deletes. */
interface Scenario {
  readonly name: string;
  readonly title: string;
  /** Folder of the mesh under `examples/`. */
  readonly base: string;
  readonly deleted: readonly string[];
}

interface DemoOptions {
  readonly scenario: string;
  readonly list: boolean;
  readonly html?: string;
  readonly output: Format;
}

/** The day on which the examples play: a demo prints the same on every day. */
const demoDay = Date.UTC(2026, 10, 23);

/** `isthmus demo`: the comment for an example pull request. A demonstration never fails for the mistakes it shows. */
export async function demo(terminal: Terminal, options: DemoOptions): Promise<number> {
  const examples = examplesFolder();
  const scenarios = await readScenarios(examples);
  if (options.list) {
    const width = Math.max(...scenarios.map(({ name }) => name.length));
    terminal.print(scenarios.map(({ name, title }) => `${name.padEnd(width)}  ${title}`).join("\n"));
    return 0;
  }
  const scenario = scenarios.find(({ name }) => name === options.scenario);
  if (scenario === undefined)
    throw new UsageError(`there is no scenario ${options.scenario}. Known: ${scenarios.map(({ name }) => name).join(", ")}.`);
  const report = await terminal.progress("rendering and comparing", preview(demoWorld(examples, scenario), demoRequest));
  if (options.html !== undefined) await terminal.save(options.html, page(report));
  terminal.print(
    options.output === "markdown" ? comment(report, {}) : formatted(report, { format: options.output, view: "preview", terminal }),
  );
  return 0;
}

/** The comment of one scenario, as the Action would post it. */
export async function demoComment(name: string): Promise<string> {
  const examples = examplesFolder();
  const scenario = (await readScenarios(examples)).find((known) => known.name === name);
  if (scenario === undefined) throw new UsageError(`there is no scenario ${name}.`);
  return comment(await preview(demoWorld(examples, scenario), demoRequest), {});
}

const demoRequest = {
  head: { kind: "commit", revision: "head" },
  base: { kind: "commit", revision: "base" },
  at: demoDay,
  clusters: [],
} as const;

/** `examples/` of a clone; the package ships it beside `dist/`. */
function examplesFolder(): string {
  const found = [join(import.meta.dirname, "..", "examples"), join(import.meta.dirname, "..", "..", "examples"), resolve("examples")].find(
    (folder) => existsSync(join(folder, "scenarios")),
  );
  if (found === undefined) throw new UsageError("the examples are not here: run the demo in a clone of Isthmus.");
  return found;
}

async function readScenarios(examples: string): Promise<readonly Scenario[]> {
  const names = (await readdir(join(examples, "scenarios"))).sort();
  return Promise.all(
    names.map(async (name) => toScenario(name, readValues(await readFile(join(examples, "scenarios", name, "scenario.yaml"), "utf8"))[0])),
  );
}

function toScenario(name: string, document: Json | undefined): Scenario {
  if (!isObject(document)) throw new UsageError(`examples/scenarios/${name}/scenario.yaml is not an object.`);
  const deleted = listAt(document, "deleted").filter((path): path is string => typeof path === "string");
  return { name, title: textAt(document, "title") ?? name, base: textAt(document, "base") ?? "shop", deleted };
}

function demoWorld(examples: string, scenario: Scenario): World {
  const base = readFolder(join(examples, scenario.base));
  const read = async (ref: Ref): Promise<Tree> => {
    const before = await base;
    if (ref.kind === "commit" && ref.revision === "base") return { ...before, commit: "base" };
    const changed = await readFolder(join(examples, "scenarios", scenario.name, "head"));
    return { commit: "head", entries: overlaid(before, changed, scenario.deleted) };
  };
  return { files: { read }, charts: createCharts() };
}

function overlaid(before: Tree, changed: Tree, deleted: readonly string[]): Tree["entries"] {
  const gone = new Set([...deleted, ...changed.entries.map(({ path }) => path)]);
  return [...before.entries.filter(({ path }) => !gone.has(path)), ...changed.entries].sort(byPath);
}
