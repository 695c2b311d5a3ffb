import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveNew
} from "./chunk-KKPBAJNA.js";
import "./chunk-DBDIMKZ4.js";
import {
  readFiles
} from "./chunk-XQXSUY64.js";
import {
  importRistioctl
} from "./chunk-LUXQKGH2.js";
import "./chunk-H2PJDCKH.js";
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
