import { withoutGuesses } from "./guesses.ts";

/** What credentials look like in a text. Patterns are linear: each looks for a fixed marker first and never backtracks over a whole file. */

/** A PEM block of any kind of private key, also one that lost its beginning; to the end of the text when its last line is missing. */
export const privateKeyBlock =
  /(?:-----BEGIN [A-Z0-9 ]{0,40})?PRIVATE KEY[A-Z ]{0,12}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----|$)/gu;

/**
 * A JSON Web Token: two parts that begin like base64 of `{"`, and a signature. It looks ahead from the start of a run only, so that a run of a
 * million beginnings is read once and not a million times.
 */
export const webToken = /(?<![\w-])(?=[\w-]*\.eyJ[\w-]{8,}\.[\w-]{8,})[\w-]*?eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu;

/** A run of base64 as long as a key has at least, from its first character. */
const encodedRun = /^\s*[A-Za-z0-9+/]{24}/u;

/** A run of base64 inside another text that begins with the base64 of `-----BEGIN`, or with the base64 of that. */
export const encodedPem = /(?:LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK)[A-Za-z0-9+/]{40,}={0,2}/gu;

/** A name or a key, fit for a message: people have pasted tokens into stranger places. */
export function withoutCredentials(text: string): string {
  return withoutGuesses(text.replace(privateKeyBlock, "***").replace(webToken, "***"), () => "***");
}

/** Only certificates, as PEM, and white space: public, so it may be shown and compared. */
export function isPublicCertificates(text: string): boolean {
  if (!text.includes("-----BEGIN CERTIFICATE-----")) return false;
  return /^(?:\s*-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/u.test(text);
}

/** True for the text of a kubeconfig that names users: their credentials may be spelt in too many ways to look for each. */
export function isKubeconfigText(text: string): boolean {
  return text.includes("users") && /["']?\bkind["']?\s*:\s*["']?Config\b/u.test(text) && /["']?\busers["']?\s*:/u.test(text);
}

/** What base64 text stands for; `undefined` when it is not base64 or not text. */
export function decodedText(text: string): string | undefined {
  const compact = text.replace(/\s/gu, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(compact)) return undefined;
  try {
    const characters = atob(compact);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no text hold neither PEM nor a token.
    return undefined;
  }
}

/** True for the text of an object that is a Secret, or holds one: as with a kubeconfig, its values may be spelt in too many ways. */
export function isSecretText(text: string): boolean {
  return /\bkind\\?["']?\s*:\s*\\?["']?Secret\b/iu.test(text) && /["'\n{ ](?:data|stringData)\\?["']?\s*:/iu.test(text);
}

/** True for a part of a kubeconfig: users with a credential. */
export function isUsersText(text: string): boolean {
  return (
    /\busers\\?["']?\s*:/u.test(text) &&
    /\buser\\?["']?\s*:/u.test(text) &&
    /\b(?:token|password|client-key-data|client-secret)\\?["']?\s*:/u.test(text)
  );
}

/** The text behind a value that is one run of base64, and the text behind that when it is one again. */
export function hiddenText(text: string): string | undefined {
  if (!encodedRun.test(text)) return undefined;
  const once = decodedText(text);
  if (once === undefined || !encodedRun.test(once)) return once;
  return decodedText(once) ?? once;
}
