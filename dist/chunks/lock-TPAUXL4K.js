import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  tellFindings
} from "./chunk-H5YKTXUM.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  lock
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/lock.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
async function lock2(terminal, { folder, check }) {
  const request = { head: { kind: "folder", folder }, base: void 0, at: Date.now(), clusters: [] };
  const { text, findings, problems } = await terminal.progress("fetching charts", lock(createLocalWorld({ folder }), request));
  tellFindings(terminal, findings);
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
