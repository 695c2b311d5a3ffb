import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  pressIn
} from "./chunk-MQ63OBL2.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/event.ts
function situationOf(name, event, { commit, delivery } = {}) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request");
    case "push":
      return push(event);
    case "merge_group":
      return mergeGroup(event);
    case "issue_comment":
      return comment(event);
    case "check_run":
      if (delivery !== void 0) return button(event, delivery);
      throw notOurs(name);
    case "workflow_dispatch":
      return { kind: "manual", base: void 0, head: commitOf(commit, "GITHUB_SHA"), ...elsewhere(event, textAt(event, "ref")) };
    case "schedule":
      return { kind: "schedule", base: void 0, head: commitOf(commit, "GITHUB_SHA") };
    default:
      throw notOurs(name);
  }
}
__name(situationOf, "situationOf");
function notOurs(name) {
  return new UsageError(
    `The event \`${name}\` is not one Isthmus works on. Use pull_request_target, pull_request, push, merge_group, issue_comment, schedule or workflow_dispatch.`
  );
}
__name(notOurs, "notOurs");
function pullRequest(event, hasForkToken) {
  if (textAt(event, "action") === "closed") return { kind: "nothing", why: "The pull request is closed." };
  const isFork = textAt(event, "pull_request", "head", "repo", "full_name") !== textAt(event, "pull_request", "base", "repo", "full_name");
  const baseRef = textAt(event, "pull_request", "base", "ref");
  return {
    kind: "pull-request",
    number: numberAt(event, "pull_request", "number"),
    base: commitAt(event, "pull_request", "base", "sha"),
    head: commitAt(event, "pull_request", "head", "sha"),
    isReadOnly: isFork && hasForkToken,
    ...baseRef === void 0 ? {} : { baseRef },
    ...elsewhere(event, baseRef)
  };
}
__name(pullRequest, "pullRequest");
function mergeGroup(event) {
  const ref = textAt(event, "merge_group", "head_ref") ?? "";
  const number = /\/pr-(?<number>[1-9]\d{0,9})-[0-9a-f]{40}$/u.exec(ref)?.groups?.["number"];
  return {
    kind: "merge-group",
    base: commitAt(event, "merge_group", "base_sha"),
    head: commitAt(event, "merge_group", "head_sha"),
    ref,
    number: number === void 0 ? void 0 : Number(number),
    ...elsewhere(event, textAt(event, "merge_group", "base_ref"))
  };
}
__name(mergeGroup, "mergeGroup");
function elsewhere(event, branch) {
  const defaultBranch = textAt(event, "repository", "default_branch");
  const isThere = defaultBranch === void 0 || branch?.replace(/^refs\/heads\//u, "") === defaultBranch;
  return isThere ? {} : { defaultBranch };
}
__name(elsewhere, "elsewhere");
function comment(event) {
  if (textAt(event, "action") !== "created")
    return { kind: "nothing", why: "Only a new comment is read: edited and deleted ones are not." };
  if (valueAt(event, ["issue", "pull_request"]) === void 0) return { kind: "nothing", why: "The comment is not on a pull request." };
  const created = textAt(event, "comment", "created_at") ?? "";
  if (created !== textAt(event, "comment", "updated_at")) return { kind: "nothing", why: "The comment was edited after it was written." };
  const login = textAt(event, "comment", "user", "login");
  if (login === void 0) return { kind: "nothing", why: "Nobody wrote the comment." };
  const said = {
    id: numberAt(event, "comment", "id"),
    body: textAt(event, "comment", "body") ?? "",
    login,
    isBot: textAt(event, "comment", "user", "type") !== "User" || login.endsWith("[bot]"),
    at: Date.parse(created)
  };
  const defaultBranch = textAt(event, "repository", "default_branch");
  if (defaultBranch === void 0 || Number.isNaN(said.at))
    throw problem("event-unreadable", { why: "repository.default_branch or comment.created_at is missing" });
  return { kind: "comment", number: numberAt(event, "issue", "number"), comment: said, defaultBranch };
}
__name(comment, "comment");
function button(event, { id: delivery, at }) {
  const press = pressIn(event);
  if (press === void 0) return { kind: "nothing", why: "No button of ours was pressed." };
  const login = textAt(event, "sender", "login");
  const defaultBranch = textAt(event, "repository", "default_branch");
  const since = Date.parse(textAt(event, "check_run", "started_at") ?? "");
  if (login === void 0 || defaultBranch === void 0 || Number.isNaN(since))
    throw problem("event-unreadable", { why: "sender.login, repository.default_branch or check_run.started_at is missing" });
  const isBot = textAt(event, "sender", "type") !== "User" || login.endsWith("[bot]");
  const id = numberAt(event, "check_run", "id");
  return {
    kind: "comment",
    number: press.pull,
    comment: { id, button: { delivery, since }, body: press.command, login, isBot, at },
    defaultBranch
  };
}
__name(button, "button");
function numberAt(event, ...path) {
  const number = valueAt(event, path);
  if (typeof number !== "number" || !Number.isInteger(number)) throw problem("event-unreadable", { why: `${path.join(".")} is missing` });
  return number;
}
__name(numberAt, "numberAt");
var nowhere = "0".repeat(40);
function push(event) {
  const head = commitAt(event, "after");
  if (head === nowhere) return { kind: "nothing", why: "The push deleted a branch." };
  const before = commitAt(event, "before");
  const branch = textAt(event, "repository", "default_branch");
  const isDefault = branch !== void 0 && textAt(event, "ref") === `refs/heads/${branch}`;
  return { kind: "push", base: before === nowhere ? void 0 : before, head, isDefault, ...elsewhere(event, textAt(event, "ref")) };
}
__name(push, "push");
function commitAt(event, ...path) {
  return commitOf(textAt(event, ...path), path.join("."));
}
__name(commitAt, "commitAt");
function commitOf(text, name) {
  if (text === void 0 || !/^[0-9a-f]{40}$/u.test(text)) throw problem("event-unreadable", { why: `${name} is not a commit id` });
  return text;
}
__name(commitOf, "commitOf");

export {
  situationOf
};
