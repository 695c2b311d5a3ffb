import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveNew
} from "./chunk-FEEP7WUS.js";
import {
  readFiles
} from "./chunk-YHMXWLEW.js";
import {
  importRistioctl
} from "./chunk-O5XT5RLS.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/import.ts
import { join } from "node:path";
async function importDocuments(terminal, { files, write }) {
  const imported = importRistioctl(await readFiles(files));
  for (const { message, remedy, source, rule } of imported.findings)
    terminal.tell(`${source?.file ?? ""}:${source?.line ?? 1} ${message} ${remedy} [${rule}]`);
  if (write === void 0) terminal.print(imported.files.map(({ path, text }) => `# ${path}
${text}`).join("---\n"));
  else for (const { path, text } of imported.files) await saveNew(terminal, join(write, path), text);
  return imported.findings.some(({ severity }) => severity === "error") ? exitCodes.findings : exitCodes.fine;
}
__name(importDocuments, "importDocuments");
export {
  importDocuments
};
