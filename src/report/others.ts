import { fixed, type Piece } from "./budget.ts";
import { clusterNames, counted } from "./count.ts";
import { inline } from "./markdown.ts";
import { maskedText } from "./mask.ts";
import { listed, quoted, type Rich, say, words } from "./rich.ts";

/** An open pull request whose plan changes the same clusters. */
export interface Rival {
  readonly pull: number;
  /** Its address. */
  readonly url: string;
  readonly clusters: readonly string[];
  /** Objects that both write, by name; `undefined`: its plan does not tell which. */
  readonly objects: readonly string[] | undefined;
}

/** More are counted. */
const most = 5;
const mostNames = 3;

/** Who else is about to change what this plan changes: whoever merges second finds other clusters than were looked at. */
export function othersSection(rivals: readonly Rival[]): readonly Piece[] {
  if (rivals.length === 0) return [];
  const lines = rivals.slice(0, most).map((rival) => `- [#${rival.pull}](${rival.url}) ${inline(changesToo(rival))}\n`);
  const more = rivals.length - lines.length;
  const rest = more <= 0 ? "" : `- and ${counted(more, "more pull request")}\n`;
  return [fixed(`**Also changed by other open pull requests**\n\n${lines.join("")}${rest}\n`)];
}

function changesToo({ clusters, objects }: Rival): Rich {
  const where = clusterNames(clusters, []);
  if (objects === undefined) return say`changes ${where} too.`;
  if (objects.length === 0) return say`changes other objects in ${where}.`;
  const names = objects.slice(0, mostNames).map((name) => quoted(maskedText(name)));
  const more = objects.length - names.length;
  return say`changes ${listed([...names, ...(more > 0 ? [words(`${more} more`)] : [])])} too, in ${where}.`;
}
