import { type Calendar, dueOf, type Expiry } from "../model/expiry.ts";
import type { Chapter } from "./live/chapters.ts";
import { cell, inline, table } from "./markdown.ts";
import { join, quoted, type Rich, richOf, say, words } from "./rich.ts";

/** What an issue is about: things that end and are told together, because the same is done about them. */
export type Ending = "roots" | "certificates" | "tokens";

export const endings: readonly Ending[] = ["roots", "certificates", "tokens"];

const kinds: Readonly<Record<Expiry["kind"], Ending>> = {
  root: "roots",
  intermediate: "certificates",
  serving: "certificates",
  token: "tokens",
};

/** What an issue says. The title is plain text, the body Markdown. */
export interface EndingIssue {
  readonly title: string;
  readonly body: string;
}

export interface EndingFacts {
  readonly calendar: Calendar;
  /** Why Isthmus did not renew it, as sentences from the catalogue or of ours; absent: that is not known. */
  readonly why?: string;
}

/** Of a calendar what such an issue is about, the soonest first. */
export function dueAmong(calendar: Calendar, about: Ending): readonly Expiry[] {
  return dueOf(calendar).filter(({ kind }) => kinds[kind] === about);
}

/** An issue about what ends and was not renewed in its time; `undefined` when there is nothing like that. */
export function endingIssue(about: Ending, { calendar, why }: EndingFacts): EndingIssue | undefined {
  const due = dueAmong(calendar, about);
  const [first] = due;
  if (first === undefined) return undefined;
  const { at, mesh, unread } = calendar;
  const verb = first.ends <= at ? "ended" : "ends";
  const title = `Mesh ${mesh}: ${nouns[about](first)} ${verb} on ${day(first.ends)}${due.length === 1 ? "" : ` (and ${due.length - 1} more)`}`;
  const rows = due.slice(0, mostRows).map((one) => rowOf(one, at));
  const more = due.length > mostRows ? `\nand ${due.length - mostRows} more, all of them later.\n` : "";
  const left =
    unread.size === 0
      ? ""
      : `\n${inline(say`Could not be looked at: ${join([...unread.keys()].map(quoted), ", ")}. What ends there is not known.`)}\n`;
  const isOurs = about !== "roots" && why !== undefined ? `${inline(richOf(why))}\n\n` : "";
  return {
    title,
    body: `${inline(consequences[about])}\n\n${table(["Ends", "Where", "What", "Since when something should be done"], rows)}${more}${left}\n${isOurs}**What to do.** ${inline(remedies[about])}\n\n<sub>Isthmus keeps this issue up to date at each look by plan, and closes it when all of it is renewed.</sub>\n`,
  };
}

/** The last words in an issue about something that was renewed. */
export function endedIssue(about: Ending, { mesh, expiries }: Calendar): string {
  const next = expiries.find(({ kind }) => kinds[kind] === about);
  const after = next === undefined ? "" : ` The next ${inline(say`of mesh ${mesh}`)} ends on ${day(next.ends)}.`;
  return `All of it was renewed, or is not there any more.${after}\n`;
}

/** One page of a screen; the first to end are what matters. */
const mostRows = 100;

function rowOf({ kind, cluster, peer, name, ends, dueFrom }: Expiry, at: number): readonly string[] {
  const left = ends <= at ? "**ended**" : `in ${Math.floor((ends - at) / dayMs)} days`;
  const what = kind === "token" ? say`token in ${name} for ${peer ?? ""}` : say`${words(kind)} ${name}`;
  return [`${day(ends)} (${left})`, cell(say`${cluster}`), cell(what), day(dueFrom)];
}

const dayMs = 86_400_000;

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

const nouns: Readonly<Record<Ending, (first: Expiry) => string>> = {
  roots: ({ cluster }) => `the root certificate that ${cluster} trusts`,
  certificates: ({ cluster, kind }) =>
    kind === "serving" ? `the certificate istiod serves with in ${cluster}` : `the certificate that signs in ${cluster}`,
  tokens: ({ cluster, peer }) => `the token by which ${cluster} reads ${(peer ?? "its peer").slice(0, 63)}`,
};

const consequences: Readonly<Record<Ending, Rich>> = {
  roots: words(
    "When the root ends, no workload trusts another any more. To replace it takes several reviewed changes, with days between them.",
  ),
  certificates: words("When it ends, istiod cannot give workloads certificates any more, and those they have end within a day."),
  tokens: words("When it ends, istiod does not hear of the other cluster's endpoints any more, and sends requests to where they were."),
};

const remedies: Readonly<Record<Ending, Rich>> = {
  roots: say`Begin to rotate the root now: add the new one to the signer and set ${"spec.trust.rotation"} to ${"distribute"}, in a pull request.`,
  certificates: say`${"isthmus certs list"} shows what each cluster signs with, ${"isthmus certs renew"} issues it anew. What somebody else issues (an external signer, cert-manager) is theirs to renew.`,
  tokens: say`${"/apply"} on a merged pull request or ${"isthmus apply"} writes a new one, which is tested first. Where the mesh says ${"apply: onMerge"} and the run by plan may apply, this happens by itself.`,
};

/** What ends next, for a page of a run. */
export function calendarChapters({ expiries, unread, at }: Calendar): readonly Chapter[] {
  if (expiries.length === 0 && unread.size === 0) return [];
  const lines = expiries.slice(0, mostNext).map(({ kind, cluster, peer, name, ends, dueFrom }) => {
    const what = kind === "token" ? say`token in ${name} for ${peer ?? ""}` : say`${words(kind)} ${name}`;
    return {
      tone: ends <= at ? "bad" : dueFrom <= at ? "open" : "plain",
      text: say`${words(day(ends))} ${cluster}: ${what}`,
      below: [],
    } as const;
  });
  const more = expiries.length - lines.length;
  const rest = more > 0 ? [{ tone: "plain", text: words(`and ${more} more, all of them later`), below: [] } as const] : [];
  const unseen = [...unread].map(
    ([cluster, { message }]) => ({ tone: "unknown", text: say`${cluster}: ${words(message)}`, below: [] }) as const,
  );
  return [
    {
      heading: words("What ends next"),
      tone: expiries.some(({ ends }) => ends <= at) ? "bad" : "plain",
      lines: [...lines, ...rest, ...unseen],
    },
  ];
}

const mostNext = 12;
