import type { Finding } from "../../model/finding.ts";
import type { Terminal } from "./terminal.ts";

/** Findings beside a command's result, on stderr: what it is and where, then what was seen, then what to do. */
export function tellFindings(terminal: Terminal, findings: readonly Finding[]): void {
  for (const { severity, source, message, remedy, rule } of findings) {
    const place = source === undefined ? "" : ` ${source.file}:${source.line}:${source.column}`;
    terminal.tell(`${severity}${place}`);
    terminal.tell(`  ${message}`);
    terminal.tell(`  ${remedy} [${rule}]`);
  }
}
