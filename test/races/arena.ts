import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../src/adapters/github/index.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { Secret } from "../../src/model/secret.ts";
import type { Desk } from "../../src/shells/github/desk.ts";
import { situationOf } from "../../src/shells/github/event.ts";
import { heard } from "../../src/shells/github/heard.ts";
import { previewed } from "../../src/shells/github/preview.ts";
import { openStage, type Place } from "../../src/shells/github/stage.ts";
import type { Wishes } from "../../src/shells/github/wishes.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { pullRequestEvent } from "../support/github/job.ts";
import type { LoopbackGitHub } from "../support/github/server.ts";
import type { Comment, Pull } from "../support/github/state.ts";

/** Jobs of this process: what the Action and the bot do for an event, with a token by which GitHub tells one job from the other. */
export function previewOf(github: LoopbackGitHub, pull: Pull, name: string): Promise<void> {
  const event = pullRequestEvent({ number: pull.number, base: pull.base, head: pull.head, action: "synchronize" }) as JsonObject;
  const situation = situationOf("pull_request_target", event);
  if (situation.kind !== "pull-request") throw new Error("that is no event of a pull request");
  const job = { place: placeOf(github, name), wishes, desk: silent, situation };
  return openStage(job).then(previewed).then(nothing);
}

export function hearing(github: LoopbackGitHub, comment: Comment, name: string): Promise<void> {
  const situation = situationOf("issue_comment", issueCommentEvent(comment) as JsonObject);
  if (situation.kind !== "comment") throw new Error("that is no event of a comment");
  const stop = (): AbortSignal => new AbortController().signal;
  return heard({ place: placeOf(github, name), wishes, desk: silent, situation, stop }).then(nothing);
}

function nothing(): void {}

function placeOf(github: LoopbackGitHub, name: string): Place {
  const { owner, repo, installationTokens } = github.state;
  const token = `token-of-${name}`;
  installationTokens.add(token);
  const web = `https://github.com/${owner}/${repo}`;
  const connection = connect({ token: new Secret(token), apiUrl: github.apiUrl, owner, repo });
  return { connection, web, run: `${web}/actions/runs/1`, attempt: `${name}/1`, folder: join(tmpdir(), "isthmus-has-no-clone") };
}

const wishes: Wishes = {
  folder: "",
  base: undefined,
  head: undefined,
  clusters: [],
  apply: true,
  verify: "none",
  driftPulls: [],
  confirmDeletions: undefined,
  comment: "on-change",
  checkRun: true,
  summary: false,
  failOn: "error",
  chartLogins: [],
  planKeys: [new Secret("a key that signs plans, of some length")],
};

const silent: Desk = {
  say: nothing,
  error: nothing,
  warning: nothing,
  missed: nothing,
  note: nothing,
  group: nothing,
  summary: () => Promise.resolve(),
  output: nothing,
  result: () => Promise.resolve(),
};
