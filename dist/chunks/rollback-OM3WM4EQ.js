import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  carryOut
} from "./chunk-4LTA7GDG.js";
import "./chunk-ASX3FWK2.js";
import "./chunk-IN37B5KD.js";
import "./chunk-H33SPOQG.js";
import {
  decidedRequestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  leadsForth
} from "./chunk-HB7YCJPW.js";
import "./chunk-TVW3SPRP.js";
import "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import {
  createGitFiles
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  lastRunOf,
  statusOf
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
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
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/rollback.ts
async function rollback(terminal, options) {
  const asked = await decidedRequestFrom(options);
  const survey = await withLiveWorld(options, (world) => terminal.progress("reading the ledgers", statusOf(world, asked)));
  const last = lastRunOf(survey);
  const to = options.to ?? previousCommit(last, survey);
  terminal.tell(`isthmus: going back to ${to}${last === void 0 ? "" : ` from ${last.run.commit ?? "a folder"} (run ${last.run.id})`}`);
  const isForth = await leadsForth(createGitFiles({ folder: options.folder }), last?.run.commit, to);
  const { isBack, ...request } = requestBack(to, last, asked);
  return carryOut(terminal, options, isForth ? request : { ...request, isBack });
}
__name(rollback, "rollback");
function requestBack(to, last, { at, clusters, head }) {
  const newest = head.kind === "commit" ? head.revision : "HEAD";
  const base = last?.run.commit ?? newest;
  return {
    head: { kind: "commit", revision: to },
    base: { kind: "commit", revision: base },
    trusted: head,
    at,
    clusters,
    isBack: true
  };
}
__name(requestBack, "requestBack");
function previousCommit(last, { clusters }) {
  const unread = [...clusters.values()].find((seen) => seen.kind === "unreachable");
  if (last === void 0 && unread !== void 0) throw unread.why;
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
