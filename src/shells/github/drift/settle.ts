import { changePull, dropBranch, type OwnPull, openPullFrom, pullFrom, putBranch, upsertComment } from "../../../adapters/github/index.ts";
import type { DriftChoice } from "../../../report/index.ts";
import type { Stage } from "../stage.ts";
import { type Content, contentOf, type Looked } from "./choice.ts";

/** What became of the pull request of one choice. */
export interface Settled {
  readonly choice: DriftChoice;
  /**
   * `nothing`: there is none, and nothing to decide. `foreign`: others have written to its branch. `declined`: somebody closed it, and nothing has changed since. `unsure`: not
   * every cluster could be read, so what is there is left.
   */
  readonly kind: "opened" | "updated" | "unchanged" | "foreign" | "declined" | "closed" | "unsure" | "nothing";
  readonly number: number | undefined;
  readonly url: string | undefined;
}

/** What the pull requests are about, and who asked. */
export interface Matter extends Looked {
  readonly defaultBranch: string;
  /** Tip of it, which was looked at. */
  readonly base: string;
  /** Somebody asked for it by name: then what was closed before is opened again. */
  readonly isAsked: boolean;
}

type Scene = Pick<Stage, "place" | "wishes">;

/**
 * Opens the one pull request of a choice, brings it up to date, or closes it when nothing is left to decide. Its branch is the same at any time, and is written to only as
 * long as nobody else has. @throws Problem for what GitHub refuses
 */
export async function settle(scene: Scene, choice: DriftChoice, matter: Matter): Promise<Settled> {
  const { connection } = scene.place;
  const branch = `isthmus/drift/${matter.study.head.mesh?.name ?? "mesh"}/${choice}`;
  const content = contentOf(choice, matter);
  const before = await pullFrom(connection, branch);
  const outcome = (kind: Settled["kind"], pull: Pick<OwnPull, "number" | "url"> | undefined = before): Settled => ({
    choice,
    kind,
    number: pull?.number,
    url: pull?.url,
  });
  if (content === undefined) return outcome(await withNothing(scene, { branch, before, matter }), before);
  const marker = markerOf(choice, content.digest);
  const isOpen = before?.state === "open";
  if (before !== undefined && !isOpen && !before.isMerged && !matter.isAsked && before.body.startsWith(marker)) return outcome("declined");

  const files = content.files.map(({ path, text }) => ({ path: [scene.wishes.folder, path].filter(Boolean).join("/"), text }));
  const state = await putBranch(connection, {
    name: branch,
    base: matter.base,
    files,
    subject: content.title,
    body: wordsOf(choice),
    digest: content.digest,
    mayStay: isOpen || before?.isMerged !== true,
  });
  if (state === "foreign") {
    if (isOpen) await note(scene, before, told.foreign);
    return outcome("foreign");
  }
  const body = `${marker}${content.text}`;
  if (!isOpen) return outcome("opened", await openPullFrom(connection, { branch, base: matter.defaultBranch, title: content.title, body }));
  return outcome(await refreshed(scene, before, { content, body, isNew: state !== "unchanged" }));
}

async function withNothing(
  scene: Scene,
  { branch, before, matter }: { readonly branch: string; readonly before: OwnPull | undefined; readonly matter: Matter },
): Promise<Settled["kind"]> {
  if (before?.state !== "open") return "nothing";
  // What was asked of some clusters says nothing of the others, and what could not be read may have drifted still.
  if (matter.clusters.length > 0 || !isAllRead(matter)) return "unsure";
  await note(scene, before, told.gone);
  await changePull(scene.place.connection, before.number, { state: "closed" });
  await dropBranch(scene.place.connection, { name: branch, base: matter.base });
  return "closed";
}

async function refreshed(
  scene: Scene,
  before: OwnPull,
  { content, body, isNew }: { readonly content: Content; readonly body: string; readonly isNew: boolean },
): Promise<"updated" | "unchanged"> {
  const isSame = before.title === content.title && before.body.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd();
  if (!isNew && isSame) return "unchanged";
  if (!isSame) await changePull(scene.place.connection, before.number, { title: content.title, body });
  if (isNew) await note(scene, before, told.updated);
  return "updated";
}

/** The one comment on such a pull request: what happened to it last. */
async function note({ place }: Scene, { number }: OwnPull, text: string): Promise<void> {
  const marker = "<!-- isthmus:drift-note -->\n";
  await upsertComment(place.connection, { pull: number, marker, body: `${marker}${text} <sub>[run](${place.run})</sub>\n`, create: true });
}

const told = {
  updated: "What the clusters hold has changed since: this pull request was brought up to date.",
  foreign:
    "Others have written to this branch, so Isthmus leaves it as it is. To have it made anew, delete the branch and give `/drift` again.",
  gone: "Nothing is left to decide here: the clusters hold what Git says, or nothing of what differs can be taken over.",
} as const;

function markerOf(choice: DriftChoice, digest: string): string {
  return `<!-- isthmus:drift ${choice} ${digest} -->\n`;
}

function wordsOf(choice: DriftChoice): string {
  return choice === "adopt"
    ? "What was changed in the clusters, taken over."
    : "What was changed in the clusters is put back; this says so.";
}

function isAllRead({ study }: Matter): boolean {
  return study.problems.length === 0 && [...study.live.survey.clusters.values()].every(({ kind }) => kind === "surveyed");
}
