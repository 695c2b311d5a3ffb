import type { Offer, Reason, Refused } from "../model/command.ts";
import { cell, code, folded, table } from "./markdown.ts";
import { say } from "./rich.ts";

/** Why commands were not carried out, as the answer to the comment that held them. Markdown; what the person wrote stands in it as code. */
export function refusals(refused: readonly Refused[]): string {
  const parts = refused.map(({ text, reasons }) => `**Not done:** ${code(text)}\n\n${reasons.map(told).join("\n")}\n`);
  return parts.join("\n");
}

/** The texts come from the catalogue, which puts every fact between back-ticks or is handed words of ours. The code is for scripts. */
function told({ code: reasonCode, said, next }: Reason): string {
  return `- ${said} ${next} <sub>[${reasonCode}]</sub>`;
}

/** The answer to `/help`: what this person may ask for here, then the rest with its reasons. */
export function help(offers: readonly Offer[]): string {
  const open = offers.filter(({ against }) => against === undefined);
  const shut = offers.filter(({ against }) => against !== undefined);
  const asked = table(
    ["Command", "What it does"],
    open.map(({ usage, summary }) => [cell(say`${usage}`), summary]),
  );
  const rest = table(
    ["Command", "Why not"],
    shut.map(({ usage, against }) => [
      cell(say`${usage.split(" ", 1)[0] ?? ""}`),
      against === undefined ? "" : `${against.said} <sub>[${against.code}]</sub>`,
    ]),
  );
  const begun =
    "**What you may ask for here.** Write a command on a line of its own; what stands in code, in quotes or in an edited comment is not read.\n\n";
  return `${begun}${asked}${shut.length === 0 ? "" : `\n${folded(say`And what you may not (${shut.length})`, rest).trimEnd()}\n`}`;
}
