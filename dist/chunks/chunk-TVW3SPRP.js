import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  idText
} from "./chunk-QO6EB2WJ.js";
import {
  isPassed
} from "./chunk-5BSKLZ23.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/progress-lines.ts
function progressLine(event) {
  switch (event.kind) {
    case "step-started":
      return void 0;
    case "wrote":
      return event.written.result === "deleted" ? `  ${event.written.cluster}: deleted ${idText(event.written.id)}` : void 0;
    case "waiting":
      return `  ${event.step} waits (${event.what})`;
    case "step-ended":
      return `${signOf(event.outcome.verdict)} ${event.outcome.step}${wordOf(event.outcome.verdict)}${writesOf(event.outcome.writes)}`;
    case "soaking":
      return `  wave ${event.wave} is through; watching it for ${event.seconds} s before the next`;
  }
}
__name(progressLine, "progressLine");
function signOf(verdict) {
  if (isPassed(verdict)) return "\u2713";
  return verdict.kind === "failed" || verdict.kind === "not-ready" ? "\u2717" : "\u25E6";
}
__name(signOf, "signOf");
function wordOf(verdict) {
  switch (verdict.kind) {
    case "done":
      return "";
    case "unchanged":
      return " was done already";
    case "failed":
      return ` failed: ${verdict.why.message}`;
    case "not-ready":
      return ` is not ready: ${verdict.why.message}`;
    case "blocked":
      return ` waits for ${verdict.by.join(", ")}`;
    case "rehearsed":
      return " would be taken";
    case "stopped":
      return " was stopped";
  }
}
__name(wordOf, "wordOf");
function writesOf(writes) {
  const count = writes.filter(({ result }) => result !== "unchanged").length;
  return count === 0 ? "" : ` (${count} written)`;
}
__name(writesOf, "writesOf");

export {
  progressLine
};
