import { createGitFiles } from "../../adapters/git/index.ts";
import type { Ref, Request } from "../../model/study.ts";
import type { FailOn } from "../exit.ts";

/** The flags that say what is looked at, as commander hands them over. */
export interface SubjectOptions {
  readonly folder: string;
  readonly base?: string;
  readonly head?: string;
  readonly cluster?: readonly string[];
  readonly failOn?: FailOn;
  /** Where only a part of the plan is meant: clusters, and the last wave. */
  readonly only?: readonly string[];
  readonly wave?: number;
}

/**
 * What the flags ask about. Without `--head` the head is the folder as it is on disk, uncommitted changes included. With `--base` the comparison starts where both
 * grew from, as on GitHub: what the base branch gained meanwhile is not this change's doing.
 */
export async function requestFrom(options: SubjectOptions): Promise<Request> {
  const head: Ref = options.head === undefined ? { kind: "folder", folder: options.folder } : { kind: "commit", revision: options.head };
  const { only = [], wave } = options;
  const part = only.length === 0 && wave === undefined ? {} : { part: { clusters: [...only].sort(), lastWave: wave } };
  const rest = { at: Date.now(), clusters: options.cluster ?? [], ...part };
  if (options.base === undefined) return { head, base: undefined, ...rest };
  const shared = await createGitFiles({ folder: options.folder }).mergeBase(options.base, options.head ?? "HEAD");
  return { head, base: { kind: "commit", revision: shared ?? options.base }, trusted: { kind: "commit", revision: options.base }, ...rest };
}

/**
 * The same for what is carried out. Who has a head applied has decided for it, all of it, as a push to the default branch has (decision 41): credentials, signer and
 * chart addresses are its own, and `--base` only says what was there before.
 */
export async function decidedRequestFrom(options: SubjectOptions): Promise<Request> {
  const request = await requestFrom(options);
  return request.base === undefined ? request : { ...request, trusted: request.head };
}
