import type { Shortfall } from "./publish.ts";

/** What could not be said elsewhere, at the top of the job summary; empty when all was said. */
export function asShortfalls(shortfalls: readonly Shortfall[]): string {
  const lines = shortfalls.map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}\n`);
  return lines.length === 0 ? "" : `> [!IMPORTANT]\n${lines.join(">\n")}\n`;
}
