import type { Chapter } from "../../../report/index.ts";
import type { Settled } from "./settle.ts";

const said: Readonly<Record<Settled["kind"], string>> = {
  opened: "is open",
  updated: "was brought up to date",
  unchanged: "says just this already",
  foreign: "holds commits of others, and is left as it is",
  declined: "was closed by somebody, and nothing has changed since",
  closed: "was closed, because nothing is left to decide",
  unsure: "is left as it is, because not all clusters were looked at",
  nothing: "is not needed: there is nothing that it could hold",
};

const names = { adopt: "The pull request that takes over what is live", restore: "The pull request that puts back what Git says" } as const;

/** What became of the pull requests about drift, for a log or the page of a run. */
export function settledChapters(settled: readonly Settled[]): readonly Chapter[] {
  return settled.map(({ choice, kind, url }): Chapter => {
    const where = url === undefined ? [] : [{ kind: "plain", text: ": " } as const, { kind: "code", text: url } as const];
    return { heading: [{ kind: "plain", text: `${names[choice]} ${said[kind]}` }, ...where], tone: "plain", lines: [] };
  });
}

/** The same for a comment, with links. */
export function settledMarkdown(settled: readonly Settled[]): string {
  return settled
    .map(({ choice, kind, number, url }) => `${names[choice]} ${said[kind]}${url === undefined ? "" : `: [#${number}](${url})`}.\n`)
    .join("\n");
}
