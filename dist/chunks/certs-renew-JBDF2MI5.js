import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  preview
} from "./chunk-EQTNZF2C.js";
import {
  watching
} from "./chunk-JLFARMHD.js";
import {
  identityAt,
  interruptible
} from "./chunk-QZLWB76O.js";
import "./chunk-H33SPOQG.js";
import {
  decidedRequestFrom
} from "./chunk-GEMCSJZ5.js";
import "./chunk-RF3XMZY4.js";
import "./chunk-5MXZZMMD.js";
import "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-CAK5HNS5.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import {
  appliedChapters,
  appliedJson,
  chaptersText,
  renewTrust
} from "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  exitCodeOfApplied,
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-YU4XPH6J.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/certs-renew.ts
async function renew(terminal, options) {
  if (options.dryRun) return preview(terminal, options);
  const request = await decidedRequestFrom(options);
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
