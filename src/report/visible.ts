/** Characters that are not seen, or that move, hide or reverse others: controls, format characters, private use, lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line of text in which every character can be seen: white space becomes a space, any other invisible character its code (`\u{202e}`). */
export function visible(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text;
  return text.replace(/[\t\n\r\f\v]+/gu, " ").replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The text, or its beginning and `…`, in at most `length` UTF-16 units. Never cuts a character in two. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  const isHalf = /[\ud800-\udbff]/u.test(text.charAt(end - 1));
  return `${text.slice(0, isHalf ? end - 1 : end)}…`;
}
