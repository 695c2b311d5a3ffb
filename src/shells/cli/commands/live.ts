import type { LiveStudy } from "../../../model/apply.ts";
import type { Problem } from "../../../model/problem.ts";
import { examine, look, statusOf } from "../../../pipeline.ts";
import {
  type Chapter,
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  healthChapters,
  healthJson,
  json,
  liveChapters,
  liveJson,
  markdown,
  planTree,
  report,
  statusChapters,
  statusJson,
  text,
  unreadChapters,
} from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { interruptible } from "../interruptible.ts";
import { identityAt, type LiveOptions, type ProbeOptions, workloadFrom } from "../live-options.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { ended } from "./preview.ts";

/** `isthmus plan --live`: what would change, what drift that would overwrite, what is unknown, and the order. */
export async function planLive(terminal: Terminal, options: LiveOptions & Pick<SubjectOptions, "failOn">): Promise<number> {
  const study = await studied(terminal, options);
  const told = report(study);
  if (options.output === "json") {
    terminal.print(`${JSON.stringify({ ...JSON.parse(json(told, { view: "preview" })), live: liveJson(study) }, undefined, 2)}\n`);
  } else {
    terminal.print(options.output === "markdown" ? markdown(told, { view: "diff" }) : text(told, { view: "diff", ...looks(terminal) }));
    printChapters(terminal, options, liveChapters(study));
    terminal.print(planTree(told.plan, told.hiddenSteps));
  }
  return worldCode(study) ?? ended(terminal, told, options);
}

/** `isthmus drift`: what somebody changed behind Git's back. */
export async function drift(terminal: Terminal, options: LiveOptions): Promise<number> {
  const study = await studied(terminal, options);
  const found = study.live.drift;
  if (options.output === "json") terminal.print(driftJson(study));
  else {
    const none: Chapter = { heading: [{ kind: "plain", text: "No drift: nobody changed what Isthmus wrote." }], tone: "good", lines: [] };
    const isRead = worldCode(study) === undefined;
    printChapters(terminal, options, [...driftChapters(found), ...(found.length === 0 && isRead ? [none] : []), ...unreadChapters(study)]);
  }
  return worldCode(study) ?? (found.length > 0 ? exitCodes.drift : exitCodes.fine);
}

/** `isthmus status`: per cluster, what is there, how far the last run got, and who holds it. */
export async function status(terminal: Terminal, options: LiveOptions): Promise<number> {
  const request = await requestFrom(options);
  const seen = await withLiveWorld(options, (world) => terminal.progress("reading the clusters", statusOf(world, request)));
  if (options.output === "json") terminal.print(statusJson(seen));
  else printChapters(terminal, options, statusChapters(seen));
  return [...seen.clusters.values()].some(({ kind }) => kind === "unreachable") ? exitCodes.world : exitCodes.fine;
}

/** `isthmus verify`: does the mesh work? */
export async function verify(terminal: Terminal, options: ProbeOptions & { readonly probe: boolean }): Promise<number> {
  const request = await requestFrom(options);
  const workload = workloadFrom(options);
  const stopping = interruptible(terminal, "stopping; the probe is taken away first (a second Ctrl-C leaves it to the next run)");
  const { probe } = options;
  const by = identityAt(request.at, "", undefined);
  const health = await withLiveWorld(options, (world) =>
    terminal.progress("looking at the mesh", look(world, request, { probe, by, workload, stop: stopping.signal })),
  ).finally(stopping.end);
  if (options.output === "json") terminal.print(healthJson(health));
  else printChapters(terminal, options, healthChapters(health));
  if (health.checks.some(({ verdict }) => verdict === "failed")) return exitCodes.findings;
  return health.checks.some(({ verdict }) => verdict === "unknown") ? exitCodes.world : exitCodes.fine;
}

async function studied(terminal: Terminal, options: LiveOptions): Promise<LiveStudy> {
  const request = await requestFrom(options);
  return withLiveWorld(options, (world) => terminal.progress("reading the clusters and comparing", examine(world, request)));
}

function printChapters(terminal: Terminal, options: LiveOptions, chapters: readonly Chapter[]): void {
  if (chapters.length === 0) return;
  terminal.print(options.output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, looks(terminal)));
}

function looks({ colour, width }: Terminal): { readonly colour: boolean; readonly width: number } {
  return { colour, width };
}

/** Exit code 3 when part of the answer is missing. */
function worldCode({ live, problems }: { readonly live: LiveStudy["live"]; readonly problems: readonly Problem[] }): number | undefined {
  const isUnread = [...live.survey.clusters.values()].some(({ kind }) => kind === "unreachable");
  return isUnread || problems.length > 0 ? exitCodes.world : undefined;
}
