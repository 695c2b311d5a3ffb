import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  chaptersMarkdown,
  chaptersText,
  explain,
  routesChapters
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
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/explain.ts
async function explain2(terminal, host, options) {
  if (!isHost(host)) throw new UsageError(notAHost(host));
  const request = await requestFrom(options);
  const hosts = await terminal.progress("rendering", explain(createLocalWorld(options), request, host));
  if (options.output === "json") {
    terminal.print(`${JSON.stringify({ schemaVersion: 1, kind: "explain", host, hosts }, void 0, 2)}
`);
    return exitCodes.fine;
  }
  const chapters = routesChapters(host, hosts, { isCompared: request.base !== void 0 });
  terminal.print(options.output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
  return exitCodes.fine;
}
__name(explain2, "explain");
function isHost(text) {
  return text.length <= 254 && /^(?:\*\.)?(?:[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?\.?$/iu.test(text);
}
__name(isHost, "isHost");
function notAHost(text) {
  const seen = text.trim() === "" ? "no host is given" : `${JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}\u2026` : text)} can be no host`;
  return `${seen}: name a Service (reviews), a Service with its namespace (reviews.shop), or a host in full (reviews.shop.svc.cluster.local, www.example.com).`;
}
__name(notAHost, "notAHost");
export {
  explain2 as explain
};
