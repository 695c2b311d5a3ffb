import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import {
  json,
  markdown,
  page,
  planTree,
  preview,
  sarif,
  text
} from "./chunk-4KRHMPIQ.js";
import {
  exitCodeOf
} from "./chunk-5BSKLZ23.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/preview.ts
async function preview2(terminal, options) {
  return show(terminal, options, "preview");
}
__name(preview2, "preview");
async function validate(terminal, options) {
  return show(terminal, options, "validate");
}
__name(validate, "validate");
async function diff(terminal, options) {
  return show(terminal, options, "diff");
}
__name(diff, "diff");
async function plan(terminal, options) {
  const report = await reportFor(terminal, options);
  terminal.print(options.output === "json" ? json(report, { view: "plan" }) : planTree(report.plan, report.hiddenSteps));
  return ended(terminal, report, options);
}
__name(plan, "plan");
async function show(terminal, options, view) {
  const report = await reportFor(terminal, options);
  if (options.html !== void 0) await terminal.save(options.html, page(report));
  terminal.print(formatted(report, { format: options.output, view, terminal }));
  return view === "diff" ? ended(terminal, report, options) : exitCodeOf(report, options.failOn);
}
__name(show, "show");
function ended(terminal, report, { failOn }) {
  const code = exitCodeOf(report, failOn);
  if (code !== 0) terminal.tell("isthmus: there are findings or problems that this view does not show; `isthmus validate` does.");
  return code;
}
__name(ended, "ended");
async function reportFor(terminal, options) {
  const request = await requestFrom(options);
  return terminal.progress("rendering and comparing", preview(createLocalWorld(options), request));
}
__name(reportFor, "reportFor");
function formatted(report, { format, view, terminal }) {
  switch (format) {
    case "text":
      return text(report, { view, colour: terminal.colour, width: terminal.width });
    case "markdown":
      return markdown(report, { view });
    case "json":
      return json(report, { view });
    case "sarif":
      return sarif(report);
  }
}
__name(formatted, "formatted");

export {
  preview2 as preview,
  validate,
  diff,
  plan,
  ended,
  formatted
};
