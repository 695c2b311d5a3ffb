import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  watching
} from "./chunk-ASX3FWK2.js";
import {
  identityAt,
  interruptible,
  paceFrom,
  permitFrom,
  workloadFrom
} from "./chunk-IN37B5KD.js";
import {
  whoIsHere
} from "./chunk-H33SPOQG.js";
import {
  decidedRequestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import {
  appliedChapters,
  appliedJson,
  apply,
  chaptersMarkdown,
  chaptersText,
  healthChapters
} from "./chunk-4KRHMPIQ.js";
import {
  exitCodeOfApplied
} from "./chunk-5BSKLZ23.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/apply.ts
async function apply2(terminal, options) {
  return carryOut(terminal, options, await decidedRequestFrom(options));
}
__name(apply2, "apply");
async function carryOut(terminal, options, request) {
  const workload = workloadFrom(options);
  const stopping = interruptible(terminal, "stopping after the current object; the next run goes on from there");
  const { watch, end } = watching(terminal);
  const result = await withLiveWorld(
    { ...options, watch },
    (world) => apply(world, request, {
      permit: permitFrom(options),
      identify: /* @__PURE__ */ __name((digest, commit) => identityAt(world.clock.now(), digest, commit), "identify"),
      verification: options.verify,
      workload,
      pace: paceFrom(options),
      onBehalfOf: whoIsHere(),
      stop: stopping.signal
    })
  ).finally(() => {
    end();
    stopping.end();
  });
  print(terminal, options, result);
  return exitCodeOfApplied(result);
}
__name(carryOut, "carryOut");
function print(terminal, { output }, result) {
  if (output === "json") return terminal.print(appliedJson(result));
  const chapters = [...appliedChapters(result), ...result.health === void 0 ? [] : healthChapters(result.health)];
  terminal.print(output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
}
__name(print, "print");

export {
  apply2 as apply,
  carryOut
};
