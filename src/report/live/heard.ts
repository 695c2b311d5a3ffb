import type { Heard } from "../../model/apply.ts";
import { groupBy } from "../count.ts";
import { listed, quoted, type Rich, say, words } from "../rich.ts";
import { problemLine } from "./applied.ts";
import type { Chapter, Line } from "./chapters.ts";

/** Something said to clusters from outside of a run, and what came of it. */
export interface Said {
  readonly deed: "stop" | "hold" | "release";
  readonly heard: readonly Heard[];
}

/** What came of it in each cluster, alike ones together. */
export function heardChapters({ deed, heard }: Said): readonly Chapter[] {
  const isBad = heard.some(({ result }) => typeof result !== "string");
  const groups = groupBy(heard, ({ result, holder }) => JSON.stringify([typeof result === "string" ? result : result.message, holder]));
  const lines = groups.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [lineOf(deed, first, listed(group.map(({ cluster }) => quoted(cluster))))];
  });
  return [{ heading: words(headings[deed]), tone: isBad ? "bad" : "good", lines }];
}

const headings = {
  stop: "Runs that were told to stop",
  hold: "Clusters that are kept from being changed",
  release: "Locks that were ended",
};

function lineOf(deed: Said["deed"], { result, holder = "nobody" }: Heard, where: Rich): Line {
  if (typeof result !== "string") return problemLine(where, result);
  if (result === "nobody")
    return { tone: "open", text: [...where, ...words(deed === "stop" ? ": no run is at work" : ": nobody locked it")], below: [] };
  switch (deed) {
    case "stop":
      return { tone: "good", text: say`${where}: ${holder} stops after the object it is writing, within some ten seconds`, below: [] };
    case "hold":
      return { tone: "good", text: say`${where}: only ${holder} may change it now`, below: [] };
    case "release":
      return { tone: "good", text: say`${where}: the lock of ${holder} is gone`, below: [] };
  }
}

/** The same for machines. Ends in a line break. */
export function heardJson({ deed, heard }: Said): string {
  const clusters = heard.map(({ cluster, result, holder }) => ({
    name: cluster,
    result: typeof result === "string" ? result : "failed",
    holder: holder ?? null,
    ...(typeof result === "string" ? {} : { problem: { code: result.code, summary: result.message, remedy: result.remedy } }),
  }));
  return `${JSON.stringify({ schemaVersion: 1, kind: deed, clusters }, undefined, 2)}\n`;
}
