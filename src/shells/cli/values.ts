import { InvalidArgumentError } from "commander";
import { secondsIn } from "../../model/duration.ts";

/** A whole number from 0 on. @throws InvalidArgumentError, which commander tells as wrong usage */
export function count(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(text);
}

/** Seconds in a duration such as `10m` or `1h30m`. @throws InvalidArgumentError */
export function duration(text: string): number {
  const seconds = secondsIn(text);
  if (seconds === undefined) throw new InvalidArgumentError("It takes a duration in h, m and s, such as 10m.");
  return seconds;
}
