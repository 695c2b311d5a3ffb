import { type Answer, type Asked, type Operation, refusal } from "../answer.ts";
import { exampleOf } from "../examples.ts";
import { history, listRecursively, putBlob, putCommit, putTree, type TreeItem } from "../objects.ts";
import { type Activity, stamp, tick } from "../state.ts";
import { getTree } from "./git.ts";
import { speaker, user } from "./people.ts";

/** Writing through GitHub's object store: trees, commits and branches, without a clone. */

export const getRepository: Operation = {
  permission: "metadata",
  access: "read",
  run({ state, origin }) {
    const seed = exampleOf("pull_request")["pull_request"] as { readonly base: { readonly repo: object } };
    const { owner, repo: name } = state;
    const whose = { id: 1, name, full_name: `${owner}/${name}`, owner: user(origin, { login: owner, type: "User", id: 1 }) };
    const counts = { network_count: 0, subscribers_count: 0, has_discussions: false };
    return { status: 200, body: { ...seed.base.repo, ...whose, ...counts, private: !state.isPublic, default_branch: "main" } };
  },
};

export const createTree: Operation = {
  permission: "contents",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const base = String(body["base_tree"] ?? "");
    if (base !== "" && !state.objects.trees.has(base)) return refusal(404, "Not Found");
    const kept = base === "" ? [] : listRecursively(state.objects, base).filter(({ type }) => type !== "tree");
    const given = (body["tree"] as readonly { readonly path: string; readonly mode: string; readonly content: string }[]).map(
      ({ path, mode, content }): TreeItem => ({ path, mode, type: "blob", ...putBlob(state.objects, content) }),
    );
    const paths = new Set(given.map(({ path }) => path));
    const sha = putTree(state.objects, [...kept.filter(({ path }) => !paths.has(path)), ...given]);
    return { status: 201, body: getTree.run({ ...asked, path: { ...asked.path, tree_sha: sha }, query: new URLSearchParams() }).body };
  },
};

export const createCommit: Operation = {
  permission: "contents",
  access: "write",
  run({ state, body, path, origin }) {
    const [tree, message, parents] = [String(body["tree"]), String(body["message"]), (body["parents"] ?? []) as readonly string[]];
    if (!state.objects.trees.has(tree)) return refusal(404, "Not Found");
    const sha = putCommit(state.objects, { tree, parents, message });
    const me = speaker(state);
    state.credits.set(sha, { author: me, committer: me });
    const url = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
    const person = { name: me.login, email: "bot@example.com", date: stamp(tick(state)) };
    const verification = { verified: true, reason: "valid", signature: null, payload: null, verified_at: null };
    const at = (id: string) => ({ sha: id, url: `${url}/git/commits/${id}`, html_url: `${url}/commit/${id}` });
    return {
      status: 201,
      body: {
        ...at(sha),
        node_id: `C_${sha}`,
        author: person,
        committer: person,
        message,
        tree: { sha: tree, url: `${url}/git/trees/${tree}` },
        parents: parents.map(at),
        verification,
      },
    };
  },
};

export const createRef: Operation = {
  permission: "contents",
  access: "write",
  run(asked) {
    const { ref, sha } = asked.body as { readonly ref: string; readonly sha: string };
    if (asked.state.refs.has(ref)) return refusal(422, "Reference already exists");
    if (!asked.state.objects.commits.has(sha)) return refusal(422, "Object does not exist");
    return { ...moved(asked, { ref, sha, kind: "branch_creation" }), status: 201 };
  },
};

export const updateRef: Operation = {
  permission: "contents",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const ref = `refs/${path["ref"]}`;
    const [before, sha] = [state.refs.get(ref), String(body["sha"])];
    if (before === undefined) return refusal(422, "Reference does not exist");
    const isForward = history(state.objects, sha).includes(before);
    if (!isForward && body["force"] !== true) return refusal(422, "Update is not a fast forward");
    return moved(asked, { ref, sha, kind: isForward ? "push" : "force_push" });
  },
};

export const deleteRef: Operation = {
  permission: "contents",
  access: "write",
  run(asked) {
    const { state, path } = asked;
    const ref = `refs/${path["ref"]}`;
    const before = state.refs.get(ref);
    if (before === undefined) return refusal(422, "Reference does not exist");
    state.refs.delete(ref);
    state.activity.push({ ref, before, after: "0".repeat(40), kind: "branch_deletion", actor: speaker(state) });
    return { status: 204, body: undefined };
  },
};

/** The branch is there, and pull requests from it see it. */
function moved(
  { state, path, origin }: Asked,
  { ref, sha, kind }: { readonly ref: string; readonly sha: string; readonly kind: Activity["kind"] },
): Answer {
  state.activity.push({ ref, before: state.refs.get(ref) ?? "0".repeat(40), after: sha, kind, actor: speaker(state) });
  state.refs.set(ref, sha);
  for (const pull of state.pulls.values()) {
    if (pull.state !== "open" || `refs/heads/${pull.branch}` !== ref) continue;
    pull.head = sha;
    state.refs.set(`refs/pull/${pull.number}/head`, sha);
  }
  const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/git`;
  return {
    status: 200,
    body: { ref, node_id: "R_1", url: `${url}/${ref}`, object: { type: "commit", sha, url: `${url}/commits/${sha}` } },
  };
}
