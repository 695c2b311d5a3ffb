import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveNew
} from "./chunk-GXI4RSVO.js";
import "./chunk-2TKUUWGS.js";
import {
  readFiles
} from "./chunk-4I2EYNEF.js";
import {
  importRistioctl
} from "./chunk-2FO2PMFL.js";
import "./chunk-6QMFCSLS.js";
import {
  exitCodes
} from "./chunk-QGTPYQBI.js";
import "./chunk-QLQAG6SW.js";
import {
  __name
} from "./chunk-BIFKHMW4.js";

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
