/** Names in files may be hostile: what is longer than this was not meant to be any of the known ones, and is not compared. */
const longest = 64;

/** More candidates than any schema or mesh has; those beyond are not looked at. */
const mostCandidates = 2000;

/**
 * The candidate a person most likely meant: the one that differs by the fewest letters, when these are few enough to be a slip, or the only one that begins
 * alike. Letter case does not count. The first of several that are as near. `most`: edits that still are a slip, however long the word is.
 */
export function nearest(word: string, candidates: Iterable<string>, most = longest): string | undefined {
  if (word.length === 0 || word.length > longest) return undefined;
  const wanted = word.toLowerCase();
  const known = firstOf(candidates);
  let best: string | undefined;
  let allowed = most;
  for (const candidate of known) {
    const limit = Math.min(allowed, slip(wanted, candidate));
    const edits = distance(wanted, candidate.toLowerCase(), limit);
    if (edits <= limit) [best, allowed] = [candidate, edits - 1];
  }
  return best ?? sharingBeginning(wanted, known);
}

/** ` Did you mean east?` when a candidate is near enough, nothing otherwise: to be put behind a sentence. */
export function advice(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

/** True when one name may well be a slip for the other. */
export function isNear(name: string, other: string): boolean {
  if (name.length > longest) return false;
  const limit = slip(name, other);
  return distance(name.toLowerCase(), other.toLowerCase(), limit) <= limit;
}

/** Edits that still are a slip: a third of the longer name. */
function slip(name: string, other: string): number {
  return Math.max(1, Math.floor(Math.max(name.length, other.length) / 3));
}

function firstOf(candidates: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const candidate of candidates) {
    if (candidate.length <= longest) found.push(candidate);
    if (found.length === mostCandidates) break;
  }
  return found;
}

/** `retry` for `retries`: no slip of the finger but the wrong form of the word. Only when one candidate alone begins so. */
function sharingBeginning(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length < 4) return undefined;
  const beginning = wanted.slice(0, Math.max(4, Math.ceil(wanted.length * 0.6)));
  const found = known.filter((candidate) => candidate.toLowerCase().startsWith(beginning));
  return found.length === 1 ? found[0] : undefined;
}

/** Letters to insert, delete, replace or swap with their neighbour (the restricted Damerau distance); more than `limit` as soon as that is certain. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : changed;
      current.push(Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed, swapped));
    }
    if (Math.min(...current) > limit) return limit + 1;
    [before, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
