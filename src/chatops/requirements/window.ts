import { reason } from "../../catalog/reason.ts";
import type { Window } from "../../model/chatops.ts";
import type { Reason } from "../../model/command.ts";
import type { Asked } from "../asked.ts";

/** Why not now: the mesh has windows and none is open. */
export function windowClosed({ chatops: { windows }, at }: Asked): readonly Reason[] {
  if (windows.length === 0 || windows.some((window) => isOpen(window, at))) return [];
  const next = nextOpening(windows, at);
  return [
    reason("window_closed", { next: next === undefined ? "never" : `${new Date(next).toISOString().slice(0, 16).replace("T", " ")} UTC` }),
  ];
}

const minute = 60_000;

/** The opening is looked for minute by minute over eight days: time zones change their offset, and arithmetic on days would be wrong then. */
function nextOpening(windows: readonly Window[], at: number): number | undefined {
  const start = Math.ceil(at / minute) * minute;
  const quarter = 15 * minute;
  // Windows begin on whole minutes; a coarse walk finds the quarter of an hour, a fine one the minute.
  for (let coarse = start; coarse < start + 8 * 24 * 60 * minute; coarse += quarter) {
    if (!windows.some((window) => isOpen(window, coarse))) continue;
    for (let fine = coarse - quarter + minute; fine < coarse; fine += minute) {
      if (fine >= start && windows.some((window) => isOpen(window, fine))) return fine;
    }
    return coarse;
  }
  return undefined;
}

function isOpen({ days, from, to, timeZone }: Window, at: number): boolean {
  const { day, minutes } = localTime(at, timeZone);
  if (from < to) return days.includes(day) && minutes >= from && minutes < to;
  // A window over midnight belongs to the day on which it begins.
  return (days.includes(day) && minutes >= from) || (days.includes(day === 1 ? 7 : day - 1) && minutes < to);
}

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function localTime(at: number, timeZone: string): { readonly day: number; readonly minutes: number } {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const minutes = Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
  return { day: dayNames.indexOf(parts.get("weekday") ?? "") + 1, minutes };
}
