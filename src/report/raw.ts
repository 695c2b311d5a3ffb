import { structuredPatch } from "diff";
import type { Change } from "../model/change.ts";
import type { ObjectName } from "../model/command.ts";
import { idText, type Manifest } from "../model/manifest.ts";
import type { Study } from "../model/study.ts";
import { writeYaml } from "../yaml/index.ts";
import { clusterNames } from "./count.ts";
import { fence, inline } from "./markdown.ts";
import { maskedObject } from "./mask.ts";
import { narrowed } from "./narrow.ts";
import { number, say, words } from "./rich.ts";

/** Lines that may differ before a comparison is given up: a count, not a time, so that every machine gives up at the same object. */
const mostEdits = 4_000;
/** Lines of one object that are shown. */
const mostLines = 800;

/**
 * Every object that changes as its YAML line by line, defaults and order as they are rendered; secrets as `(value not shown)`. `wanted`: of one object. At most about
 * `most` characters of Markdown; what does not fit is counted.
 */
export function rawChanges(whole: Study, wanted: ObjectName | undefined, { most }: { readonly most: number }): string {
  const study = narrowed(whole);
  const all = study.head.mesh?.clusters.map(({ name }) => name) ?? [];
  const found = study.changes.changes.filter((change) => wanted === undefined || isMeant(change, wanted));
  if (found.length === 0) return `${inline(words("No line changes with this pull request."))}\n`;
  let room = most;
  const kept = found.map((change) => told(change, all)).filter((text) => (room -= text.length) >= 0);
  const left = found.length - kept.length;
  return `${kept.join("\n")}${left === 0 ? "" : `\n*${number(left)} more objects: name a cluster or an object.*\n`}`;
}

/** True for the object that a person means: kinds are written in any case and without their group, and a namespace may be left out. */
export function isMeant({ id }: Pick<Change, "id">, { kind, namespace, name }: ObjectName): boolean {
  return id.kind.toLowerCase() === kind && id.name === name && (namespace === undefined || id.namespace === namespace);
}

function told({ id, kind, clusters, before, after, why }: Change, all: readonly string[]): string {
  const heading = inline(say`${idText(id)} in ${clusterNames(clusters, all)}`);
  if (kind === "unknown") return `${heading}: ${inline(say`unknown, ${why ?? "it could not be read"}`)}\n`;
  return `${heading}\n\n${fence("diff", linesOf(yaml(before), yaml(after)))}`;
}

function yaml(manifest: Manifest | undefined): string {
  return manifest === undefined ? "" : writeYaml(maskedObject(manifest));
}

function linesOf(before: string, after: string): readonly string[] {
  const patch = structuredPatch("", "", before, after, undefined, undefined, { context: 3, maxEditLength: mostEdits });
  if (patch === undefined) return ["Too different to compare by line."];
  const lines = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: own }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...own.filter((line) => !line.startsWith("\\")),
  ]);
  if (lines.length === 0) return ["Only what is not shown changes."];
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `… ${number(rest)} more lines`] : lines;
}
