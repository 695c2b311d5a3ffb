const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Seconds in `720h`, `10m`, `1h30m`; `0` without a unit. The schema has seen to its form. */
export function secondsIn(duration: string): number {
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([hms])/gu)) total += Number(amount) * (seconds[unit ?? ""] ?? 0);
  return Math.round(total);
}
