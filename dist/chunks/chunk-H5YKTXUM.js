import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/tell-findings.ts
function tellFindings(terminal, findings) {
  for (const { severity, source, message, remedy, rule } of findings) {
    const place = source === void 0 ? "" : ` ${source.file}:${source.line}:${source.column}`;
    terminal.tell(`${severity}${place}`);
    terminal.tell(`  ${message}`);
    terminal.tell(`  ${remedy} [${rule}]`);
  }
}
__name(tellFindings, "tellFindings");

export {
  tellFindings
};
