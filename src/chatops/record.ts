import type { ChatOps, Permission } from "../model/chatops.ts";
import { isList, type Json, type JsonObject, valueAt } from "../model/json.ts";
import type { Approval, PlanFacts } from "./asked.ts";

/** What was written down when a plan was shown: for which pull request of which repository and folder, and what it would do. */
export interface PlanRecord {
  /** `owner/name`, in lower case. */
  readonly repository: string;
  readonly pull: number;
  /** Of the mesh repository inside the Git repository; empty for the top. */
  readonly folder: string;
  readonly plan: PlanFacts;
}

/** A record that proved to be ours. `at` is when everybody could see it, by GitHub's clock, in milliseconds since 1970. */
export interface RecordedPlan extends PlanRecord {
  readonly at: number;
}

/** The last word of one reviewer. `at` is in milliseconds since 1970, as GitHub tells it: whole seconds. */
export interface Review {
  readonly login: string;
  /** `withdrawn`: an approval or a refusal that was dismissed since. */
  readonly verdict: "approved" | "refused" | "withdrawn";
  /** The head of the pull request that was reviewed. */
  readonly commit: string;
  readonly at: number;
}

/**
 * The record that was current at a time: the newest that was there before the second in which it lies. GitHub tells whole seconds, and who acts within the
 * second in which a plan appears has not seen it.
 */
export function planAt(records: readonly RecordedPlan[], time: number): RecordedPlan | undefined {
  const second = Math.floor(time / 1000) * 1000;
  return records.filter(({ at }) => at < second).reduce(newer, undefined);
}

function newer(found: RecordedPlan | undefined, record: RecordedPlan): RecordedPlan {
  return found === undefined || record.at >= found.at ? record : found;
}

/**
 * What each approving review stands for: the digests of the plan that was current for its commit when it was given. A review of a commit that had no plan then
 * stands for no cluster; it still names its commit. `recordsOf` gives the records of a commit, of this pull request and folder only; who has no entry in `permissions` has none.
 */
export function approvalsFrom(
  reviews: readonly Review[],
  recordsOf: ReadonlyMap<string, readonly RecordedPlan[]>,
  permissions: ReadonlyMap<string, Permission>,
): readonly Approval[] {
  return reviews
    .filter(({ verdict }) => verdict === "approved")
    .map(({ login, commit, at }) => {
      const clusters = planAt(recordsOf.get(commit) ?? [], at)?.plan.clusters ?? new Map<string, never>();
      return {
        login,
        permission: permissions.get(login) ?? "none",
        head: commit,
        clusters: new Map([...clusters].map(([name, { digest }]) => [name, digest] as const)),
      };
    });
}

/** The rules as they hold where no key signs plans: nobody can tell then what was seen, so an approval is for its commit and nothing else. */
export function withoutRecords(chatops: ChatOps): ChatOps {
  return { ...chatops, approvals: { ...chatops.approvals, bind: "headSha" } };
}

/** A record as plain data, for `recordFrom` to read. */
export function recordJson({ repository, pull, folder, plan }: PlanRecord): JsonObject {
  const clusters = [...plan.clusters].map(([name, { digest, deletions }]) => [name, digest, deletions]);
  return {
    repository,
    pull,
    folder,
    digest: plan.digest,
    head: plan.head,
    base: plan.base,
    errors: plan.errors,
    clusters,
    ...(plan.objects && { objects: plan.objects }),
  };
}

/** The record that `recordJson` made, or `undefined` for anything else. */
export function recordFrom(json: Json): PlanRecord | undefined {
  const text = (name: string): string | undefined => {
    const value = valueAt(json, [name]);
    return typeof value === "string" ? value : undefined;
  };
  const [repository, folder, digest, head, base] = ["repository", "folder", "digest", "head", "base"].map(text);
  const [pull, errors, rows] = ["pull", "errors", "clusters"].map((name) => valueAt(json, [name]));
  if (repository === undefined || folder === undefined || digest === undefined || head === undefined || base === undefined)
    return undefined;
  if (typeof pull !== "number" || typeof errors !== "number" || !isList(rows)) return undefined;
  const clusters = rows.map(clusterFrom);
  if (clusters.includes(undefined)) return undefined;
  const written = valueAt(json, ["objects"]);
  const objects = written !== undefined && isList(written) ? { objects: written.map(String) } : {};
  const plan = { digest, head, base, errors, clusters: new Map(clusters.filter((row) => row !== undefined)), ...objects };
  return { repository, pull, folder, plan };
}

function clusterFrom(row: Json): readonly [string, { readonly digest: string; readonly deletions: number }] | undefined {
  const [name, digest, deletions] = isList(row) ? row : [];
  if (typeof name !== "string" || typeof digest !== "string" || typeof deletions !== "number") return undefined;
  return [name, { digest, deletions }];
}
