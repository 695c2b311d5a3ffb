import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-2TTXAXJ4.js";
import "./chunk-ZYQ7QZHE.js";
import {
  createCharts
} from "./chunk-PKMA246P.js";
import {
  readFolder
} from "./chunk-LISA627O.js";
import {
  comment,
  page,
  preview
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import {
  byPath
} from "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import {
  readValues
} from "./chunk-PIHHU2PB.js";
import {
  isObject,
  listAt,
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/demo.ts
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var demoDay = Date.UTC(2026, 10, 23);
async function demo(terminal, options) {
  const examples = examplesFolder();
  const scenarios = await readScenarios(examples);
  if (options.list) {
    const width = Math.max(...scenarios.map(({ name }) => name.length));
    terminal.print(scenarios.map(({ name, title }) => `${name.padEnd(width)}  ${title}`).join("\n"));
    return 0;
  }
  const scenario = scenarios.find(({ name }) => name === options.scenario);
  if (scenario === void 0)
    throw new UsageError(`there is no scenario ${options.scenario}. Known: ${scenarios.map(({ name }) => name).join(", ")}.`);
  const report = await terminal.progress("rendering and comparing", preview(demoWorld(examples, scenario), demoRequest));
  if (options.html !== void 0) await terminal.save(options.html, page(report));
  terminal.print(
    options.output === "markdown" ? comment(report, {}) : formatted(report, { format: options.output, view: "preview", terminal })
  );
  return 0;
}
__name(demo, "demo");
async function demoComment(name) {
  const examples = examplesFolder();
  const scenario = (await readScenarios(examples)).find((known) => known.name === name);
  if (scenario === void 0) throw new UsageError(`there is no scenario ${name}.`);
  return comment(await preview(demoWorld(examples, scenario), demoRequest), {});
}
__name(demoComment, "demoComment");
var demoRequest = {
  head: { kind: "commit", revision: "head" },
  base: { kind: "commit", revision: "base" },
  at: demoDay,
  clusters: []
};
function examplesFolder() {
  const found = [join(import.meta.dirname, "..", "examples"), join(import.meta.dirname, "..", "..", "examples"), resolve("examples")].find(
    (folder) => existsSync(join(folder, "scenarios"))
  );
  if (found === void 0) throw new UsageError("the examples are not here: run the demo in a clone of Isthmus.");
  return found;
}
__name(examplesFolder, "examplesFolder");
async function readScenarios(examples) {
  const names = (await readdir(join(examples, "scenarios"))).sort();
  return Promise.all(
    names.map(async (name) => toScenario(name, readValues(await readFile(join(examples, "scenarios", name, "scenario.yaml"), "utf8"))[0]))
  );
}
__name(readScenarios, "readScenarios");
function toScenario(name, document) {
  if (!isObject(document)) throw new UsageError(`examples/scenarios/${name}/scenario.yaml is not an object.`);
  const deleted = listAt(document, "deleted").filter((path) => typeof path === "string");
  return { name, title: textAt(document, "title") ?? name, base: textAt(document, "base") ?? "shop", deleted };
}
__name(toScenario, "toScenario");
function demoWorld(examples, scenario) {
  const base = readFolder(join(examples, scenario.base));
  const read = /* @__PURE__ */ __name(async (ref) => {
    const before = await base;
    if (ref.kind === "commit" && ref.revision === "base") return { ...before, commit: "base" };
    const changed = await readFolder(join(examples, "scenarios", scenario.name, "head"));
    return { commit: "head", entries: overlaid(before, changed, scenario.deleted) };
  }, "read");
  return { files: { read }, charts: createCharts() };
}
__name(demoWorld, "demoWorld");
function overlaid(before, changed, deleted) {
  const gone = /* @__PURE__ */ new Set([...deleted, ...changed.entries.map(({ path }) => path)]);
  return [...before.entries.filter(({ path }) => !gone.has(path)), ...changed.entries].sort(byPath);
}
__name(overlaid, "overlaid");
export {
  demo,
  demoComment
};
