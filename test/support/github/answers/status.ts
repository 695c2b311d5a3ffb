import { type Operation, page, refusal } from "../answer.ts";
import { exampleOf } from "../examples.ts";

/** What others said of a commit the older way; the newest of each context counts. */
export const getCombinedStatus: Operation = {
  permission: "statuses",
  access: "read",
  run(asked) {
    const { state, path, origin } = asked;
    const sha = path["ref"] ?? "";
    if (!state.objects.commits.has(sha)) return refusal(404, "Not Found");
    const newest = new Map(state.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]));
    const all = [...newest.values()];
    const has = (...wanted: readonly string[]): boolean => all.some((one) => wanted.includes(one.state));
    const repository = exampleOf("pull_request")["repository"] as object;
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/commits/${sha}`;
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/commits/${sha}/status`, all);
    const statuses = items.map((one, index) => ({
      url: `${url}/statuses`,
      avatar_url: null,
      id: index + 1,
      node_id: `SC_${index + 1}`,
      state: one.state,
      description: null,
      target_url: null,
      context: one.context,
      created_at: "2026-11-23T08:00:00Z",
      updated_at: "2026-11-23T08:00:00Z",
    }));
    const verdict = has("error", "failure") ? "failure" : all.length === 0 || has("pending") ? "pending" : "success";
    return {
      status: 200,
      headers,
      body: { state: verdict, statuses, sha, total_count: all.length, repository, commit_url: url, url: `${url}/status` },
    };
  },
};
