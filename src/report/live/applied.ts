import type { Applied } from "../../model/apply.ts";
import { idText } from "../../model/manifest.ts";
import type { Outcome, Run } from "../../model/outcome.ts";
import { isPassed, isWhole } from "../../model/outcome.ts";
import type { Problem } from "../../model/problem.ts";
import { counted, groupBy } from "../count.ts";
import { listed, quoted, type Rich, richOf, say, words } from "../rich.ts";
import type { Chapter, Line } from "./chapters.ts";
import { farewellChapters } from "./farewell.ts";
import { wayBackChapters } from "./way-back.ts";

/** What an apply did, or why it did not begin; where it stands in each cluster, and how it goes on. */
export function appliedChapters(applied: Applied): readonly Chapter[] {
  const { refusals, run, identity } = applied;
  if (refusals.length > 0) return [refused(applied)];
  if (run === undefined || (run.outcomes.length === 0 && run.refused.size === 0)) {
    return [
      { heading: words("Nothing to do: every cluster is as the mesh says. Nothing was written."), tone: "good", lines: settledLines(run) },
    ];
  }
  if (isRehearsal(run)) return [rehearsed(run), ...heldBack(applied)];
  return [
    {
      heading: say`Run ${identity.id} ${words(endOf(run))}: ${words(tally(run))}`,
      tone: isWhole(run) ? "good" : isOnlyStopped(run) ? "open" : "bad",
      lines: [
        ...stopLines(run),
        ...clusterLines(run),
        ...settledLines(run),
        ...[...run.refused].map(([cluster, why]) => problemLine(say`${cluster}: nothing was written`, why)),
      ],
    },
    ...refusedObjects(run),
    ...unfinished(run),
    ...farewellChapters(applied, run),
    ...heldBack(applied),
    ...notes(run),
    ...wayBackChapters(applied.study),
  ];
}

function endOf(run: Run): string {
  if (isWhole(run)) return "is through";
  if (!isOnlyStopped(run)) return "did not get through";
  return run.stopSign?.kind === "pause" ? "is paused" : "was stopped";
}

/** Somebody stopped it, and nothing of it went wrong. */
function isOnlyStopped({ outcomes, refused }: Run): boolean {
  const open = outcomes.filter(({ verdict }) => !isPassed(verdict));
  return refused.size === 0 && open.length > 0 && open.every(({ verdict }) => verdict.kind === "stopped");
}

function isRehearsal({ outcomes }: Run): boolean {
  return outcomes.some(({ verdict }) => verdict.kind === "rehearsed");
}

function rehearsed(run: Run): Chapter {
  const steps = counted(run.outcomes.length, "step");
  return {
    heading: words(`Tried: the API servers take what ${steps} would write. Nothing was written`),
    tone: run.refused.size === 0 ? "good" : "bad",
    lines: [
      ...groupBy(run.outcomes, ({ clusters }) => clusters.join()).map((group): Line => {
        const text = say`${listed((group[0]?.clusters ?? []).map(quoted))}: ${words(counted(group.length, "step"))}`;
        return { tone: "plain", text, below: [] };
      }),
      ...[...run.refused].map(([cluster, why]) => problemLine(say`${cluster}`, why)),
    ],
  };
}

/** What was asked for and comes after what was not. */
function heldBack({ study: { plan } }: Applied): readonly Chapter[] {
  const lines = (plan.heldBack ?? []).map(
    ({ step, waitsFor }): Line => ({ tone: "open", text: say`${step} comes after ${listed(waitsFor.map(quoted))}`, below: [] }),
  );
  return lines.length === 0 ? [] : [{ heading: words("Left for later: it comes after what was left out"), tone: "open", lines }];
}

/** Who stopped it from outside. */
function stopLines({ stopSign }: Run): readonly Line[] {
  if (stopSign === undefined) return [];
  const why: Rich = stopSign.reason === undefined ? [] : say` (${stopSign.reason})`;
  const what = stopSign.kind === "cancel" ? "cancelled it" : "paused it";
  return [{ tone: "open", text: say`${stopSign.by} ${words(what)}${why}: it stopped after the object it was writing`, below: [] }];
}

/** Clusters that an earlier run had left in the middle. */
function settledLines(run: Run | undefined): readonly Line[] {
  if (run?.settled === undefined) return [];
  const where = listed(run.settled.map(quoted));
  return [
    { tone: "plain", text: say`${where}: an earlier run had ended in the middle; its ledger is closed and its lease is gone`, below: [] },
  ];
}

