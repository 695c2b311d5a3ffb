/** Events that mean work, with their actions; a push has none. */
export const events = [
  "pull_request.opened",
  "pull_request.reopened",
  "pull_request.synchronize",
  "pull_request.ready_for_review",
  "pull_request.edited",
  "issue_comment.created",
  "check_run.requested_action",
  "merge_group.checks_requested",
  "push",
] as const;
