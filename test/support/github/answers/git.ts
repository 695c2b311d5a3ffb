import { type Asked, type Operation, page, refusal } from "../answer.ts";
import { history, listRecursively, mergeBase, type TreeItem } from "../objects.ts";
import type { Author } from "../state.ts";
import { user } from "./people.ts";

export const getCommit: Operation = {
  permission: "contents",
  access: "read",
  run(asked) {
    const ref = asked.path["ref"] ?? "";
    const { refs, objects } = asked.state;
    const sha = refs.get(`refs/heads/${ref}`) ?? refs.get(`refs/tags/${ref}`) ?? refs.get(`refs/${ref}`) ?? ref;
    if (!objects.commits.has(sha)) return refusal(422, `No commit found for SHA: ${ref}`);
    return { status: 200, body: shownCommit(asked, sha) };
  },
};

export const getTree: Operation = {
  permission: "contents",
  access: "read",
  run({ state, path, query, origin }) {
    const asked = path["tree_sha"] ?? "";
    const sha = state.objects.commits.get(asked)?.tree ?? asked;
    if (!state.objects.trees.has(sha)) return refusal(404, "Not Found");
    const all = query.has("recursive") ? listRecursively(state.objects, sha) : (state.objects.trees.get(sha) ?? []);
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/git`;
    return {
      status: 200,
      body: {
        sha,
        url: `${url}/trees/${sha}`,
        truncated: all.length > state.treeLimit,
        tree: all.slice(0, state.treeLimit).map((item) => shownItem(url, item)),
      },
    };
  },
};

function shownItem(url: string, item: TreeItem): object {
  // GitHub gives a submodule neither a size nor an address.
  return item.type === "commit" ? item : { ...item, url: `${url}/${item.type}s/${item.sha}` };
}

export const getBlob: Operation = {
  permission: "contents",
  access: "read",
  run({ state, path, origin }) {
    const sha = path["file_sha"] ?? "";
    const bytes = state.objects.blobs.get(sha);
    if (!bytes) return refusal(404, "Not Found");
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/git/blobs/${sha}`;
    // GitHub breaks base64 into lines of 60.
    const content = bytes.toString("base64").replace(/(.{60})/gu, "$1\n");
    return { status: 200, body: { sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: "base64" } };
  },
};

export const getRef: Operation = {
  permission: "contents",
  access: "read",
  run({ state, path, origin }) {
    const ref = `refs/${path["ref"]}`;
    const sha = state.refs.get(ref);
    if (sha === undefined) return refusal(404, "Not Found");
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/git`;
    return {
      status: 200,
      body: { ref, node_id: "R_1", url: `${url}/${ref}`, object: { type: "commit", sha, url: `${url}/commits/${sha}` } },
    };
  },
};

export const compareCommits: Operation = {
  permission: "contents",
  access: "read",
  run(asked) {
    const { state, path, origin } = asked;
    const [base = "", head = ""] = (path["basehead"] ?? "").split("...");
    const shared = state.objects.commits.has(base) && state.objects.commits.has(head) ? mergeBase(state.objects, base, head) : undefined;
    if (shared === undefined) return refusal(404, "Not Found");
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
    const before = history(state.objects, base);
    const ahead = history(state.objects, head).filter((commit) => !before.includes(commit));
    const behind = before.filter((commit) => !history(state.objects, head).includes(commit));
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/compare/${path["basehead"]}`, ahead.toReversed());
    return {
      status: 200,
      headers,
      body: {
        url: `${url}/compare/${base}...${head}`,
        html_url: url,
        permalink_url: url,
        diff_url: `${url}.diff`,
        patch_url: `${url}.patch`,
        base_commit: shownCommit(asked, base),
        merge_base_commit: shownCommit(asked, shared),
        status: ahead.length > 0 ? (behind.length > 0 ? "diverged" : "ahead") : behind.length > 0 ? "behind" : "identical",
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: items.map((commit) => shownCommit(asked, commit)),
        files: [],
      },
    };
  },
};

/** Everything that moved branches, newest first, and who did it. */
export const listActivity: Operation = {
  permission: "contents",
  access: "read",
  run(asked) {
    const { state, path, query, origin } = asked;
    const wanted = query.get("ref");
    const found = state.activity.filter(({ ref }) => wanted === null || ref === wanted || ref === `refs/heads/${wanted}`).toReversed();
    // A list with cursors instead of numbers: only the link of an answer leads to the next one.
    const size = Math.min(Number(query.get("per_page") ?? 30), 100);
    const from = Number(query.get("after") ?? 0);
    const others = new URLSearchParams(query);
    others.set("after", String(from + size));
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/activity?${others}`;
    const headers: Record<string, string> = from + size < found.length ? { link: `<${url}>; rel="next"` } : {};
    const shown = found.slice(from, from + size).map(({ ref, before, after, kind, actor }, index) => ({
      id: index + 1,
      node_id: `PSH_${index + 1}`,
      before,
      after,
      ref,
      timestamp: "2026-11-23T08:00:00Z",
      activity_type: kind,
      actor: actor === undefined ? null : user(origin, actor),
    }));
    return { status: 200, headers, body: shown };
  },
};

/** A commit as the API shows one; who made it is what the commit itself says. */
export function shownCommit({ state, path, origin }: Asked, sha: string): object {
  const url = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
  const { tree = "", parents = [], message = "change" } = state.objects.commits.get(sha) ?? {};
  const person = { name: "Ana", email: "ana@example.com", date: "2026-11-20T08:00:00Z" };
  const ana: Author = { login: "ana", type: "User", id: 7 };
  const { author, committer } = state.credits.get(sha) ?? { author: ana, committer: ana };
  const shownAs = (one: Author | undefined): object | null => (one === undefined ? null : user(origin, one));
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${url}/commits/${sha}`,
    html_url: `${url}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      url: `${url}/git/commits/${sha}`,
      author: person,
      committer: person,
      message,
      comment_count: 0,
      tree: { sha: tree, url: `${url}/git/trees/${tree}` },
    },
    author: shownAs(author),
    committer: shownAs(committer),
    parents: parents.map((parent) => ({ sha: parent, url: `${url}/commits/${parent}`, html_url: `${url}/commit/${parent}` })),
  };
}
