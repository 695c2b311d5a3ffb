const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Seconds in a duration as Go writes it, `24h0m0s`; 0 for what is none. */
export function secondsIn(duration: string): number {
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/u.test(duration)) return 0;
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([hms])/gu)) total += Number(amount) * (seconds[unit ?? ""] ?? 0);
  return total;
}
