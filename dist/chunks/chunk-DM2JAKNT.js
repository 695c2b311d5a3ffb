import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);

// src/shells/bot/events.ts
var events = [
  "pull_request.opened",
  "pull_request.reopened",
  "pull_request.synchronize",
  "pull_request.ready_for_review",
  "pull_request.edited",
  "issue_comment.created",
  "merge_group.checks_requested",
  "push"
];

export {
  events
};
