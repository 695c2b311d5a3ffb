import type { LoggedRequest } from "../support/api-server/index.ts";
import type { Finished } from "../support/github/job.ts";
import type { CheckRun, Comment, Deployment } from "../support/github/state.ts";
import type { Step, Story } from "./story.ts";
import type { Theatre } from "./theatre.ts";

/** Plays a story, and tells it as a dialogue: what people did, and everything that came of it on GitHub and in the clusters. */
export async function tell(story: Story, theatre: Theatre): Promise<string> {
  const parts = [`# ${story.title}\n`];
  for (const [index, step] of story.steps.entries()) {
    const before = look(theatre);
    const jobs = await theatre.play(step);
    parts.push(`## ${index + 1}. ${said(step)}\n`, ...seen(theatre, { before, jobs }));
  }
  return `${calmed(parts.join("\n"), theatre)}\n`;
}

function said({ who, deed, until }: Step): string {
  const meanwhile =
    until === undefined ? "" : until.happens === "killed" ? "; the job is killed in the middle" : `; meanwhile ${said(until.happens)}`;
  return `${what(who, deed)}${meanwhile}`;
}

function what(who: string, deed: Step["deed"]): string {
  switch (deed.kind) {
    case "opens":
      return `${who} opens a pull request${deed.isFork ? " from a fork" : ""}: ${pathsOf(deed.files)}`;
    case "pushes":
      return `${who} pushes: ${pathsOf(deed.files)}`;
    case "says":
      return `${who} says ${deed.text
        .trim()
        .split("\n")
        .map((line) => `\`${line}\``)
        .join(" ")}`;
    case "reviews":
      return `${who} ${{ APPROVED: "approves", CHANGES_REQUESTED: "asks for changes", DISMISSED: "takes the approval back" }[deed.verdict]}`;
    case "becomes":
      return `${who} is given the role ${deed.role}`;
    case "merges":
      return `${who} merges`;
    case "edits":
      return `${who} edits \`${deed.path.split("/").slice(-2).join("/")}\` in ${deed.cluster} by hand`;
    case "waits":
      return "It is time for the scheduled look";
  }
}

function pathsOf(files: Readonly<Record<string, unknown>>): string {
  return Object.keys(files)
    .map((path) => `\`${path}\``)
    .join(", ");
}

/** How far everything has come. */
interface Looked {
  readonly comments: ReadonlyMap<number, { readonly body: string; readonly writes: number; readonly reactions: number }>;
  readonly checks: ReadonlyMap<number, string>;
  readonly statuses: ReadonlyMap<number, number>;
  readonly calls: number;
  readonly requests: readonly number[];
}

function look({ github, clusters }: Theatre): Looked {
  const { comments, checkRuns, deployments } = github.state;
  return {
    comments: new Map(comments.map(({ id, body, writes, reactions }) => [id, { body, writes, reactions: reactions.length }])),
    checks: new Map(checkRuns.map((check) => [check.id, checkLine(check)])),
    statuses: new Map(deployments.map(({ id, statuses }) => [id, statuses.length])),
    calls: github.writes().length,
    requests: clusters.map(({ server }) => server.requests().length),
  };
}

interface Since {
  readonly before: Looked;
  readonly jobs: readonly Finished[];
}

