import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-XAFIBZEI.js";
import {
  chaptersMarkdown,
  chaptersText,
  createLocalWorld,
  explain,
  routesChapters
} from "./chunk-UKVFJ26J.js";
import "./chunk-2LZ6NSYI.js";
import "./chunk-USELJLII.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-NVWP3KCL.js";
import "./chunk-I7RLK773.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-GTWNKH2M.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/explain.ts
async function explain2(terminal, host, options) {
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
export {
  explain2 as explain
};
