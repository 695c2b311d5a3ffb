import { reason } from "../../catalog/reason.ts";
import type { Window } from "../../model/chatops.ts";
import type { Reason } from "../../model/command.ts";
import type { Asked } from "../asked.ts";
import { utc } from "../utc.ts";

/** Why not now: the mesh has windows and none is open. */
export function windowClosed({ chatops: { windows }, at }: Asked): readonly Reason[] {
  const clocks = windows.map(clockOf);
  if (windows.length === 0 || clocks.some((isOpen) => isOpen(at))) return [];
  const next = nextOpening(clocks, at);
  return [reason("window_closed", { next: next === undefined ? "never" : utc(next) })];
}

/** Whether a window is open at a time. */
type Clock = (at: number) => boolean;

const minute = 60_000;

/** Looked for minute by minute over eight days: time zones change their offset, and arithmetic on days would be wrong then. */
function nextOpening(clocks: readonly Clock[], at: number): number | undefined {
  const start = Math.ceil(at / minute) * minute;
  for (let next = start; next < start + 8 * 24 * 60 * minute; next += minute) {
    if (clocks.some((isOpen) => isOpen(next))) return next;
  }
  return undefined;
}

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The format is made once: it costs more than all the times it is asked for. */
function clockOf({ days, from, to, timeZone }: Window): Clock {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const minutes = Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
    const day = dayNames.indexOf(parts.get("weekday") ?? "") + 1;
    if (from < to) return days.includes(day) && minutes >= from && minutes < to;
    // A window over midnight belongs to the day on which it begins.
    return (days.includes(day) && minutes >= from) || (days.includes(day === 1 ? 7 : day - 1) && minutes < to);
  };
}
