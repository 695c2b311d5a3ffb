import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/save-file.ts
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function saveFile(terminal, file, text) {
  await mkdir(dirname(file), { recursive: true }).catch(() => void 0);
  await terminal.save(file, text);
}
__name(saveFile, "saveFile");

export {
  saveFile
};
