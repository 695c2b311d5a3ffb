import { type ChildProcess, execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { exampleOf } from "./examples.ts";
import type { LoopbackGitHub } from "./server.ts";

const root = join(import.meta.dirname, "../../..");
const built = join(root, "dist/action.js");
const entry = existsSync(built) ? built : join(root, "src/shells/action/main.ts");

/** What a workflow run gives the Action. */
export interface Job {
  readonly github: LoopbackGitHub;
  readonly eventName: string;
  readonly event: object;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The runner's clone; an empty folder when the workflow checked nothing out. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Told of the process once it runs: for signals, which a runner sends to cancel a job. */
  readonly started?: (process: JobProcess) => void;
}

export type JobProcess = Pick<ChildProcess, "kill" | "exitCode" | "signalCode">;

/** What was left when it ended. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error, in one. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The JSON file that the output `result` names. */
  readonly result: string;
}

/** Runs the Action as a process of its own, in an environment like a runner's and with nothing of this one's. */
export async function runJob(job: Job): Promise<Finished> {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-job-"));
  const file = (name: string, text = ""): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const workspace = job.workspace ?? folder;
  const env = {
    ...runnerVariables(job, workspace),
    RUNNER_TEMP: folder,
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(job.event)),
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary.md"),
    ...job.env,
  };
  const { code, log } = await start(env, workspace, job.started);
  const outputs = readOutputs(readFileSync(env.GITHUB_OUTPUT, "utf8"));
  const result = outputs["result"] === undefined ? "" : readFileSync(outputs["result"], "utf8");
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, "utf8");
  rmSync(folder, { recursive: true });
  return { code, log, summary, outputs, result };
}

function runnerVariables({ github, eventName, inputs = {} }: Job, workspace: string): Record<string, string> {
  const { state, apiUrl } = github;
  const given = Object.entries({ "github-token": state.token.value, ...inputs });
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: workspace,
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REPOSITORY: `${state.owner}/${state.repo}`,
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_RUN_ID: "77",
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

function start(
  env: Readonly<Record<string, string>>,
  cwd: string,
  started: Job["started"],
): Promise<{ readonly code: number; readonly log: string }> {
  return new Promise((finished) => {
    const child = execFile(process.execPath, [entry], { env, cwd, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => {
      finished({ code: child.exitCode ?? -1, log: `${stdout}${stderr}` });
    });
    started?.(child);
  });
}

/** Cancels a job as GitHub's runner does, as soon as something has come to pass: SIGINT, 7.5 s later SIGTERM, 2.5 s after that SIGKILL. */
export async function cancel(job: JobProcess, when: () => boolean): Promise<void> {
  const isOver = (): boolean => job.exitCode !== null || job.signalCode !== null;
  const until = async (hasCome: () => boolean): Promise<void> => {
    while (!isOver() && !hasCome()) await setTimeout(50);
  };
  const pass = (milliseconds: number): Promise<void> => {
    const end = performance.now() + milliseconds;
    return until(() => performance.now() > end);
  };
  await until(when);
  job.kill("SIGINT");
  await pass(7500);
  job.kill("SIGTERM");
  await pass(2500);
  job.kill("SIGKILL");
}

/** The runner's file of outputs: `name<<delimiter`, lines of the value, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gmu)) outputs[name] = value;
  return outputs;
}

interface Pull {
  readonly number: number;
  readonly base: string;
  readonly head: string;
  readonly isFork?: boolean;
  readonly action?: string;
}

/** The payload of a pull-request event: GitHub's example, with this repository, these commits and this origin. */
export function pullRequestEvent({ number, base, head, isFork = false, action = "opened" }: Pull): object {
  const seed = exampleOf("pull_request");
  const pull = seed["pull_request"] as Record<string, { readonly repo?: object }>;
  const repository = { ...pull["base"]?.repo, full_name: "shop/mesh" };
  const fork = { ...pull["head"]?.repo, full_name: isFork ? "mallory/mesh" : "shop/mesh", fork: isFork };
  return {
    ...seed,
    action,
    number,
    pull_request: {
      ...pull,
      number,
      base: { ...pull["base"], sha: base, repo: repository },
      head: { ...pull["head"], sha: head, repo: fork },
    },
    repository,
  };
}

/** A push to a tag, as GitHub's example has it, or to a branch of that name; the default branch is `main`. */
export function pushEvent(before: string, after: string, branch?: string): object {
  const seed = exampleOf("push");
  const repository = { ...(seed["repository"] as object), full_name: "shop/mesh", default_branch: "main" };
  return { ...seed, before, after, repository, ...(branch === undefined ? {} : { ref: `refs/heads/${branch}` }) };
}

/** A merge queue asks whether a pull request may be merged behind those before it; its branch there is named after it. */
export function mergeGroupEvent(base: string, head: string, number = 412): object {
  const seed = exampleOf("merge_group");
  const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
  return { ...seed, merge_group: { ...(seed["merge_group"] as object), base_sha: base, head_sha: head, head_ref: ref } };
}
