import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, type Operation, refusal } from "./answer.ts";
import { createCheckRun, listCheckRuns, updateCheckRun } from "./answers/checks.ts";
import { createComment, listComments, updateComment } from "./answers/comments.ts";
import { createDeployment, createDeploymentStatus, listDeploymentStatuses, listDeployments } from "./answers/deployments.ts";
import { compareCommits, getBlob, getCommit, getRef, getTree } from "./answers/git.ts";
import { answerGraphql } from "./answers/graphql.ts";
import { answerFaults, type Match, match, requestFaults } from "./contract.ts";
import { createState, type Fault, type State } from "./state.ts";

/** One request the loopback got, and how it answered; `0` stands for a connection that was broken off. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
}

/** A GitHub on this machine that keeps state, enforces GitHub's limits, and is held to GitHub's description in both directions. */
export interface LoopbackGitHub {
  readonly state: State;
  /** What `GITHUB_API_URL` has to be. */
  readonly apiUrl: string;
  readonly log: readonly Logged[];
  /** Requests that changed something or tried to. */
  writes(): readonly Logged[];
  /** Closes it. Throws when a request or an answer went against GitHub's description: a test that ends well has kept the contract. */
  stop(): Promise<void>;
}

const operations: Readonly<Record<string, Operation>> = {
  "get /repos/{owner}/{repo}/issues/{issue_number}/comments": listComments,
  "post /repos/{owner}/{repo}/issues/{issue_number}/comments": createComment,
  "patch /repos/{owner}/{repo}/issues/comments/{comment_id}": updateComment,
  "post /repos/{owner}/{repo}/check-runs": createCheckRun,
  "patch /repos/{owner}/{repo}/check-runs/{check_run_id}": updateCheckRun,
  "get /repos/{owner}/{repo}/commits/{ref}/check-runs": listCheckRuns,
  "get /repos/{owner}/{repo}/commits/{ref}": getCommit,
  "get /repos/{owner}/{repo}/git/trees/{tree_sha}": getTree,
  "get /repos/{owner}/{repo}/git/blobs/{file_sha}": getBlob,
  "get /repos/{owner}/{repo}/git/ref/{ref}": getRef,
  "get /repos/{owner}/{repo}/compare/{basehead}": compareCommits,
  "get /repos/{owner}/{repo}/deployments": listDeployments,
  "post /repos/{owner}/{repo}/deployments": createDeployment,
  "get /repos/{owner}/{repo}/deployments/{deployment_id}/statuses": listDeploymentStatuses,
  "post /repos/{owner}/{repo}/deployments/{deployment_id}/statuses": createDeploymentStatus,
};

/** Starts one. `prefix` is where the API lives: nothing as on github.com, `/api/v3` as on GitHub Enterprise Server. */
export async function startGitHub({ prefix = "" }: { readonly prefix?: string } = {}): Promise<LoopbackGitHub> {
  const state = createState();
  const log: Logged[] = [];
  const violations: string[] = [];
  const server = createServer((request, response) => {
    void serve({ state, prefix, violations, request, response }).then((entry) => log.push(entry));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    apiUrl: `http://127.0.0.1:${port}${prefix}`,
    log,
    writes: () => log.filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql")),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      if (violations.length > 0) throw new Error(`GitHub's description was not kept:\n${violations.join("\n")}`);
    },
  };
}

interface Exchange {
  readonly state: State;
  readonly prefix: string;
  readonly violations: string[];
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve(exchange: Exchange): Promise<Logged> {
  const { state, request, response } = exchange;
  const body = await bodyOf(request);
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const entry = { method: request.method ?? "", path: url.pathname, body };
  const fault = takeFault(state, entry.method, url.pathname);
  if (fault?.kind === "reset") {
    request.socket.destroy();
    return { ...entry, status: 0 };
  }
  if (fault?.kind === "slow") await new Promise((done) => setTimeout(done, 300));
  const answer = faultAnswer(fault) ?? respond(exchange, url, body);
  if (fault?.kind === "reset-after") {
    request.socket.destroy();
    return { ...entry, status: 0 };
  }
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "x-github-request-id": "LOOP:1",
    ...answer.headers,
  });
  response.end(text);
  return { ...entry, status: answer.status };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function takeFault(state: State, method: string, path: string): Fault | undefined {
  const fault = state.faults.find((candidate) => candidate.times > 0 && candidate.method === method && candidate.path.test(path));
  if (fault) fault.times -= 1;
  return fault;
}

function faultAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === "status-500") return refusal(500, "Server Error");
  if (fault?.kind === "secondary-limit") return secondaryLimit();
  if (fault?.kind !== "primary-limit") return undefined;
  const reset = String(Math.floor(Date.now() / 1000) + 3600);
  return refusal(403, "API rate limit exceeded for installation.", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
}

function secondaryLimit(): Answer {
  return refusal(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", { "retry-after": "1" });
}

function respond({ state, prefix, violations, request }: Exchange, url: URL, text: string): Answer {
  const credentials = request.headers.authorization?.replace(/^(?:token|bearer) /iu, "");
  if (credentials !== state.token.value) return refusal(401, "Bad credentials");
  if (url.pathname === graphqlPath(prefix)) return answerGraphql(state, text, violations);

  const found = match(request.method ?? "", url.pathname.slice(prefix.length));
  const operation = found && operations[`${found.method} ${found.template}`];
  if (!found || !operation || !url.pathname.startsWith(prefix)) {
    violations.push(`${request.method} ${url.pathname}: GitHub describes no such operation`);
    return refusal(404, "Not Found");
  }
  const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
  note(violations, "request", found, requestFaults(found, url.searchParams, body));
  const answer =
    permitted(state, found, operation) ??
    operation.run({ state, origin: url.origin + prefix, path: found.path, query: url.searchParams, body: body ?? {} });
  note(violations, "answer", found, answerFaults(found, answer.status, answer.body));
  return answer;
}

function note(violations: string[], side: string, { method, template }: Match, faults: readonly string[]): void {
  violations.push(...faults.map((fault) => `${side} ${method} ${template}: ${fault}`));
}

function permitted(state: State, found: Match, { permission, access }: Operation): Answer | undefined {
  if (found.path["owner"] !== state.owner || found.path["repo"] !== state.repo) return refusal(404, "Not Found");
  const given = state.token.permissions[permission];
  if (given !== "write" && given !== access) {
    const wanted = `${permission.replaceAll("-", "_")}=${access}`;
    return refusal(403, "Resource not accessible by integration", { "x-accepted-github-permissions": wanted });
  }
  if (access === "read") return undefined;
  state.writes += 1;
  if (state.writes <= state.writesBeforeLimit) return undefined;
  state.writesBeforeLimit = Number.POSITIVE_INFINITY;
  return secondaryLimit();
}

function graphqlPath(prefix: string): string {
  return prefix.endsWith("/v3") ? `${prefix.slice(0, -"/v3".length)}/graphql` : `${prefix}/graphql`;
}