function seen({ github, clusters }: Theatre, { before, jobs }: Since): readonly string[] {
  const { comments, checkRuns, deployments } = github.state;
  // What a job that was killed had said by then is a matter of pace.
  const isKilled = jobs.some(({ code }) => code === -1);
  const calls = isKilled
    ? []
    : callsOf(
        github
          .writes()
          .slice(before.calls)
          .map(({ method, path, status }) => `${method} ${path} ${status}`),
      );
  return [
    ...comments.flatMap((comment) => commentSince(comment, before)),
    ...listed(
      "Check runs",
      (isKilled ? [] : checkRuns).flatMap((check) => checkSince(check, before)),
    ),
    ...listed("Deployments", isKilled ? [] : deployments.flatMap((deployment) => deploymentSince(deployment, before)).sort()),
    ...listed(
      "Written to clusters",
      clusters.flatMap(({ name, server }, index) => writesOf(name, server.requests().slice(before.requests[index]))),
    ),
    ...listed("Said to GitHub", calls),
    ...listed(
      "The job",
      jobs.map(({ code, outputs }) =>
        code === -1 ? "killed" : `${outputs["decision"] ?? "no decision"}, ${outputs["reason-code"] ?? "no reason"}, exit code ${code}`,
      ),
    ),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**\n`, ...lines.map((line) => `- ${line}`), ""];
}

function commentSince({ id, body, writes, author, reactions }: Comment, { comments }: Looked): readonly string[] {
  const old = comments.get(id);
  const given = reactions.slice(old?.reactions ?? 0).map(({ content }) => content);
  if (author.type === "User") return given.length === 0 ? [] : [`_${author.login}'s comment gets ${given.join(", then ")}._\n`];
  if (old?.body === body && old.writes === writes) return [];
  const times = writes - (old?.writes ?? 0);
  const how = old === undefined ? (times > 1 ? "writes a comment, and edits it as it goes on" : "writes a comment") : "edits its comment";
  return [
    `**Isthmus ${how}:**\n`,
    ...body
      .trimEnd()
      .split("\n")
      .map((line) => `> ${line}`.trimEnd()),
    "",
  ];
}

function checkSince(check: CheckRun, { checks }: Looked): readonly string[] {
  // Whether a run that was killed came so far as to have one, which the next run then ends, is a matter of pace.
  const isOfDead = check.title?.startsWith("Its run ended without a word") === true;
  return isOfDead || checks.get(check.id) === checkLine(check) ? [] : [checkLine(check)];
}

function checkLine({ name, headSha, status, conclusion, title }: CheckRun): string {
  return `\`${name}\` on ${headSha}: ${conclusion ?? status}, ${title ?? ""}`;
}

function deploymentSince({ id, environment, sha, statuses }: Deployment, before: Looked): readonly string[] {
  // That older ones are not active any more is GitHub's own doing.
  const fresh = statuses.slice(before.statuses.get(id) ?? 0).filter(({ state }) => state !== "inactive");
  return fresh.length === 0
    ? []
    : [`\`${environment}\` of ${sha}: ${fresh.map(({ state, description }) => `${state} (${description})`).join(", ")}`];
}

/** What was written to a cluster, but for the run's own books. */
function writesOf(cluster: string, requests: readonly LoggedRequest[]): readonly string[] {
  const lines = requests
    .filter(({ method, url }) => method !== "GET" && !/dryRun|selfsubject|portforward|\/leases|isthmus-|\/token/u.test(url))
    .map(
      ({ method, url, code }) =>
        `${method} ${url.replace(/\?.*/u, "").replace(/^\/apis?\//u, "")}${code !== undefined && code >= 400 ? ` (${code})` : ""}`,
    );
  return counted(lines).map((line) => `${cluster}: ${line}`);
}

/** What was said, once each and sorted: how often and in which order progress is told is a matter of pace. */
function callsOf(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.map((line) => line.replace("/repos/shop/mesh/", "").replace(/\/\d{4,}/gu, "/ID")))].sort();
}

/** Equal lines in a row become one with their number; how often progress is told is a matter of time, so more than once is "several". */
function counted(lines: readonly string[]): readonly string[] {
  const found = new Map<string, number>();
  for (const line of lines) found.set(line, (found.get(line) ?? 0) + 1);
  return [...found].map(([line, times]) => (times === 1 ? line : `${line}, several times`));
}

/** Takes out what is another one each time: ids, digests, times. Commits keep the names the story gave them. */
function calmed(text: string, { commits }: Theatre): string {
  let calm = text;
  for (const [sha, name] of commits) calm = calm.replaceAll(sha, name).replaceAll(sha.slice(0, 7), name);
  const known = new Map<string, string>();
  const named = (found: string, kind: string): string => {
    if (!known.has(found)) known.set(found, `${kind}-${[...known.values()].filter((name) => name.startsWith(`${kind}-`)).length + 1}`);
    return known.get(found) ?? "";
  };
  return calm
    .replace(/\b\d{8}T\d{6}Z-[0-9a-f]{6}\b/gu, (found) => named(found, "RUN"))
    .replace(/\b[0-9a-f]{64}\b|\b(?=[0-9a-f]*\d)[0-9a-f]{8}(?:[0-9a-f]{4})?\b/gu, (found) => named(found, "DIGEST"))
    .replace(/\b20\d\d-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| UTC)?)?/gu, "TIME")
    .replace(/\b\d\d:\d\d:\d\dZ/gu, "TIME")
    .replace(/127\.0\.0\.1:\d{4,5}/gu, "127.0.0.1:PORT")
    .replace(/\b(in|after|for) (?:\d+ ?(?:h|min|m) )*\d+(?:\.\d+)? ?(?:s|ms|min)\b/gu, "$1 MOMENTS")
    .replace(/(isthmus:waiver v1) \S+ \S+/gu, "$1 WHAT-IT-SAYS SIGNATURE")
    .replace(/comment=\d+/gu, "comment=ID")
    .replace(/#issuecomment-\d+/gu, "#issuecomment-ID")
    .replace(/\/runs\/\d+/gu, "/runs/ID");
}
