import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveNew
} from "./chunk-XA3QOLBO.js";
import "./chunk-VXGAUNNG.js";
import {
  readFiles
} from "./chunk-VUALIOFN.js";
import {
  importRistioctl
} from "./chunk-5WJTI7LD.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-XDVMQMTQ.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
import "./chunk-YNO4666L.js";
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
