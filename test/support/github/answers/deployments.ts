import { type Asked, invalid, type Operation, page, refusal } from "../answer.ts";
import type { Deployment, DeploymentStatus } from "../state.ts";
import { app } from "./apps.ts";
import { speaker, user } from "./people.ts";

const longestDescription = 140;

export const createDeployment: Operation = {
  permission: "deployments",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const ref = String(body["ref"]);
    const sha = state.refs.get(`refs/heads/${ref}`) ?? state.refs.get(`refs/tags/${ref}`) ?? ref;
    if (!state.objects.commits.has(sha)) return refusal(422, `No ref found for: ${ref}`);
    // Left out, it means every status of the commit must be green; the loopback keeps none, so only an explicit empty list is sure to pass.
    if (!Array.isArray(body["required_contexts"]) || body["required_contexts"].length > 0)
      return refusal(409, `Conflict: Commit status checks failed for ${ref}.`);
    if (body["auto_merge"] !== false) return { status: 202, body: { message: `Auto-merged main into ${ref} on deployment.` } };
    const deployment: Deployment = {
      id: state.nextId++,
      ref,
      sha,
      task: String(body["task"] ?? "deploy"),
      environment: String(body["environment"] ?? "production"),
      payload: (body["payload"] ?? "") as Deployment["payload"],
      description: typeof body["description"] === "string" ? body["description"] : null,
      statuses: [],
    };
    state.deployments.push(deployment);
    return { status: 201, body: shown(asked, deployment) };
  },
};

export const listDeployments: Operation = {
  permission: "deployments",
  access: "read",
  run(asked) {
    const { state, path, query } = asked;
    const wanted = (name: "sha" | "ref" | "task" | "environment") => query.get(name);
    const found = state.deployments
      .filter((one) => (["sha", "ref", "task", "environment"] as const).every((name) => [null, "none", one[name]].includes(wanted(name))))
      .toReversed();
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/deployments`, found);
    return { status: 200, headers, body: items.map((deployment) => shown(asked, deployment)) };
  },
};

export const createDeploymentStatus: Operation = {
  permission: "deployments",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const deployment = state.deployments.find(({ id }) => id === Number(path["deployment_id"]));
    if (!deployment) return refusal(404, "Not Found");
    const description = String(body["description"] ?? "");
    if ([...description].length > longestDescription)
      return invalid("DeploymentStatus", "description", "description is too long (maximum is 140 characters)");
    const status: DeploymentStatus = {
      id: state.nextId++,
      state: String(body["state"]),
      description,
      logUrl: String(body["log_url"] ?? ""),
    };
    deployment.statuses.push(status);
    if (status.state === "success" && body["auto_inactive"] !== false) retireOlder(asked, deployment);
    return { status: 201, body: shownStatus(asked, deployment, status) };
  },
};

export const listDeploymentStatuses: Operation = {
  permission: "deployments",
  access: "read",
  run(asked) {
    const { state, path } = asked;
    const deployment = state.deployments.find(({ id }) => id === Number(path["deployment_id"]));
    if (!deployment) return refusal(404, "Not Found");
    const url = `/repos/${path["owner"]}/${path["repo"]}/deployments/${deployment.id}/statuses`;
    const { items, headers } = page(asked, url, deployment.statuses.toReversed());
    return { status: 200, headers, body: items.map((status) => shownStatus(asked, deployment, status)) };
  },
};

/** "An inactive status is only added to deployments that had a success state", of the same environment. */
function retireOlder({ state }: Asked, newest: Deployment): void {
  for (const older of state.deployments) {
    if (older === newest || older.environment !== newest.environment || older.statuses.at(-1)?.state !== "success") continue;
    older.statuses.push({ id: state.nextId++, state: "inactive", description: "", logUrl: "" });
  }
}

function shown({ origin, path, state }: Asked, deployment: Deployment): object {
  const repository = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
  const url = `${repository}/deployments/${deployment.id}`;
  const { id, sha, ref, task, payload, environment, description } = deployment;
  return {
    url,
    id,
    node_id: `DE_${id}`,
    sha,
    ref,
    task,
    payload,
    original_environment: environment,
    environment,
    description,
    creator: user(origin, speaker(state)),
    created_at: "2026-11-23T08:00:00Z",
    updated_at: "2026-11-23T08:00:00Z",
    statuses_url: `${url}/statuses`,
    repository_url: repository,
    transient_environment: false,
    production_environment: environment === "production",
    performed_via_github_app: app(origin, state.token.app),
  };
}

function shownStatus({ origin, path, state }: Asked, deployment: Deployment, status: DeploymentStatus): object {
  const repository = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
  const url = `${repository}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: `DES_${status.id}`,
    state: status.state,
    creator: user(origin, speaker(state)),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: "",
    created_at: "2026-11-23T08:00:00Z",
    updated_at: "2026-11-23T08:00:00Z",
    deployment_url: url,
    repository_url: repository,
    performed_via_github_app: app(origin, state.token.app),
  };
}
