import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  tellFindings
} from "./chunk-H5YKTXUM.js";
import {
  saveFile
} from "./chunk-SVVDHG7B.js";
import {
  readFiles
} from "./chunk-LISA627O.js";
import {
  importRistioctl
} from "./chunk-7YQB7X5X.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/import.ts
import { join } from "node:path";

// src/shells/cli/save-files.ts
import { lstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
async function saveFiles(terminal, targets, mayReplace) {
  const known = await Promise.all(targets.map(async (target) => ({ ...target, state: await stateOf(target) })));
  const others = known.filter(({ state }) => state === "other").map(({ file }) => file);
  if (others.length > 0 && !mayReplace) {
    throw new UsageError(
      `nothing is written, because ${others.join(", ")} ${others.length === 1 ? "exists and holds" : "exist and hold"} something else. Look at what would be written without --write, then write to another folder, or replace with --overwrite.`
    );
  }
  for (const { file, text, state } of known) {
    if (state === "same") {
      terminal.tell(`Unchanged: ${file}`);
      continue;
    }
    await saveFile(terminal, file, text);
    terminal.tell(`Written: ${file}`);
  }
}
__name(saveFiles, "saveFiles");
async function stateOf({ file, text }) {
  if (lstatSync(file, { throwIfNoEntry: false }) === void 0) return "absent";
  return await readFile(file, "utf8").catch(() => void 0) === text ? "same" : "other";
}
__name(stateOf, "stateOf");

// src/shells/cli/commands/import.ts
async function importDocuments(terminal, { files, write, overwrite }) {
  const imported = importRistioctl(await readFiles(files));
  tellFindings(terminal, imported.findings);
  const hasErrors = imported.findings.some(({ severity }) => severity === "error");
  if (imported.files.length === 0) terminal.tell("isthmus: there is nothing to write.");
  else if (write === void 0) terminal.print(imported.files.map(({ path, text }) => `# ${path}
${text}`).join("---\n"));
  else {
    const targets = imported.files.map(({ path, text }) => ({ file: join(write, path), text }));
    await saveFiles(terminal, targets, overwrite);
    terminal.tell(
      hasErrors ? "isthmus: correct what the errors name and import again with --overwrite, or correct what was written." : "Next: take ristioctl's documents out of the repository (their comments are not carried over), and run `isthmus validate` there."
    );
  }
  return hasErrors ? exitCodes.findings : exitCodes.fine;
}
__name(importDocuments, "importDocuments");
export {
  importDocuments
};
