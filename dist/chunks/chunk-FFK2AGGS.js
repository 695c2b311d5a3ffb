import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-JNLQPRDI.js";
import {
  progressLine,
  runId
} from "./chunk-EAUKYVYO.js";
import {
  withLiveWorld
} from "./chunk-BVJUEC2D.js";
import {
  appliedChapters,
  appliedJson,
  apply,
  chaptersMarkdown,
  chaptersText,
  healthChapters
} from "./chunk-BD5AHRA7.js";
import {
  exitCodeOfApplied
} from "./chunk-XDVMQMTQ.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/live-options.ts
import { hostname, userInfo } from "node:os";
function permitFrom(options) {
  return {
    trigger: "command",
    confirmedDeletions: options.confirmDeletions,
    force: options.forceConflicts,
    snapshotCharts: options.snapshotCharts,
    approved: options.plan
  };
}
__name(permitFrom, "permitFrom");
function identityAt(now, planDigest, commit) {
  return { id: runId(now), by: `${userName()} on ${hostname()}`, planDigest, commit };
}
__name(identityAt, "identityAt");
function userName() {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
__name(userName, "userName");

// src/shells/cli/commands/apply.ts
async function apply2(terminal, options) {
  const request = await requestFrom(options);
  const stopping = interruptible(terminal);
  const watch = /* @__PURE__ */ __name((event) => {
    const line = progressLine(event);
    if (line !== void 0) terminal.tell(line);
  }, "watch");
  const result = await withLiveWorld(
    { ...options, watch },
    (world) => apply(world, request, {
      permit: permitFrom(options),
      identify: /* @__PURE__ */ __name((digest, commit) => identityAt(world.clock.now(), digest, commit), "identify"),
      verification: options.verify,
      stop: stopping.signal
    })
  ).finally(stopping.end);
  print(terminal, options, result);
  return exitCodeOfApplied(result);
}
__name(apply2, "apply");
function print(terminal, { output }, result) {
  if (output === "json") return terminal.print(appliedJson(result));
  const chapters = [...appliedChapters(result), ...result.health === void 0 ? [] : healthChapters(result.health)];
  terminal.print(output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
}
__name(print, "print");
function interruptible(terminal) {
  const controller = new AbortController();
  const stop = /* @__PURE__ */ __name(() => {
    if (controller.signal.aborted) process.exit(130);
    terminal.tell("isthmus: stopping after the current object; the next run goes on from there");
    controller.abort();
  }, "stop");
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: /* @__PURE__ */ __name(() => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    }, "end")
  };
}
__name(interruptible, "interruptible");

export {
  apply2 as apply
};
