import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  carryOut
} from "./chunk-G3652SHX.js";
import "./chunk-5DC6XLFA.js";
import "./chunk-RDO2QDN6.js";
import {
  requestFrom
} from "./chunk-HQP6YHPY.js";
import "./chunk-7G42QPOY.js";
import "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-H6H52VYV.js";
import "./chunk-B6TACD5K.js";
import "./chunk-7IG353FP.js";
import {
  UsageError
} from "./chunk-VXGAUNNG.js";
import {
  lastRunOf,
  statusOf
} from "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/rollback.ts
async function rollback(terminal, options) {
  const asked = await requestFrom(options);
  const last = await withLiveWorld(
    options,
    async (world) => lastRunOf(await terminal.progress("reading the ledgers", statusOf(world, asked)))
  );
  const to = options.to ?? previousCommit(last);
  terminal.tell(`isthmus: going back to ${to}${last === void 0 ? "" : ` from ${last.run.commit ?? "a folder"} (run ${last.run.id})`}`);
  return carryOut(terminal, options, requestBack(to, last, asked));
}
__name(rollback, "rollback");
function requestBack(to, last, { at, clusters, head }) {
  const newest = head.kind === "commit" ? head.revision : "HEAD";
  const base = last?.run.commit ?? newest;
  return {
    head: { kind: "commit", revision: to },
    base: { kind: "commit", revision: base },
    trusted: { kind: "commit", revision: newest },
    at,
    clusters
  };
}
__name(requestBack, "requestBack");
function previousCommit(last) {
  if (last === void 0) throw new UsageError("No cluster has a ledger: nothing was applied yet, so there is nothing to go back from.");
  const { run, previous } = last;
  if (previous === void 0)
    throw new UsageError(`No ledger knows a run before ${run.id} that ended well. Say where to go: \`--to REV\`.`);
  if (previous.commit === void 0)
    throw new UsageError(
      `The run before, ${previous.id} by ${previous.by}, was made from a folder and not from a commit. Say where to go: \`--to REV\`.`
    );
  return previous.commit;
}
__name(previousCommit, "previousCommit");
export {
  rollback
};
