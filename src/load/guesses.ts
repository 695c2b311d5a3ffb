/**
 * What is probably a credential in a text. Patterns start at a fixed marker and read each character a bounded number of times, so that a line of megabytes
 * costs what its length says; whoever adds one tries it on a marker repeated a million times, and adds what it needs at the least to `harmless.ts`.
 */

/** Tokens that say what they are: GitHub, AWS key ids, Slack, Google, GitLab, Vault. */
export const knownToken =
  /gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|xox[a-z]-[A-Za-z0-9-]{10,}|AIza(?<![A-Za-z0-9_+/-]AIza)[\w-]{30,}|glpat-[\w-]{16,}|hv[brs]\.[\w-]{20,}/gu;

/** `user:password@` in an address; an image with a digest looks the same. */
const inAddress = /(:\/\/[^\s/?#:@"'<>\\]{0,256}:)([^\s/?#"'<>\\]+)(@(?!sha256:))/gu;

/** A key that ends in a telling word, its separator, and a value to the end of its quotes or its word. */
const assignment =
  /(password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)(\\{0,3}["']?[ \t]*(?::=|=>|:|=(?!=))[ \t]*\\{0,3})(?:"([^"\n\\]+)|'([^'\n\\]+)|([^\s"'`,;{}[\]()<>|\\]+))/giu;

/** An entry of a container's environment in JSON, as `kubectl apply` leaves it in an annotation. */
const environmentEntry =
  /("name\\{0,3}":\s?\\{0,3}"\w{0,64}(?:password|passwd|secret|token|api_?key|private_?key|access_?key)\\{0,3}",\s?\\{0,3}"value\\{0,3}":\s?\\{0,3}")([^"\\]+)/giu;

/** One look that tells nearly every text has nothing in it. */
const worthALook =
  /:\/\/|PRIVATE KEY|eyJ|gh[oprsu]_|github_pat_|A[KS]IA|xox[a-z]-|AIza|glpat-|hv[brs]\.|passw|secret|token|[_-]?key|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK/iu;

/** True when a text has to be looked at closely. */
export function isSuspicious(text: string): boolean {
  return worthALook.test(text);
}

/** What a guess is about, as a finding names it. */
export type Guess = "an access token" | "a password in an address" | "a password, a secret or a token";

/** The text with every guess changed by `hide`. */
export function withoutGuesses(text: string, hide: (value: string, guess: Guess) => string): string {
  return text
    .replace(knownToken, (found) => hide(found, "an access token"))
    .replace(inAddress, (all, before: string, password: string, after: string) =>
      isReference(password) ? all : `${before}${hide(password, "a password in an address")}${after}`,
    )
    .replace(environmentEntry, (all, before: string, value: string) =>
      isReference(value) ? all : `${before}${hide(value, "a password, a secret or a token")}`,
    )
    .replace(assignment, (...found: readonly unknown[]) => assigned(text, found, hide));
}

/** One assignment; what `replace` gives is: all, word, separator, three ways to write the value, offset, the whole text. */
function assigned(_: string, found: readonly unknown[], hide: (value: string, guess: Guess) => string): string {
  const all = String(found[0]);
  const value = String(found[3] ?? found[4] ?? found[5]);
  const offset = Number(found[6]);
  const whole = String(found[7]);
  const key = lastWord(whole.slice(Math.max(0, offset - 48), offset)) + String(found[1]);
  const isCall = found[5] !== undefined && /[([]/u.test(whole.charAt(offset + all.length));
  if (isCall || !isLiteral(key, value)) return all;
  return `${all.slice(0, all.length - value.length)}${hide(value, "a password, a secret or a token")}`;
}

function lastWord(text: string): string {
  return /[\w.-]{0,48}$/u.exec(text)?.[0] ?? "";
}

/** The last letters of the words that tell. */
const tellingEnds: ReadonlySet<string> = new Set("dtnyDTNY");

/** True for a key of an object whose name says that its value is secret. */
export function isTellingKey(key: string): boolean {
  // Asked for every value there is, and most keys end otherwise.
  if (!tellingEnds.has(key.charAt(key.length - 1))) return false;
  return /(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)$/iu.test(key);
}

/** True for the value of an environment variable with a telling name, unless it refers to something. */
export function isEnvironmentSecret(name: string, value: string): boolean {
  if (!isTellingKey(name) || isReference(value) || isPlainWord(value)) return false;
  return /passw(?:or)?d$/iu.test(name) || !/^[a-z]+(?:[-.][a-z]+)+$/u.test(value);
}

/** True for a value that stands for itself and is long enough to be worth hiding. */
export function isLiteral(key: string, value: string): boolean {
  if (isReference(value) || isPlainWord(value)) return false;
  if (/passw(?:or)?d$/iu.test(key)) return value.length >= 6;
  // Fields of that name hold the name of a Secret.
  if (/(?:token|pull|credentials?|tls|ca|cert|basicauth|auth)[._-]?secret$/iu.test(key)) return false;
  if (value.length < 8 || /^[a-z]+(?:[-._][a-z]+)+$/u.test(value) || /\s/u.test(value)) return false;
  return value.length >= 12 || !/^[A-Za-z]+$/u.test(value);
}

/** Variables, templates, paths, addresses of stores, stars, and what was taken out already. */
function isReference(value: string): boolean {
  return /^(?:\$[({]|\$\w+$|\$\$|\{\{|%[({sv]|<|\*{3}|x{3,}$|\.{0,2}\/[\w.-]|~\/|file:|env:|vault:|ref\+|arn:|[a-z]+:\/\/|⟦)/iu.test(value);
}

function isPlainWord(value: string): boolean {
  return /^(?:|true|false|null|none|nil|undefined|yes|no|on|off|string|required|optional|enabled|disabled|password|secret|token|bearer|redacted|changeme)$/iu.test(
    value,
  );
}
