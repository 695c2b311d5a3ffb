const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Seconds in a duration as Go writes it, in hours, minutes and seconds: `720h`, `1h30m`, `24h0m0s`, and `0` alone; `undefined` for what is none. */
export function secondsIn(duration: string): number | undefined {
  if (duration === "0") return 0;
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/u.test(duration)) return undefined;
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)([hms])/gu)) total += Number(amount) * (seconds[unit ?? ""] ?? 0);
  return total;
}
