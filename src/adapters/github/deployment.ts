import { ask, once, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";

/** What is told GitHub of one cluster: an environment of its own, so that its history and its state are seen at a glance. */
export interface Deployment {
  /** Full commit id. */
  readonly commit: string;
  /** `mesh-east`. */
  readonly environment: string;
  /** Tells runs apart, so that a creation whose answer got lost is found again: job, attempt, and after them what is the same in every run of this kind. */
  readonly run: string;
}

export type DeploymentState = "in_progress" | "success" | "failure" | "error";

const task = "isthmus:apply";
const purpose: Purpose = { request: "the deployment", permission: "deployments: write" };

/**
 * Makes a deployment and gives its id. Nothing is merged and no status is waited for: what may be applied has been decided.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function createDeployment(connection: Connection, { commit, environment, run }: Deployment): Promise<number> {
  const { octokit, owner, repo } = connection;
  const send = async (): Promise<number> => {
    const { data } = await octokit.rest.repos.createDeployment({
      owner,
      repo,
      ref: commit,
      environment,
      task,
      payload: { run },
      auto_merge: false,
      required_contexts: [],
      description: "Isthmus apply",
      request: { retries: 0 },
    });
    // 202 means that GitHub merged something instead: we asked it not to, and there is no deployment then.
    if (!("id" in data)) throw new Error("GitHub answered the creation of a deployment without one");
    return data.id;
  };
  return once(purpose, send, () => find(connection, { commit, environment, run }));
}

async function find({ octokit, owner, repo }: Connection, { commit, environment, run }: Deployment): Promise<number | undefined> {
  const { data } = await ask(purpose, () => octokit.rest.repos.listDeployments({ owner, repo, sha: commit, environment, per_page: 30 }));
  return data.find(({ payload }) => typeof payload === "object" && payload["run"] === run)?.id;
}

/**
 * The deployment of the same kind before this one, when it still says that it is at work: its run died, for two never hold a cluster at once.
 * @throws Problem as `createDeployment`
 */
export async function unfinishedBefore(
  { octokit, owner, repo }: Connection,
  id: number,
  { environment, run }: Deployment,
): Promise<number | undefined> {
  const { data } = await ask(purpose, () => octokit.rest.repos.listDeployments({ owner, repo, environment, task, per_page: 30 }));
  const before = data.find((one) => one.id < id && kindOf(one.payload) === kindOf({ run }));
  if (before === undefined) return undefined;
  const statuses = await ask(purpose, () =>
    octokit.rest.repos.listDeploymentStatuses({ owner, repo, deployment_id: before.id, per_page: 1 }),
  );
  return statuses.data[0]?.state === "in_progress" ? before.id : undefined;
}

/** What is left of a run's name without its job and attempt. */
function kindOf(payload: unknown): string | undefined {
  const run: unknown = typeof payload === "object" && payload !== null && "run" in payload ? payload.run : undefined;
  return typeof run === "string" ? run.split("/").slice(2).join("/") : undefined;
}

/** Says how a deployment goes. `description` is at most 140 characters. @throws Problem as `createDeployment` */
export async function setDeploymentState(
  { octokit, owner, repo }: Connection,
  {
    id,
    state,
    description,
    logUrl,
  }: { readonly id: number; readonly state: DeploymentState; readonly description: string; readonly logUrl: string },
): Promise<void> {
  await ask(purpose, () =>
    octokit.rest.repos.createDeploymentStatus({
      owner,
      repo,
      deployment_id: id,
      state,
      description: [...description].slice(0, 140).join(""),
      log_url: logUrl,
      auto_inactive: state === "success",
    }),
  );
}
