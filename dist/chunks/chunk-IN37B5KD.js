import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  whoIsHere
} from "./chunk-H33SPOQG.js";
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/interruptible.ts
function interruptible(terminal, words) {
  const controller = new AbortController();
  const stop = /* @__PURE__ */ __name(() => {
    if (controller.signal.aborted) process.exit(130);
    terminal.tell(`isthmus: ${words}`);
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

// src/shells/cli/live-options.ts
function paceFrom({ soak, maxParallel, dryRun }) {
  return {
    ...soak === void 0 ? {} : { soakSeconds: soak },
    ...maxParallel === void 0 ? {} : { mostClusters: maxParallel },
    ...dryRun === true ? { isRehearsal: true } : {}
  };
}
__name(paceFrom, "paceFrom");
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
function workloadFrom({ probeImage, probeAnnotation = [], probeEnv = [] }) {
  return {
    ...probeImage === void 0 ? {} : { image: probeImage },
    annotations: pairsIn("--probe-annotation", probeAnnotation),
    env: pairsIn("--probe-env", probeEnv)
  };
}
__name(workloadFrom, "workloadFrom");
function pairsIn(flag, texts) {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`${flag} takes name=value; \`${text}\` is none.`);
      return [text.slice(0, at), text.slice(at + 1)];
    })
  );
}
__name(pairsIn, "pairsIn");
function identityAt(now, planDigest, commit) {
  return { id: runId(now), by: whoIsHere(), planDigest, commit };
}
__name(identityAt, "identityAt");

export {
  interruptible,
  paceFrom,
  permitFrom,
  workloadFrom,
  identityAt
};
