import type { ObjectName } from "../model/command.ts";
import { idText } from "../model/manifest.ts";
import { clusterNames } from "./count.ts";
import { entryLines, firstLines } from "./diff-lines.ts";
import { code, inline } from "./markdown.ts";
import type { Block, Entry, Report } from "./model.ts";
import { isMeant } from "./raw.ts";
import { say, words } from "./rich.ts";
import { diffFence } from "./sections/blocks.ts";

/** Lines of one object's difference that are shown: an object of a thousand lines is read elsewhere. */
const mostLines = 800;

/** Everything that changes about one object, once for all clusters where it changes alike, or that nothing does. At most about `most` characters of Markdown. */
export function changedObject(report: Report, wanted: ObjectName, { most }: { readonly most: number }): string {
  const all = report.clusters.map(({ name }) => name);
  const found = report.blocks.flatMap((block) =>
    block.entries.filter((entry) => isMeant(entry, wanted)).map((entry) => told(entry, block, all)),
  );
  if (found.length === 0) return `${inline(say`Nothing about ${nameOf(wanted)} changes with this pull request.`)}\n`;
  let room = most;
  const kept = found.filter((text) => (room -= text.length) >= 0);
  const left = found.length - kept.length;
  return `${kept.join("\n")}${left === 0 ? "" : `\n*${left} more of that name: name a cluster.*\n`}`;
}

function nameOf({ kind, namespace, name }: ObjectName): string {
  return [kind, namespace, name].filter((part) => part !== undefined).join("/");
}

const verbs: Readonly<Record<Entry["kind"], string>> = {
  create: "is created",
  update: "changes",
  replace: "is replaced",
  delete: "is deleted",
  kept: "is no longer asked for, and stays",
  unknown: "is unknown",
};

function told(entry: Entry, block: Block, all: readonly string[]): string {
  const heading = inline(say`${idText(entry.id)} ${words(verbs[entry.kind])} in ${clusterNames(block.clusters, all)}`);
  const lines = firstLines(entryLines({ ...entry, fields: entry.allFields }), mostLines);
  return `${heading} · ${code(entry.origin)}\n\n${lines.length === 0 ? "" : diffFence(lines)}`;
}
