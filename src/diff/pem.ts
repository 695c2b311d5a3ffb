/** PEM inside texts of objects: found, and told apart into what may be described and what may not even be that. */

const begin = "-----BEGIN ";
/** `-----BEGIN ` in base64, as Secret data and `caBundle` carry it. */
const encodedBegin = "LS0tLS1CRUdJTi";

/** The PEM text that a value holds, decoded when it is base64; `undefined` when it holds none. */
export function pemIn(text: string): string | undefined {
  if (text.includes(begin)) return text;
  if (!text.trimStart().startsWith(encodedBegin)) return undefined;
  try {
    return atob(text.replace(/\s+/gu, ""));
  } catch {
    return undefined;
  }
}

/** The certificate blocks of a PEM text, in order. */
export function certificateBlocks(pem: string): readonly string[] {
  return pem.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/gu) ?? [];
}

/** The text with every PEM block replaced by what `describe` says of it. A block that does not end hides the rest of the text. */
export function withoutPem(text: string, describe: (block: string) => string): string {
  if (text.trimStart().startsWith(encodedBegin)) {
    const pem = pemIn(text);
    return pem === undefined ? describe("") : withoutPem(pem, describe).trim();
  }
  if (!text.includes(begin)) return text;
  return text.replace(/-----BEGIN [^\n]*?-----(?:[^-]*-----END [^\n]*?-----|[^]*$)/gu, describe);
}
