import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  apply
} from "./chunk-FFK2AGGS.js";
import {
  requestFrom
} from "./chunk-JNLQPRDI.js";
import "./chunk-EAUKYVYO.js";
import {
  withLiveWorld
} from "./chunk-BVJUEC2D.js";
import "./chunk-4W3725PC.js";
import "./chunk-7IG353FP.js";
import {
  UsageError
} from "./chunk-VXGAUNNG.js";
import {
  statusOf
} from "./chunk-BD5AHRA7.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-RAW6ESXC.js";
import "./chunk-Q7MQDKBA.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-26BKAFKN.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/rollback.ts
async function rollback(terminal, options) {
  const to = options.to ?? await lastGood(terminal, options);
  terminal.tell(`isthmus: going back to ${to}`);
  return apply(terminal, { ...options, head: to, base: options.head ?? options.base ?? "HEAD" });
}
__name(rollback, "rollback");
async function lastGood(terminal, options) {
  const request = await requestFrom(options);
  const survey = await withLiveWorld(options, (world) => terminal.progress("reading the ledgers", statusOf(world, request)));
  const commits = [...new Set(commitsBefore(survey))];
  const [commit] = commits;
  if (commit === void 0)
    throw new UsageError("No ledger knows a run before the last that was made from a commit. Say where to go: `--to REV`.");
  if (commits.length > 1)
    throw new UsageError(`The clusters come from different commits (${commits.join(", ")}). Say where to go: \`--to REV\`.`);
  return commit;
}
__name(lastGood, "lastGood");
function commitsBefore(survey) {
  return [...survey.clusters.values()].flatMap((seen) => {
    const commit = seen.kind === "surveyed" ? seen.ledger?.previous?.commit : void 0;
    return commit === void 0 ? [] : [commit];
  });
}
__name(commitsBefore, "commitsBefore");
export {
  rollback
};
