import type { Desk, Facts } from "../github/desk.ts";
import type { Shortfall } from "../github/publish.ts";
import type { BotLog, Fields } from "./log.ts";

/** The bot's log as a desk: what a job would print goes there with the work's name beside it. There is no page of a run, and nobody who comes after. */
export interface BotDesk extends Desk {
  /** A line of the bot's own. What `say` is handed (every finding, every file) is on the pull request already. */
  tell(text: string): void;
  /** What GitHub was not told and may be told when it is tried again. */
  passing(): readonly Shortfall[];
}

/** A desk for one work. */
export function createDesk(log: BotLog, about: Fields): BotDesk {
  const passing: Shortfall[] = [];
  let facts: Facts = {};
  return {
    say: () => undefined,
    tell: (text) => log.info(text, about),
    error: (message) => log.error(message, about),
    warning: (message) => log.warn(message, about),
    missed: (shortfall) => {
      const { what, why, remedy, isPassing } = shortfall;
      log.warn(`${what} could not be written. ${why} ${remedy}`, about);
      if (isPassing) passing.push(shortfall);
    },
    note: () => undefined,
    group: () => undefined,
    summary: async () => undefined,
    output: (more) => {
      facts = { ...facts, ...more };
      if (more["comment-url"] !== undefined) log.info("Judged", { ...about, ...facts });
    },
    result: async () => undefined,
    passing: () => passing,
  };
}
