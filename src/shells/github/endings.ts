import { editIssue, findIssue, openIssue } from "../../adapters/github/index.ts";
import type { Calendar } from "../../model/expiry.ts";
import { Problem } from "../../model/problem.ts";
import { dueAmong, type Ending, type EndingFacts, endedIssue, endingIssue, endings } from "../../report/index.ts";
import { type Shortfall, shortfallOf } from "./publish.ts";
import type { Stage } from "./stage.ts";

/** An issue that somebody closed is not opened again for the same day, unless so little is left. */
const urgent = 7 * 86_400_000;

/** Tells by issues what ends and was not renewed: one for each mesh and kind of thing, brought up to date, closed when it was renewed. Whatever GitHub refuses becomes a shortfall. */
export async function tellEndings(stage: Pick<Stage, "connection" | "wishes">, facts: EndingFacts): Promise<readonly Shortfall[]> {
  const shortfalls: Shortfall[] = [];
  for (const about of endings) {
    try {
      await tell(stage, about, facts);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shortfalls.push(shortfallOf(`The issue about ${about} that end`, error));
      break;
    }
  }
  return shortfalls;
}

async function tell({ connection, wishes }: Pick<Stage, "connection" | "wishes">, about: Ending, facts: EndingFacts): Promise<void> {
  const { calendar } = facts;
  const marker = markerOf(calendar.mesh, wishes.folder, about);
  const issue = endingIssue(about, facts);
  const found = await findIssue(connection, marker);
  if (issue === undefined) {
    // What could not be looked at may be just what it is about.
    if (found?.isOpen !== true || calendar.unread.size > 0) return;
    const body = `${marker}renewed -->\n${endedIssue(about, calendar)}`;
    return editIssue(connection, found, { body, isOpen: false });
  }
  const body = `${marker}${stateOf(calendar, about)} -->\n${issue.body}`;
  if (found?.isOpen === true) return editIssue(connection, found, { title: issue.title, body, isOpen: true });
  if (found?.body.startsWith(`${marker}${stateOf(calendar, about)} -->`) === true) return;
  await openIssue(connection, { marker: `${marker}${stateOf(calendar, about)} -->`, title: issue.title, body });
}

/** How our issue begins. Names hold no character that could end it. */
function markerOf(mesh: string, folder: string, about: Ending): string {
  return `<!-- isthmus:v1 ends mesh=${encodeURIComponent(mesh)} folder=${encodeURIComponent(folder)} what=${about} `;
}

/** What it is about, as far as somebody may have had enough of it. */
function stateOf(calendar: Calendar, about: Ending): string {
  const [first] = dueAmong(calendar, about);
  if (first === undefined) return "renewed";
  const left = first.ends - calendar.at;
  return `first=${new Date(first.ends).toISOString().slice(0, 10)} ${left <= 0 ? "ended" : left <= urgent ? "urgent" : "due"}`;
}
