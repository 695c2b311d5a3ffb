import { textAt } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import type { Ledger } from "../model/survey.ts";
import { readCertificates } from "../trust/index.ts";

/**
 * Serials that were signed and never stored: those on record, and those that a run which died had in its ledger, unless they are what is installed now.
 * A certificate that cannot be looked at may be any of them: then nothing is said yet.
 */
export function orphansOf(ledger: Ledger | undefined, installed: Live): readonly string[] {
  if (ledger === undefined) return [];
  const unfinished = ledger.entries.flatMap(({ state, serial }) => (serial === undefined || !isUnfinished(state) ? [] : [serial]));
  const current = installed.kind === "present" ? serialIn(textAt(installed.object, "stringData", "ca-cert.pem")) : undefined;
  return [...new Set([...ledger.orphanSerials, ...unfinished])].filter((serial) => serial !== current);
}

/** A step that had passed its writes stored what it signed, though it may have been replaced since. */
function isUnfinished(state: Ledger["entries"][number]["state"]): boolean {
  return state === "intent" || state === "failed";
}

function serialIn(pem: string | undefined): string | undefined {
  return pem === undefined ? undefined : readCertificates(pem).certificates[0]?.facts.serial;
}
