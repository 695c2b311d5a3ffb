import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  watching
} from "./chunk-5DC6XLFA.js";
import {
  identityAt,
  interruptible
} from "./chunk-RDO2QDN6.js";
import {
  preview
} from "./chunk-YBVCBOFL.js";
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
import "./chunk-VXGAUNNG.js";
import {
  appliedChapters,
  appliedJson,
  chaptersText,
  renewTrust
} from "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodeOfApplied,
  exitCodes
} from "./chunk-XDVMQMTQ.js";
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

// src/shells/cli/commands/certs-renew.ts
async function renew(terminal, options) {
  if (options.dryRun) return preview(terminal, options);
  const request = await requestFrom(options);
  const stopping = interruptible(terminal, "stopping after the current object; the next run goes on from there");
  const { watch, end } = watching(terminal);
  const result = await withLiveWorld(
    { ...options, watch },
    (world) => renewTrust(world, request, {
      identify: /* @__PURE__ */ __name((digest, commit) => identityAt(world.clock.now(), digest, commit), "identify"),
      stop: stopping.signal
    })
  ).finally(() => {
    end();
    stopping.end();
  });
  if (options.output === "json") terminal.print(appliedJson(result));
  else terminal.print(isIdle(result) ? idle : chaptersText(appliedChapters(result), terminal));
  return isIdle(result) ? exitCodes.findings : exitCodeOfApplied(result);
}
__name(renew, "renew");
function isIdle({ refusals, run }) {
  return refusals.length === 0 && run?.outcomes.length === 0 && run.refused.size === 0;
}
__name(isIdle, "isIdle");
var idle = `Nothing was renewed: none of these clusters holds a \`cacerts\` that Isthmus signs. \`isthmus certs list\` shows what each one signs with; a first one is issued by \`isthmus apply\`, and somebody else's by its keeper.
`;
export {
  renew
};
