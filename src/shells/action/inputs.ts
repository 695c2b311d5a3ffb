import { chartLogins, passwordsIn } from "../chart-logins.ts";
import { driftChoices, driftWishes } from "../github/drift/wished.ts";
import { planKeys } from "../github/plan-keys.ts";
import type { Wishes } from "../github/wishes.ts";
import { UsageError } from "../run.ts";

/** One input of the Action, as `action.yml` declares it. */
export interface InputEntry {
  readonly group: "what to read" | "which clusters" | "what to do" | "what to say" | "how strict";
  readonly description: string;
  readonly default: string;
}

const comments = ["always", "on-change", "never"] as const;
const verifications = ["none", "look", "probe"] as const;
const strictness = ["error", "warning", "never"] as const;

/** Every input: `action.yml` is made from this, and a test holds the two together. */
export const inputs = {
  "github-token": {
    group: "what to read",
    description:
      "Token that reads the commits and writes the comment and the check run. The job's own token is the default and is enough with `contents: read`, `pull-requests: write` and `checks: write`; give a GitHub App's token to comment under its name.",
    default: "${{ github.token }}",
  },
  "working-directory": {
    group: "what to read",
    description:
      "Folder of the mesh repository (where `mesh.yaml` is) inside the Git repository, for example `infra/mesh`. Nothing outside of it is read. Default: the top of the repository. Each folder gets a comment of its own.",
    default: ".",
  },
  base: {
    group: "what to read",
    description:
      "Commit, branch or tag to compare with, for example `main`. Left empty it follows the event: where the pull request left its base branch, the commit before a push, the base of the merge group; on workflow_dispatch nothing, so that everything is new.",
    default: "",
  },
  head: {
    group: "what to read",
    description:
      "Commit, branch or tag to judge, for example `refs/pull/7/head`. Left empty it follows the event: the head of the pull request, the pushed commit, the head of the merge group. Set it only together with your own idea of `base`.",
    default: "",
  },
  "chart-logins": {
    group: "what to read",
    description:
      "Logins for hosts that charts come from (`spec.istio.charts`), one a line: `HOST USER PASSWORD`, for example `charts.example:8443 robot PASSWORD` with a secret for the password. Each goes to its host alone, encrypted, and only for addresses that the mesh document of the default branch names. Without a line for a host what `docker login` or `helm registry login` left in the job is used.",
    default: "",
  },
  clusters: {
    group: "which clusters",
    description:
      "Names of clusters to show, separated by commas or line ends, for example `east, eu`. Left empty all clusters of the mesh are shown. What is checked stays the same: a rule about the mesh needs all of them.",
    default: "",
  },
  shards: {
    group: "which clusters",
    description:
      "Into how many jobs the work on hundreds of clusters is cut, for example `8`, at most 256; the same number in all of these jobs. Together with `shard`. Left empty one job does everything, which is enough for most meshes: a preview of a thousand clusters that are much alike takes it seconds.",
    default: "",
  },
  shard: {
    group: "which clusters",
    description:
      "What this job does of a preview, or of a look by plan (`schedule`), that is cut into `shards`: `matrix` only says who does what, in the output `matrix`; a number, for example `3`, does the work of that shard and hands it on in a file, the output `part`; `join` reads the files of all shards from `parts` and says and publishes what one job would have. Clusters of a part that is missing are unknown, and the job fails. In a look by plan a shard's job needs the kubeconfigs of its own clusters and the joining job none; all but `matrix` need `plan-key`, which seals what clusters hold on its way between them.",
    default: "",
  },
  parts: {
    group: "which clusters",
    description:
      "For `shard: join` the folder with the parts of all shards, as `actions/download-artifact` leaves them there: in it or each in a folder of its own. Relative to the workspace of the job.",
    default: "isthmus-parts",
  },
  apply: {
    group: "what to do",
    description:
      "Whether a push to the default branch is applied to the clusters, `true` or `false`. Only when the mesh says `apply: onMerge`; other events and branches are previewed. On `schedule` it first renews the certificates and tokens that are due, then does the same for the default branch as it is, and without it only looks; what ends and was not renewed gets an issue with the day (`issues: write`). The job then needs the kubeconfigs that the clusters' `access` names, in its environment, and `deployments: write`.",
    default: "false",
  },
  verify: {
    group: "what to do",
    description:
      "What happens after an apply: `look` at the mesh (clusters synced, roots equal, endpoints and gateways of the others seen), also `probe` it with requests between all clusters by a small workload that is taken away afterwards, or `none`.",
    default: "look",
  },
  "drift-pull-requests": {
    group: "what to do",
    description:
      "What a look by plan (`schedule`) opens as a pull request when somebody changed the clusters: `adopt`, one that makes Git say what is live; `restore`, one that says that Git is right, after which the apply of the merge puts it back; `both`; or `none`. Each is one pull request that is kept up to date and closed when nothing is left to decide. Needs `contents: write` and `pull-requests: write`, and for the job's own token the repository's setting by which Actions may create pull requests.",
    default: "none",
  },
  "plan-key": {
    group: "what to do",
    description:
      "Secret that plans are signed with, from the output of `openssl rand -hex 32`: with it a plan is written into its check run, an approval holds as long as the plan of a cluster stays equal, and a merge queue passes only what was approved. It also seals the parts of a look by plan in shards. Several lines rotate it: the first signs, all are accepted. Keep it in an environment that only the default branch may use, and let the job name that environment (one that has another already holds the key there as well): `pull_request_target`, `issue_comment`, `push` and `schedule` get it then, `pull_request` does not. Empty: approvals are for their commit only.",
    default: "",
  },
  "confirm-deletions": {
    group: "what to do",
    description:
      "Number of deletions that somebody looked at and confirmed, for example `12`: an apply that would delete more than `rollout.maxDeletions` in a cluster is refused unless this is exactly how many there are in all. Empty: none are confirmed.",
    default: "",
  },
  comment: {
    group: "what to say",
    description:
      "When to write the one comment of the pull request: `always`; `on-change`, not before there is a change to tell, or an error or a warning in a pull request that touches files of the mesh; or `never`. A comment that is there is kept up to date by the first two. Needs `pull-requests: write`.",
    default: "always",
  },
  "check-run": {
    group: "what to say",
    description:
      "Whether to publish check runs on the head commit, `true` or `false`: the pages behind the comment, and annotations on the lines of the YAML files. Needs `checks: write`; without it up to ten errors and ten warnings are shown as annotations of the job.",
    default: "true",
  },
  summary: {
    group: "what to say",
    description:
      "Whether to write the whole report into the job summary, `true` or `false`. Nothing is left out there before it reaches 1,000 KiB, so it is the place to look when the comment had to be cut. Needs no permission.",
    default: "true",
  },
  "fail-on": {
    group: "how strict",
    description:
      "From which severity on findings fail the job: `error`, `warning` or `never`. Accepted findings never count. What could not be read (a chart, an API) fails the job with exit code 3 at every setting, because then not all findings are known.",
    default: "error",
  },
} as const satisfies Readonly<Record<string, InputEntry>>;

