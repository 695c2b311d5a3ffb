const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Seconds in a duration as Go writes it, in hours, minutes and seconds: `720h`, `1h30m`, `24h0m0s`, and `0` alone; `undefined` for what is none. */
export function secondsIn(duration: string): number | undefined {
  if (duration === "0") return 0;
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/u.test(duration)) return undefined;
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([hms])/gu)) total += Number(amount) * (seconds[unit ?? ""] ?? 0);
  return total;
}

const spans = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** `12 days`, `1 hour`, `40 seconds`: rounded down, the largest unit that fits. For milliseconds that are not negative. */
export function inWords(milliseconds: number): string {
  const [unit, size] = spans.find(([, length]) => milliseconds >= length) ?? (["second", 1000] as const);
  const count = Math.floor(milliseconds / size);
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
