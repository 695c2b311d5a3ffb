/** The known name that takes the fewest edits to reach; the first one in order when several are as near, `undefined` when none is known. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  // A hostile name may be a megabyte long; its beginning says enough about what was meant.
  const wanted = name.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(wanted, candidate.slice(0, 64).toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Advice for a name that is not known: ` Did you mean east?` when one is near enough to be a slip, nothing otherwise. */
export function advice(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found !== undefined && isNear(name, found) ? ` Did you mean ${found}?` : "";
}

/** True when one name may well be a slip for the other. */
export function isNear(name: string, other: string): boolean {
  return name.length <= 64 && distance(name.toLowerCase(), other.toLowerCase()) <= Math.max(1, Math.ceil(other.length / 3));
}

/** Edits between two texts: insert, delete, replace, or swap two neighbours (the restricted Damerau distance). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const steps = [(last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1)];
      if (isSwap) steps.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