export type InputName = keyof typeof inputs;

/** The inputs as they were read: checked, and typed. */
export interface Inputs extends Wishes {
  readonly token: string;
  /** What of the work this job does; `undefined`: all of it. */
  readonly share: Share | undefined;
}

/** One job of several that share the work on many clusters. */
export type Share =
  | { readonly kind: "matrix"; readonly of: number }
  /** Counted from 1. */
  | { readonly kind: "shard"; readonly number: number; readonly of: number }
  | { readonly kind: "join"; readonly of: number; readonly folder: string };

/** GitHub starts no more jobs from one matrix. */
const mostShards = 256;

/** Reads the inputs from the environment, where the runner puts them. @throws UsageError for a value that is not one of those described. */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Inputs {
  const text = (name: InputName): string => (env[`INPUT_${name.toUpperCase()}`] ?? fallback(name)).trim();
  return {
    token: text("github-token"),
    folder: folderOf(text("working-directory")),
    base: text("base") || undefined,
    head: text("head") || undefined,
    clusters: text("clusters")
      .split(/[\n,]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    apply: isTrue("apply", text("apply")),
    verify: oneOf("verify", verifications, text("verify")),
    confirmDeletions: count("confirm-deletions", text("confirm-deletions")),
    driftPulls: driftChoices[oneOf("drift-pull-requests", driftWishes, text("drift-pull-requests"))],
    comment: oneOf("comment", comments, text("comment")),
    checkRun: isTrue("check-run", text("check-run")),
    summary: isTrue("summary", text("summary")),
    failOn: oneOf("fail-on", strictness, text("fail-on")),
    chartLogins: chartLogins("Input `chart-logins`, ", text("chart-logins")),
    planKeys: planKeys("Input `plan-key`", text("plan-key")),
    share: shareOf(text("shard"), text("shards"), text("parts")),
  };
}

function shareOf(shard: string, shards: string, folder: string): Share | undefined {
  const of = count("shards", shards);
  if (of === undefined && shard === "") return undefined;
  if (of === undefined || of < 1 || of > mostShards)
    throw new UsageError(`Input \`shards\` is \`${shards}\`; with \`shard\` it must be a number from 1 to ${mostShards}.`);
  if (shard === "matrix") return { kind: "matrix", of };
  if (shard === "join") return { kind: "join", of, folder };
  const number = count("shard", /^\d/u.test(shard) ? shard : "");
  if (number === undefined || number < 1 || number > of)
    throw new UsageError(`Input \`shard\` is \`${shard}\`; it must be \`matrix\`, \`join\` or a number from 1 to ${of}.`);
  return { kind: "shard", number, of };
}

/** Texts that must not be seen in a log, whatever else is wrong with the inputs. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = ["github-token", "plan-key"] satisfies InputName[];
  const texts = names.flatMap((name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").split("\n"));
  texts.push(...passwordsIn(env["INPUT_CHART-LOGINS"] ?? ""));
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** Outside of a runner the declared default stands in, but an expression is something only a runner can fill in. */
function fallback(name: InputName): string {
  const value: string = inputs[name].default;
  return value.startsWith("${{") ? "" : value;
}

function oneOf<const T extends string>(name: InputName, allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new UsageError(`Input \`${name}\` is \`${text}\`; it must be one of ${allowed.join(", ")}.`);
  return found;
}

function isTrue(name: InputName, text: string): boolean {
  return oneOf(name, ["true", "false"], text.toLowerCase()) === "true";
}

function count(name: InputName, text: string): number | undefined {
  if (text === "") return undefined;
  if (!/^\d{1,6}$/u.test(text)) throw new UsageError(`Input \`${name}\` is \`${text}\`; it must be a whole number.`);
  return Number(text);
}

function folderOf(text: string): string {
  const steps = text.split("/").filter((step) => step !== "" && step !== ".");
  if (text.startsWith("/") || steps.includes("..")) {
    throw new UsageError(
      `Input \`working-directory\` is \`${text}\`; it must be a folder inside the repository, for example \`infra/mesh\`.`,
    );
  }
  return steps.join("/");
}
