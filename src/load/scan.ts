import { finding } from "../catalog/find.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Place } from "../model/source.ts";
import { encodedPem, hiddenText, privateKeyBlock, webToken } from "./credentials.ts";
import { knownToken } from "./guesses.ts";

/** More findings of one kind in one file say nothing new. */
const most = 20;

/**
 * What a search through a file's text finds: private keys and tokens, in values, comments and broken documents alike, in files of any format. The
 * findings say where, never what.
 */
export function scan(file: string, text: string, severity: Severity): readonly Finding[] {
  const found: Finding[] = [];
  if (text.includes("PRIVATE KEY")) {
    for (const offset of offsets(text, privateKeyBlock))
      found.push(finding("private-key-in-repository", { how: "" }, { source: placeOf(file, text, offset), severity }));
  }
  return [...found, ...scanTokens(file, text, severity)];
}

/** The same for keys in base64, as Secrets and kubeconfigs hold them. Of documents that are read it is each value that is looked at, and told. */
export function scanEncoded(file: string, text: string, severity: Severity): readonly Finding[] {
  const isKey = (run: string): boolean => hiddenText(run)?.includes("PRIVATE KEY-----") === true;
  return offsets(text, encodedPem, isKey).map((offset) =>
    finding("private-key-in-repository", { how: ", base64-encoded" }, { source: placeOf(file, text, offset), severity }),
  );
}

function scanTokens(file: string, text: string, severity: Severity): readonly Finding[] {
  const found: Finding[] = [];
  if (text.includes("eyJ")) {
    for (const offset of offsets(text, webToken))
      found.push(finding("token-in-repository", { how: "" }, { source: placeOf(file, text, offset), severity }));
  }
  for (const offset of offsets(text, knownToken))
    found.push(finding("credential-in-repository", { what: "an access token" }, { source: placeOf(file, text, offset) }));
  return found;
}

function offsets(text: string, pattern: RegExp, isMeant: (run: string) => boolean = () => true): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(pattern)) {
    if (!isMeant(match[0])) continue;
    found.push(match.index);
    if (found.length === most) break;
  }
  return found;
}

function placeOf(file: string, text: string, offset: number): Place {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return { file, line, column: offset - (offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1)) };
}
