import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/save-new.ts
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function saveNew(terminal, file, text) {
  if (existsSync(file)) throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  await mkdir(dirname(file), { recursive: true });
  await terminal.save(file, text);
  terminal.tell(`Written: ${file}`);
}
__name(saveNew, "saveNew");

export {
  saveNew
};
