import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  watching
} from "./chunk-ASX3FWK2.js";
import {
  identityAt,
  interruptible
} from "./chunk-IN37B5KD.js";
import "./chunk-H33SPOQG.js";
import {
  preview
} from "./chunk-324VYC5E.js";
import {
  decidedRequestFrom
} from "./chunk-ZYQ7QZHE.js";
import "./chunk-TSJCGOQM.js";
import "./chunk-TVW3SPRP.js";
import "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  appliedChapters,
  appliedJson,
  chaptersText,
  renewTrust
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodeOfApplied,
  exitCodes
} from "./chunk-5BSKLZ23.js";
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
