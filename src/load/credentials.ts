/** What credentials look like in a text. Patterns are linear: each looks for a fixed marker first and never backtracks over a whole file. */

/** A PEM block of any kind of private key, also one that lost its beginning; to the end of the text when its last line is missing. */
export const privateKeyBlock =
  /(?:-----BEGIN [A-Z0-9 ]{0,40})?PRIVATE KEY[A-Z ]{0,12}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----|$)/gu;

/** A JSON Web Token: two parts that begin like base64 of `{"`, and a signature. */
export const webToken = /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/gu;

/** The base64 of `-----BEGIN `, and of what a token or a kubeconfig begins with, in one run of base64 characters. */
const encodedStart = /^(?:LS0tLS1CRUdJTi|ZXlK|YXBpVmVyc2lvbjog|a2luZDog)/u;

/** A name or a key, fit for a message: people have pasted tokens into stranger places. */
export function withoutCredentials(text: string): string {
  return text.replace(privateKeyBlock, "***").replace(webToken, "***");
}

/** Only certificates, as PEM, and white space: public, so it may be shown and compared. */
export function isPublicCertificates(text: string): boolean {
  if (!text.includes("-----BEGIN CERTIFICATE-----")) return false;
  return /^(?:\s*-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/u.test(text);
}

/** True for the text of a kubeconfig that names users: their credentials may be spelt in too many ways to look for each. */
export function isKubeconfigText(text: string): boolean {
  return /["']?\bkind["']?\s*:\s*["']?Config\b/u.test(text) && /["']?\busers["']?\s*:/u.test(text);
}

/** What base64 text stands for; `undefined` when it is not base64 or not text. */
export function decodedText(text: string): string | undefined {
  const compact = text.replace(/\s/gu, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(compact)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(compact), (character) => character.charCodeAt(0)));
  } catch {
    // Bytes that are no text hold neither PEM nor a token.
    return undefined;
  }
}

/** The text behind a value that is one run of base64 beginning like PEM, a token or a kubeconfig. */
export function hiddenText(text: string): string | undefined {
  return encodedStart.test(text) ? decodedText(text) : undefined;
}
