import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, type Operation, refusal } from "./answer.ts";
import { getMembership, getPermission, getTeam, listChildTeams, listMembers } from "./answers/access.ts";
import {
  createInstallationToken,
  getApp,
  getDelivery,
  getRepositoryInstallation,
  listDeliveries,
  listInstallationRepositories,
  listInstallations,
  redeliverDelivery,
} from "./answers/app.ts";
import { createCommit, createRef, createTree, deleteRef, getRepository, updateRef } from "./answers/branches.ts";
import { createCheckRun, getCheckRun, listCheckRuns, updateCheckRun } from "./answers/checks.ts";
import { createComment, getComment, listAllComments, listComments, updateComment } from "./answers/comments.ts";
import { createDeployment, createDeploymentStatus, listDeploymentStatuses, listDeployments } from "./answers/deployments.ts";
import { compareCommits, getBlob, getCommit, getRef, getTree, listActivity } from "./answers/git.ts";
import { answerGraphql } from "./answers/graphql.ts";
import { createIssue, listIssues, updateIssue } from "./answers/issues.ts";
import { createPull, getPull, listPullCommits, listPulls, listPullsOfCommit, listReviews, updatePull } from "./answers/pulls.ts";
import { counted, getRateLimit, rateHeaders } from "./answers/rate.ts";
import { createReaction, deleteReaction, listReactions } from "./answers/reactions.ts";
import { getCombinedStatus } from "./answers/status.ts";
import { getUser } from "./answers/user.ts";
import { answerFaults, type Match, match, requestFaults } from "./contract.ts";
import { isSignedByApp } from "./jwt.ts";
import { answerSignIn } from "./oauth.ts";
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
  "get /repos/{owner}/{repo}/issues": listIssues,
  "post /repos/{owner}/{repo}/issues": createIssue,
  "patch /repos/{owner}/{repo}/issues/{issue_number}": updateIssue,
  "get /repos/{owner}/{repo}/issues/comments": listAllComments,
  "get /repos/{owner}/{repo}/issues/comments/{comment_id}": getComment,
  "patch /repos/{owner}/{repo}/issues/comments/{comment_id}": updateComment,
  "get /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": listReactions,
  "post /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": createReaction,
  "delete /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}": deleteReaction,
  "get /repos/{owner}/{repo}/collaborators/{username}/permission": getPermission,
  "get /orgs/{org}/teams/{team_slug}": getTeam,
  "get /orgs/{org}/teams/{team_slug}/members": listMembers,
  "get /orgs/{org}/teams/{team_slug}/memberships/{username}": getMembership,
  "get /orgs/{org}/teams/{team_slug}/teams": listChildTeams,
  "get /repos/{owner}/{repo}": getRepository,
  "get /repos/{owner}/{repo}/pulls": listPulls,
  "post /repos/{owner}/{repo}/pulls": createPull,
  "get /repos/{owner}/{repo}/pulls/{pull_number}": getPull,
  "patch /repos/{owner}/{repo}/pulls/{pull_number}": updatePull,
  "get /repos/{owner}/{repo}/pulls/{pull_number}/commits": listPullCommits,
  "get /repos/{owner}/{repo}/pulls/{pull_number}/reviews": listReviews,
  "get /repos/{owner}/{repo}/activity": listActivity,
  "get /repos/{owner}/{repo}/commits/{commit_sha}/pulls": listPullsOfCommit,
  "get /repos/{owner}/{repo}/commits/{ref}/status": getCombinedStatus,
  "get /app": getApp,
  "get /app/installations": listInstallations,
  "get /installation/repositories": listInstallationRepositories,
  "post /app/installations/{installation_id}/access_tokens": createInstallationToken,
  "get /app/hook/deliveries": listDeliveries,
  "get /app/hook/deliveries/{delivery_id}": getDelivery,
  "post /app/hook/deliveries/{delivery_id}/attempts": redeliverDelivery,
  "get /repos/{owner}/{repo}/installation": getRepositoryInstallation,
  "get /rate_limit": getRateLimit,
  "get /user": getUser,
  "get /repos/{owner}/{repo}/check-runs/{check_run_id}": getCheckRun,
  "post /repos/{owner}/{repo}/check-runs": createCheckRun,
  "patch /repos/{owner}/{repo}/check-runs/{check_run_id}": updateCheckRun,
  "get /repos/{owner}/{repo}/commits/{ref}/check-runs": listCheckRuns,
  "get /repos/{owner}/{repo}/commits/{ref}": getCommit,
  "get /repos/{owner}/{repo}/git/trees/{tree_sha}": getTree,
  "get /repos/{owner}/{repo}/git/blobs/{file_sha}": getBlob,
  "get /repos/{owner}/{repo}/git/ref/{ref}": getRef,
  "post /repos/{owner}/{repo}/git/trees": createTree,
  "post /repos/{owner}/{repo}/git/commits": createCommit,
  "post /repos/{owner}/{repo}/git/refs": createRef,
  "patch /repos/{owner}/{repo}/git/refs/{ref}": updateRef,
  "delete /repos/{owner}/{repo}/git/refs/{ref}": deleteRef,
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
  await state.gate?.({ ...entry, token: tokenOf(request) });
  const fault = takeFault(state, entry.method, url.pathname);
  if (fault?.kind === "reset") {
    request.socket.destroy();
    return { ...entry, status: 0 };
  }
  if (fault?.kind === "slow") await new Promise((done) => setTimeout(done, 300));
  const answer = faultAnswer(fault) ?? respond(exchange, url, body);
  if (fault?.kind === "silent-after") return { ...entry, status: 0 };
  if (fault?.kind === "reset-after") {
    request.socket.destroy();
    return { ...entry, status: 0 };
  }
  const type = answer.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  response.writeHead(answer.status, { ...type, "x-github-request-id": "LOOP:1", ...rateHeaders(state), ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  return { ...entry, status: answer.status };
}

function tokenOf({ headers }: IncomingMessage): string {
  return headers.authorization?.replace(/^(?:token|bearer) /iu, "") ?? "";
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
  const signIn = answerSignIn(state, url, text);
  if (signIn !== undefined) return signIn;
  const credentials = tokenOf(request);
  const isApp = isSignedByApp(state, credentials);
  const person = state.signIn?.tokens.get(credentials);
  if (!isApp && person === undefined && credentials !== state.token.value && !state.installationTokens.has(credentials))
    return refusal(401, "Bad credentials");
  if (url.pathname === graphqlPath(prefix)) return answerGraphql(state, text, violations);

  const found = match(request.method ?? "", url.pathname.slice(prefix.length));
  const operation = found && operations[`${found.method} ${found.template}`];
  if (!found || !operation || !url.pathname.startsWith(prefix)) {
    violations.push(`${request.method} ${url.pathname}: GitHub describes no such operation`);
    return refusal(404, "Not Found");
  }
  // What a token may not know of is not there, whatever is asked; the description says so of few operations.
  if (!isHere(state, found)) return refusal(404, "Not Found");
  const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
  note(violations, "request", found, requestFaults(found, url.searchParams, body));
  const isFree = found.template === "/rate_limit";
  const answer =
    (isFree ? undefined : counted(state)) ??
    permitted(state, { operation, isApp }) ??
    operation.run({ state, origin: url.origin + prefix, person, path: found.path, query: url.searchParams, body: body ?? {} });
  note(violations, "answer", found, answerFaults(found, answer.status, answer.body));
  return answer;
}

function note(violations: string[], side: string, { method, template }: Match, faults: readonly string[]): void {
  violations.push(...faults.map((fault) => `${side} ${method} ${template}: ${fault}`));
}

interface Wish {
  readonly operation: Operation;
  readonly isApp: boolean;
}

function permitted(state: State, { operation: { permission, or, access }, isApp }: Wish): Answer | undefined {
  if (permission === "app" && !isApp) return refusal(401, "A JSON web token could not be decoded");
  if (permission !== "app" && isApp) return refusal(403, "Resource not accessible by integration");
  const isGiven = (name: string): boolean => {
    const given = name === "metadata" || name === "app" ? "write" : state.token.permissions[name];
    return given === "write" || given === access;
  };
  if (!isGiven(permission) && (or === undefined || !isGiven(or))) {
    const wanted = [permission, ...(or === undefined ? [] : [or])].map((name) => `${name.replaceAll("-", "_")}=${access}`).join("; ");
    return refusal(403, "Resource not accessible by integration", { "x-accepted-github-permissions": wanted });
  }
  if (access === "read") return undefined;
  state.writes += 1;
  if (state.writes <= state.writesBeforeLimit) return undefined;
  state.writesBeforeLimit = Number.POSITIVE_INFINITY;
  return secondaryLimit();
}

function isHere({ owner, repo }: State, { path }: Match): boolean {
  if (path["org"] !== undefined) return path["org"] === owner;
  return path["owner"] === undefined || (path["owner"] === owner && path["repo"] === repo);
}

function graphqlPath(prefix: string): string {
  return prefix.endsWith("/v3") ? `${prefix.slice(0, -"/v3".length)}/graphql` : `${prefix}/graphql`;
}
