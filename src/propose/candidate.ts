import type { Drift } from "../model/apply.ts";
import type { Change } from "../model/change.ts";
import { canonical, type Json, valueAt } from "../model/json.ts";
import type { Manifest, ObjectId } from "../model/manifest.ts";
import type { LeftAlone, LiveValue } from "../model/proposal.ts";
import type { Place, Source } from "../model/source.ts";
import type { Tree } from "../model/tree.ts";
import { type Edit, editsBetween, readDocuments } from "../yaml/index.ts";
import { instead } from "./instead.ts";

/** An object of one cluster whose live values its document could say. */
export interface Candidate {
  readonly id: ObjectId;
  readonly cluster: string;
  /** The document that the object is said to come from; patches may say parts of it. */
  readonly source: Source;
  /** Where the values are written, and the number of that document in its file. */
  readonly place: Place;
  readonly document: number;
  readonly edits: readonly Edit[];
  readonly values: readonly LiveValue[];
}

interface Judged {
  readonly drift: Drift;
  readonly change: Change;
  readonly wanted: Manifest;
  readonly live: Manifest;
  readonly tree: Tree;
}

/** Whether the file that says an object could say what is live, or why not. */
export function candidateOf({ drift, change, wanted, live, tree }: Judged): Candidate | LeftAlone {
  const { id, cluster, paths } = drift;
  const { origin } = wanted;
  const alone = (why: string, about: string): LeftAlone => ({ id, cluster, why, instead: about });
  const values = change.fields.map(({ path, before, after }) => ({ path, git: after, live: before }));
  if (id.group === "" && id.kind === "Secret")
    return alone("A Secret is never taken over from a cluster: Git would hold it.", instead.secret);
  if (origin.kind === "chart")
    return alone(`It comes from the chart \`${origin.chart}\` (release \`${origin.release}\`).`, instead.chart(origin, values));
  if (origin.kind === "derived") return alone(`Isthmus derives it: ${origin.why}.`, instead.derived);
  if (change.fields.some(({ path }) => !paths.includes(path)))
    return alone("Something else about it waits to be applied.", instead.applyFirst);
  const edits = editsBetween(wanted.object, live.object);
  if (edits.some((edit) => edit.kind !== "remove" && notForGit.test(JSON.stringify(edit.value))))
    return alone("What is live holds something that is not shown.", instead.secret);
  const [first] = edits;
  if (first === undefined) return alone("What differs is not told by its file.", instead.byHand(wanted, change));
  const place = origin.source.place(first.path);
  const document = documentAt(tree, place);
  const isSaid = document !== undefined && edits.every((edit) => isSaidBy(document.value, edit, wanted.object));
  if (document === undefined || !isSaid || edits.some(({ path }) => origin.source.place(path).file !== place.file))
    return alone("Several files together say what it is.", instead.values(place, values));
  return { id, cluster, source: origin.source, place, document: document.index, edits, values };
}

/** Values that Isthmus shows as what they stand for, and keys. */
const notForGit = /⟦|PRIVATE KEY-----/u;

function documentAt(tree: Tree, { file, line }: Place): { readonly index: number; readonly value: Json } | undefined {
  const entry = tree.entries.find(({ path }) => path === file);
  if (entry?.kind !== "file") return undefined;
  const found = readDocuments(file, entry.text).documents.findLast(({ source }) => source.line <= line);
  return found && { index: found.source.index, value: found.value };
}

/** What is to be changed stands in this document as it comes out. */
function isSaidBy(document: Json, edit: Edit, wanted: Json): boolean {
  const parent = edit.path.slice(0, -1);
  const [said, meant] = [document, wanted].map((value) => valueAt(value, edit.kind === "insert" ? parent : edit.path));
  return canonical(said) === canonical(meant);
}
