import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createLocalWorld,
  lock
} from "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/lock.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
async function lock2(terminal, { folder, check }) {
  const request = { head: { kind: "folder", folder }, base: void 0, at: Date.now(), clusters: [] };
  const { text, findings, problems } = await terminal.progress("fetching charts", lock(createLocalWorld({ folder }), request));
  for (const { message, remedy, rule } of findings) terminal.tell(`${message} ${remedy} [${rule}]`);
  for (const { message, remedy, code } of problems) terminal.tell(`${message} ${remedy} [${code}]`);
  if (problems.length > 0) return exitCodes.world;
  if (findings.length > 0) return exitCodes.findings;
  const file = join(folder, "isthmus.lock");
  const current = await readFile(file, "utf8").catch(() => void 0);
  if (current === text) terminal.tell(`${file} is what the charts are.`);
  else if (check) terminal.tell(`${file} is not what the charts are. Run \`isthmus lock\` and review what it writes.`);
  else {
    await terminal.save(file, text);
    terminal.tell(`Written: ${file}`);
  }
  return check && current !== text ? exitCodes.findings : exitCodes.fine;
}
__name(lock2, "lock");
export {
  lock2 as lock
};
