/** Texts of API servers, webhooks and networks, made fit for a message. */

const privateKey =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----|$)/gu;
const encodedPem = /(?:LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK)[A-Za-z0-9+/]{40,}={0,2}/gu;
const webToken = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/gu;
const bearer = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/giu;
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/giu;

/** A message may be so long: a webhook can send megabytes. */
const longest = 600;

/**
 * One line, no control characters, bounded; the given secrets and everything that looks like a credential are `***`. Secrets are looked for before the text is
 * cut, so that no half of one is left.
 */
export function clean(text: string, secrets: readonly string[] = []): string {
  const plain = withoutSecrets(text, secrets)
    .replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest).trimEnd()} … (${plain.length - longest} more characters)`;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  // Longest first: a secret may hold another.
  const known = secrets.filter((secret) => secret.length >= 4).sort((a, b) => b.length - a.length);
  let shown = text;
  for (const secret of known) for (const form of formsOf(secret)) shown = shown.replaceAll(form, "***");
  return shown
    .replace(privateKey, "***")
    .replace(encodedPem, "***")
    .replace(webToken, "***")
    .replace(bearer, "$1 ***")
    .replace(userInfo, "$1***@");
}

/** As it is, as base64, and as it stands in JSON. */
function formsOf(secret: string): readonly string[] {
  const encoded = Buffer.from(secret).toString("base64");
  const quoted = JSON.stringify(secret).slice(1, -1);
  return quoted === secret ? [secret, encoded] : [secret, quoted, encoded];
}
