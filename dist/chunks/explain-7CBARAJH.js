import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-N2WMEUXZ.js";
import {
  chaptersMarkdown,
  chaptersText,
  createLocalWorld,
  explain,
  routesChapters
} from "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
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
