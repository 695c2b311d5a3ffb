import type { Drift, LiveStudy } from "../model/apply.ts";
import type { FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { idKey, idText, type ObjectId } from "../model/manifest.ts";
import type { Adopted, LeftAlone, Proposal } from "../model/proposal.ts";
import { counted, groupBy } from "./count.ts";
import { maskedFields, scalarText } from "./fields.ts";
import type { Chapter, Line } from "./live/chapters.ts";
import { fence, inline } from "./markdown.ts";
import { listed, number, quoted, richOf, say, words } from "./rich.ts";

/** What can be done about drift by merging something: Git takes over what is live, or what Git says is put back. */
export type DriftChoice = "adopt" | "restore";

/** GitHub takes 65,536 characters. */
const longest = 60_000;
/** Values of one object that are shown. */
const mostValues = 12;

/** The pull request that makes Git say what is live: what it takes over, and what is left for a person, with the reason. */
export function adoptionText(study: LiveStudy, { adopted, left }: Proposal): string {
  const begin =
    "Somebody changed these objects in the clusters, and Git says otherwise. Merging this makes Git say what is live; in the clusters nothing changes by it. The other choice is `/drift --restore`.\n\n";
  const taken = adopted.map((one) => adoptedText(study, one));
  const rest = left.length === 0 ? [] : [`### Not taken over\n\n${leftLines(left).map(lineText).join("\n")}\n`];
  return within(`${begin}### Taken over\n\n`, [...taken, ...rest]);
}

/** How the mesh is applied: what merging leads to. */
export type Applying = "onMerge" | "onCommand" | "never";

const afterMerge: Readonly<Record<Applying, string>> = {
  onMerge: "The apply that follows the merge puts them back.",
  onCommand:
    "This mesh is applied by command: after the merge an `/apply` of any pull request that changes something in these clusters puts them back, or `isthmus apply`.",
  never: "This mesh says `apply: never`: whoever writes to its clusters puts them back.",
};

/** The pull request by which Git keeps what it says: merging writes the decision down, and the apply that follows carries it out. */
export function restorationText(study: LiveStudy, drift: readonly Drift[], applying: Applying): string {
  const begin = `Somebody changed these objects in the clusters, and Git says otherwise. Merging this says that Git is right, and writes that down; no document of the mesh changes. ${afterMerge[applying]} The other choice is \`/drift --adopt\`.\n\n### Put back\n\n`;
  return within(
    begin,
    groupsOf(drift).map((group) => driftedText(study, group)),
  );
}

/** The same as a file of the repository: who looks at its history sees when Git was kept, and against what. */
export function restorationRecord(study: LiveStudy, drift: readonly Drift[], at: number): string {
  const head = `# Drift that Git was kept against\n\nSeen at ${new Date(at).toISOString()}. Isthmus writes this file and reads it never.\n\n`;
  return within(
    head,
    groupsOf(drift).map((group) => driftedText(study, group)),
  );
}

/** What drift is, for telling whether it is still the same. */
export function driftFacts(study: LiveStudy, drift: readonly Drift[]): Json {
  return drift.map(({ cluster, id, kind, paths }) => {
    const values = fieldsOf(study, id, cluster).filter(({ path }) => paths.includes(path));
    return { cluster, id: idKey(id), kind, values: values.map(({ path, before, after }) => [path, before ?? null, after ?? null]) };
  });
}

/** What a person who asked for a choice is told of what could not be taken over. */
export function leftChapters(left: readonly LeftAlone[]): readonly Chapter[] {
  if (left.length === 0) return [];
  return [{ heading: words(`Not taken over: ${counted(left.length, "object")}`), tone: "unknown", lines: leftLines(left) }];
}

function leftLines(left: readonly LeftAlone[]): readonly Line[] {
  return groupBy(left, ({ id, why, instead }) => JSON.stringify([id, why, instead])).flatMap((group): readonly Line[] => {
    const [first] = group;
    if (first === undefined) return [];
    const where = listed(group.map(({ cluster }) => quoted(cluster)));
    return [{ tone: "unknown", text: say`${idText(first.id)} in ${where}: ${richOf(first.why)}`, below: [richOf(first.instead)] }];
  });
}

function lineText({ text, below }: Line): string {
  return [`- ${inline(text)}`, ...below.map((rich) => `  <br>${inline(rich)}`)].join("\n");
}

function adoptedText(study: LiveStudy, { id, clusters, place }: Adopted): string {
  const where = listed(clusters.map(quoted));
  const fields = fieldsOf(study, id, clusters[0] ?? "");
  return `- ${inline(say`${idText(id)} in ${where} · ${`${place.file}:${place.line}`}`)}\n\n${valuesText(fields)}`;
}

/** Objects that drifted alike are told once. */
function groupsOf(drift: readonly Drift[]): readonly (readonly Drift[])[] {
  return groupBy(drift, ({ id, paths, kind }) => JSON.stringify([id, paths, kind]));
}

function driftedText(study: LiveStudy, group: readonly Drift[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const { id, kind, paths } = first;
  const where = listed(group.map(({ cluster }) => quoted(cluster)));
  if (kind === "gone") return `- ${inline(say`${idText(id)} in ${where} is gone`)}\n`;
  const fields = fieldsOf(study, id, first.cluster).filter(({ path }) => paths.includes(path));
  // Here what is live goes, and what Git says comes.
  return `- ${inline(say`${idText(id)} in ${where}`)}\n\n${valuesText(fields.map(({ path, before, after, lines }) => ({ path, before: after, after: before, lines })))}`;
}

/** What Git says is `after`, what the cluster holds `before`; values of Secrets are not shown. */
function fieldsOf({ changes }: LiveStudy, id: ObjectId, cluster: string): readonly FieldChange[] {
  const change = changes.changes.find((one) => idKey(one.id) === idKey(id) && one.clusters.includes(cluster));
  return change === undefined ? [] : maskedFields(change);
}

function valuesText(fields: readonly FieldChange[]): string {
  const lines = fields
    .slice(0, mostValues)
    .flatMap(({ path, before, after }) => [...signed("-", path, after), ...signed("+", path, before)]);
  const rest = fields.length - mostValues;
  return fence("diff", rest > 0 ? [...lines, `! ${number(rest)} more places`] : lines);
}

function signed(sign: "-" | "+", path: string, value: Json | undefined): readonly string[] {
  return value === undefined ? [] : [`${sign} ${path}: ${scalarText(value) ?? JSON.stringify(value)}`];
}

function within(begin: string, parts: readonly string[]): string {
  let room = longest - begin.length;
  const kept = parts.filter((part) => (room -= part.length + 1) >= 0);
  const left = parts.length - kept.length;
  return `${begin}${kept.join("\n")}${left === 0 ? "" : `\n*${number(left)} more; \`/drift\` tells of all.*\n`}`;
}
