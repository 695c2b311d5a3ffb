import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-GEMCSJZ5.js";
import {
  chaptersMarkdown,
  chaptersText,
  createLocalWorld,
  explain,
  routesChapters
} from "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  UsageError,
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-YU4XPH6J.js";
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
