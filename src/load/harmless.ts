/**
 * What every pattern of `scan`, `credentials` and `guesses` needs at the least, in the text of a file: a telling word, the beginning of a token, a password
 * in an address. White space stands for any, because the lines of one value are joined by it. Two patterns, because words may be written large or small,
 * and tokens may not.
 */
const tellingWord = /secret|stringdata|users|passw|token|api[_-]?key|access[_-]?key|private[_-]?\s*key/iu;
const tellingShape =
  /\\|![!<\w]|eyJ|gh[oprsu]_|github_pat_|A[KS]IA[A-Z0-9]|xox[a-z]-|AIza|glpat-|hv[brs]\.|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK|:\/\/[^\s/?#:@"'<>\\]{0,256}:[^\s/?#"'<>\\]+@/u;

/**
 * True for the text of a file in which no value can be secret: then nobody has to look at each of them. Said of nearly every file, and never wrongly: a text with
 * an escape or a tag, which may spell a word in another way, is always looked at. A test holds it to `scan` and `seal`.
 */
export function isHarmless(text: string): boolean {
  return !tellingWord.test(text) && !tellingShape.test(text) && !hasEncodedRun(text);
}

/** As long as the shortest run of base64 that `hiddenText` decodes. */
const encoded = 24;

const isBase64 = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") isBase64[character.charCodeAt(0)] = 1;

/** True where a value may begin with a run of base64. Looks at the end of the next possible run first: most of a text is jumped over. */
function hasEncodedRun(text: string): boolean {
  for (let end = encoded - 1; end < text.length; ) {
    let at = end;
    while (at > end - encoded && isBase64[text.charCodeAt(at)] === 1) at--;
    if (at === end - encoded) {
      if (beginsValue(text, at)) return true;
      // A run in the middle of a word: the next value can only begin behind it.
      at = end + 1;
      while (isBase64[text.charCodeAt(at)] === 1) at++;
    }
    end = at + encoded;
  }
  return false;
}

function beginsValue(text: string, before: number): boolean {
  return before < 0 || /[\s"'[{,:]/u.test(text.charAt(before));
}