/** Everything that a dry run refused, not only the first of each step. */
function refusedObjects({ rehearsal = [] }: Run): readonly Chapter[] {
  if (rehearsal.length === 0) return [];
  const lines = groupBy(rehearsal, ({ id, why }) => JSON.stringify([id, why.message])).flatMap((group): readonly Line[] => {
    const [first] = group;
    if (first === undefined) return [];
    const where = listed(group.map(({ cluster }) => quoted(cluster)));
    return [problemLine(say`${idText(first.id)} in ${where}`, first.why)];
  });
  const count = counted(rehearsal.length, "object was", "objects were");
  return [{ heading: words(`Nothing was written: ${count} refused in a dry run`), tone: "bad", lines }];
}

/** What could not be looked at, what was kept and why, what went ahead: of every step that has something to say. */
function notes({ outcomes }: Run): readonly Chapter[] {
  const lines = outcomes.flatMap(({ step, notes: said = [] }) =>
    said.map((note): Line => ({ tone: "unknown", text: say`${step}: ${richOf(note)}`, below: [] })),
  );
  return lines.length === 0 ? [] : [{ heading: words("Worth knowing"), tone: "unknown", lines }];
}

function refused({ refusals }: Applied): Chapter {
  const count = counted(refusals.length, "thing stands", "things stand");
  return {
    heading: words(`Nothing was applied: ${count} in the way`),
    tone: "bad",
    lines: refusals.map(({ text, remedy }) => ({ tone: "bad", text: richOf(text), below: remedyOf(remedy) })),
  };
}

function tally(run: Run): string {
  const written = run.outcomes.flatMap(({ writes }) => writes).filter(({ result }) => result !== "unchanged").length;
  const seconds = Math.max(1, Math.round((run.endedAt - run.startedAt) / 1000));
  return `${counted(run.outcomes.length, "step")}, ${counted(written, "object")} written in ${seconds} s`;
}

/** One line per cluster, or per set of clusters that a step spans. */
function clusterLines({ outcomes }: Run): readonly Line[] {
  return groupBy(outcomes, ({ clusters }) => clusters.join()).map((group) => {
    const passed = group.filter(({ verdict }) => isPassed(verdict));
    const written = group.flatMap(({ writes }) => writes).filter(({ result }) => result !== "unchanged").length;
    const counts = [`${passed.length} of ${counted(group.length, "step")}`, counted(written, "object")].join(", ");
    return {
      tone: passed.length === group.length ? "good" : group.some(({ verdict }) => "why" in verdict) ? "bad" : "open",
      text: say`${listed((group[0]?.clusters ?? []).map(quoted))}: ${words(counts)}`,
      below: [],
    };
  });
}

function unfinished(run: Run): readonly Chapter[] {
  const lines = run.outcomes.filter((outcome) => !isPassed(outcome.verdict)).map(outcomeLine);
  if (lines.length === 0) return [];
  return [{ heading: words("Where it stands; the next run goes on from there"), tone: isOnlyStopped(run) ? "open" : "bad", lines }];
}

function outcomeLine({ step, verdict, writes }: Outcome): Line {
  switch (verdict.kind) {
    case "failed": {
      const last = writes.filter(({ result }) => result !== "unchanged").at(-1);
      const line = problemLine(say`${step} failed`, verdict.why);
      return last === undefined ? line : { ...line, below: [...line.below, say`Written before that, last: ${idText(last.id)}.`] };
    }
    case "not-ready":
      return problemLine(say`${step} is written and not ready`, verdict.why);
    case "blocked":
      return { tone: "open", text: say`${step} waits for ${listed(verdict.by.map(quoted))}`, below: [] };
    case "stopped":
      return writes.length === 0
        ? { tone: "open", text: say`${step} was not begun: the run was stopped`, below: [] }
        : {
            tone: "open",
            text: say`${step} was stopped before it was seen to work, ${words(counted(writes.length, "object"))} written`,
            below: [],
          };
    case "done":
    case "unchanged":
    case "rehearsed":
      return { tone: "good", text: say`${step}`, below: [] };
  }
}

/** A problem with what to do about it. */
export function problemLine(what: Rich, why: Problem): Line {
  return { tone: "bad", text: [...what, ...words(": "), ...richOf(why.message)], below: remedyOf(why.remedy) };
}

/** A remedy as lines; a rule to grant comes on lines of its own. */
export function remedyOf(remedy: string): readonly Rich[] {
  return remedy
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => (index === 0 ? richOf(line) : quoted(line)));
}
