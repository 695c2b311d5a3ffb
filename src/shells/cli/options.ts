import { createGitFiles } from "../../adapters/git/index.ts";
import type { Ref, Request } from "../../model/study.ts";
import { UsageError } from "../run.ts";

/** The flags that say what is looked at, as commander hands them over. */
export interface SubjectOptions {
  readonly folder: string;
  readonly base?: string;
  readonly head?: string;
  readonly cluster?: readonly string[];
}

export const outputs = ["text", "markdown", "json", "sarif"] as const;
export type Output = (typeof outputs)[number];

/**
 * What the flags ask about. Without `--head` the head is the folder as it is on disk, uncommitted changes included. With `--base` the comparison starts where both
 * grew from, as on GitHub: what the base branch gained meanwhile is not this change's doing.
 */
export async function requestFrom(options: SubjectOptions): Promise<Request> {
  const head: Ref = options.head === undefined ? { kind: "folder", folder: options.folder } : { kind: "commit", revision: options.head };
  const base = options.base === undefined ? undefined : await baseFrom(options.folder, options.base, options.head ?? "HEAD");
  return { head, base, at: Date.now(), clusters: options.cluster ?? [], ...(options.base === undefined ? {} : { trusted: { kind: "commit", revision: options.base } }) };
}

async function baseFrom(folder: string, base: string, head: string): Promise<Ref> {
  const shared = await createGitFiles({ folder }).mergeBase(base, head);
  return { kind: "commit", revision: shared ?? base };
}

/** The output format, or a usage error that lists the ones there are. */
export function outputFrom<O extends string>(value: string, allowed: readonly O[]): O {
  const found = allowed.find((output) => output === value);
  if (found === undefined) throw new UsageError(`--output ${value} is not known here. Known: ${allowed.join(", ")}.`);
  return found;
}
