const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** `12 days`, `1 hour`, `40 seconds`: rounded down, the largest unit that fits. For milliseconds that are not negative. */
export function inWords(milliseconds: number): string {
  const [unit, size] = units.find(([, length]) => milliseconds >= length) ?? (["second", 1000] as const);
  const count = Math.floor(milliseconds / size);
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
