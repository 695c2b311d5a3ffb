/** The candidate that a dotted key was probably meant to be: same last word first, else few letters away; `undefined` when nothing is near. */
export function nearest(key: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  for (const candidate of candidates) {
    const cost = costOf(key, candidate);
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate;
}

/** Letters to change, ignoring case; a key that stands somewhere else in the tree costs a little more than a misspelling. */
function costOf(key: string, candidate: string): number | undefined {
  const [wrong, right] = [key.toLowerCase(), candidate.toLowerCase()];
  const whole = distance(wrong, right, 3);
  if (whole <= Math.min(3, Math.max(1, Math.floor(wrong.length / 3)))) return whole;
  const last = wrong.slice(wrong.lastIndexOf(".") + 1);
  return last.length > 3 && right.endsWith(`.${last}`) ? 4 + Math.abs(wrong.split(".").length - right.split(".").length) : undefined;
}

/** Levenshtein distance, or something larger than `limit` when it is larger. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
