import { document } from "./document.ts";
import { code } from "./markdown.ts";
import type { Report } from "./model.ts";
import type { Rival } from "./others.ts";

/** What the comment needs to know about where it is posted. */
export interface CommentOptions {
  /** Most UTF-16 units; 60,000 unless given, never above GitHub's 65,536. */
  readonly budget?: number;
  /** Address under which the head's files are seen: `https://github.com/o/r/blob/<sha>`. */
  readonly files?: string | undefined;
  /** Address of the folder with a page per rule. */
  readonly rules?: string | undefined;
  /** Where everything is told, as a name and, when it has one, an address: the job summary, check runs, an artifact. */
  readonly elsewhere?: readonly { readonly name: string; readonly url?: string | undefined }[];
  /** Other open pull requests that change the same clusters. */
  readonly others?: readonly Rival[];
}

const soft = 60_000;
const hard = 65_536;

/**
 * The one comment of a pull request: at most `budget` characters, well-formed at any size, and safe whatever the mesh is called. Its first
 * line is the marker by which it is found again.
 */
export function comment(report: Report, options: CommentOptions = {}): string {
  const style = { folds: true, lines: 60, showsChartObjects: false, files: options.files, rules: options.rules };
  const elsewhere = (options.elsewhere ?? []).map(({ name, url }) => (url === undefined ? code(name) : `[${code(name)}](${url})`));
  return document(report, style, {
    start: `${marker(report)}\n`,
    limit: Math.min(options.budget ?? soft, hard),
    elsewhere,
    others: options.others ?? [],
  });
}

/** What every marker begins with. */
export const markerStart = "<!-- isthmus:v1 ";

/** Version, head and plan, in a comment that nobody sees. Only hexadecimal digits get in. */
export function marker(report: Report): string {
  return `${markerStart}head=${hex(report.head.commit)} plan=${hex(report.plan.digest.plan)} -->`;
}

function hex(text: string | undefined): string {
  return text !== undefined && /^[0-9a-f]{7,64}$/u.test(text) ? text : "none";
}
