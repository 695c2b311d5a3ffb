import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  pressIn
} from "./chunk-MQ63OBL2.js";
import {
  parse
} from "./chunk-NGGVVAK4.js";
import {
  commands
} from "./chunk-QO6EB2WJ.js";
import {
  objectAt,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/events.ts
var events = [
  "pull_request.opened",
  "pull_request.reopened",
  "pull_request.synchronize",
  "pull_request.ready_for_review",
  "pull_request.edited",
  "issue_comment.created",
  "check_run.requested_action",
  "merge_group.checks_requested",
  "push"
];

// src/shells/bot/arrival.ts
var wanted = new Set(events);
function isWanted(event, action) {
  return wanted.has(kindOf(event, action));
}
__name(isWanted, "isWanted");
function sort(webhook, repositories) {
  const { payload, event } = webhook;
  const kind = kindOf(event, textAt(payload, "action"));
  if (!wanted.has(kind)) return ignored(`${kind} means no work`);
  const repository = textAt(payload, "repository", "full_name")?.toLowerCase();
  if (repository === void 0 || !isServed(repository, repositories)) return ignored("the repository is not one of REPOSITORIES");
  if (typeof valueAt(payload, ["installation", "id"]) !== "number")
    return ignored("it was not sent to the App, but by a webhook of the repository");
  const line = lineOf(event, payload);
  if (typeof line === "object") return line;
  const { delivery, body, at } = webhook;
  return {
    kind: "work",
    arrival: { id: delivery, deed: deedOf(event, repository, payload), line: `${repository}${line}`, kind, body, at }
  };
}
__name(sort, "sort");
function kindOf(event, action) {
  return action === void 0 ? event : `${event}.${action}`;
}
__name(kindOf, "kindOf");
function ignored(why) {
  return { kind: "ignored", why };
}
__name(ignored, "ignored");
function isServed(repository, repositories) {
  return repositories.includes(repository) || repositories.includes(`${repository.split("/")[0]}/*`);
}
__name(isServed, "isServed");
function lineOf(event, payload) {
  switch (event) {
    case "pull_request":
      return pullRequestLine(payload);
    case "issue_comment":
      return commentLine(payload);
    case "check_run":
      return buttonLine(payload);
    case "push":
      return pushLine(payload);
    default:
      return ` ${textAt(payload, "merge_group", "head_ref") ?? ""}`;
  }
}
__name(lineOf, "lineOf");
function pullRequestLine(payload) {
  if (textAt(payload, "action") === "edited" && valueAt(payload, ["changes", "base"]) === void 0)
    return ignored("the base branch is the same");
  return `#${numberAt(payload, "pull_request", "number")}`;
}
__name(pullRequestLine, "pullRequestLine");
function pushLine(payload) {
  const branch = textAt(payload, "repository", "default_branch");
  const ref = textAt(payload, "ref");
  return branch !== void 0 && ref === `refs/heads/${branch}` ? ` ${ref}` : ignored("it is not a push to the default branch");
}
__name(pushLine, "pushLine");
function commentLine(payload) {
  if (objectAt(payload, "issue")["pull_request"] === void 0) return ignored("it is a comment on an issue");
  return commandsLine(textAt(payload, "comment", "body") ?? "", `#${numberAt(payload, "issue", "number")}`);
}
__name(commentLine, "commentLine");
function commandsLine(text, pull) {
  const { commands: asked, misread } = parse(text, { shortForm: true });
  if (asked.length + misread.length === 0) return ignored("it holds no command");
  const deed = asked.find(({ verb }) => commands[verb].does === "sets")?.verb;
  if (deed === "pause" || deed === "cancel") return `${pull} stop`;
  if (deed !== void 0) return `${pull} deeds`;
  return asked.some(({ verb }) => verb === "plan") ? pull : `${pull} questions`;
}
__name(commandsLine, "commandsLine");
function buttonLine(payload) {
  const press = pressIn(payload);
  if (press === void 0) return ignored("it is no button of ours");
  return commandsLine(press.command, `#${press.pull}`);
}
__name(buttonLine, "buttonLine");
function numberAt(payload, ...path) {
  const found = valueAt(payload, path);
  return typeof found === "number" ? found : 0;
}
__name(numberAt, "numberAt");
function deedOf(event, repository, payload) {
  return event === "issue_comment" ? `${repository} comment ${numberAt(payload, "comment", "id")}` : void 0;
}
__name(deedOf, "deedOf");

// src/shells/bot/looks.ts
var lookKind = "schedule";
async function planLooks({ app, queue, repositories, now, every }) {
  const at = now();
  const stretch = new Date(Math.floor(at / every) * every).toISOString();
  const given = await app.repositories([...new Set(repositories.map((name) => name.split("/")[0] ?? ""))]);
  let found = 0;
  for (const { owner, repo, installation, defaultBranch } of given) {
    const name = `${owner}/${repo}`.toLowerCase();
    if (!isServed(name, repositories)) continue;
    const body = JSON.stringify({
      repository: { full_name: `${owner}/${repo}`, default_branch: defaultBranch },
      installation: { id: installation }
    });
    const arrival = { id: `look ${name} ${stretch}`, deed: void 0, line: `${name} look`, kind: lookKind, body, at };
    if (await queue.accept(arrival) === "new") found += 1;
  }
  return found;
}
__name(planLooks, "planLooks");

// src/shells/bot/web.ts
function webOf(apiUrl) {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|.+\.ghe\.com$)/u, "")}`;
}
__name(webOf, "webOf");

export {
  events,
  isWanted,
  sort,
  lookKind,
  planLooks,
  webOf
};
