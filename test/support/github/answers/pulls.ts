import { type Asked, invalid, type Operation, page, refusal } from "../answer.ts";
import { exampleOf } from "../examples.ts";
import { history } from "../objects.ts";
import { type Author, type Pull, type Review, type State, stamp, tick } from "../state.ts";
import { shownCommit } from "./git.ts";
import { speaker, user } from "./people.ts";

export const getPull: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const pull = pullOf(asked);
    return pull === undefined ? refusal(404, "Not Found") : { status: 200, body: shown(asked, pull) };
  },
};

export const listPulls: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const { state, path, query } = asked;
    const wanted = query.get("state") ?? "open";
    const head = query.get("head");
    const found = [...state.pulls.values()]
      .filter((pull) => wanted === "all" || wanted === pull.state)
      .filter((pull) => head === null || head === `${pull.isFork ? "mallory" : state.owner}:${pull.branch ?? "change"}`)
      .toReversed();
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/pulls`, found);
    return { status: 200, headers, body: items.map((pull) => shown(asked, pull)) };
  },
};

export const createPull: Operation = {
  permission: "pull-requests",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const {
      title,
      head: branch,
      base,
      body: text,
    } = body as { readonly title: string; readonly head: string; readonly base: string; readonly body: string };
    const [head, tip] = [state.refs.get(`refs/heads/${branch}`), state.refs.get(`refs/heads/${base}`)];
    if (head === undefined || tip === undefined) return invalid("PullRequest", "head", "head is invalid");
    if (head === tip) return invalid("PullRequest", "base", `No commits between ${base} and ${branch}`);
    const isThere = [...state.pulls.values()].some((pull) => pull.state === "open" && pull.branch === branch);
    if (isThere) return invalid("PullRequest", "head", `A pull request already exists for ${state.owner}:${branch}.`);
    const number = Math.max(0, ...state.pulls.keys()) + 1;
    const rest = { isFork: false, isDraft: false, state: "open", mergeCommit: undefined, reviews: [] } as const;
    const pull: Pull = { ...rest, reviews: [], number, author: speaker(state), head, base: tip, branch, title, body: text };
    state.pulls.set(number, pull);
    state.refs.set(`refs/pull/${number}/head`, head);
    return { status: 201, body: shown(asked, pull) };
  },
};

export const updatePull: Operation = {
  permission: "pull-requests",
  access: "write",
  run(asked) {
    const pull = pullOf(asked);
    if (pull === undefined) return refusal(404, "Not Found");
    const { title, body, state } = asked.body as { readonly title?: string; readonly body?: string; readonly state?: Pull["state"] };
    Object.assign(pull, {
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(state === undefined ? {} : { state }),
    });
    return { status: 200, body: shown(asked, pull) };
  },
};

/** The pull requests that brought a commit: by its merge, or by holding it. */
export const listPullsOfCommit: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const { state, path } = asked;
    const sha = path["commit_sha"] ?? "";
    if (!state.objects.commits.has(sha)) return refusal(422, `No commit found for SHA: ${sha}`);
    const holds = ({ head, base }: Pull): boolean =>
      history(state.objects, head).includes(sha) && !history(state.objects, base).includes(sha);
    const found = [...state.pulls.values()].filter((pull) => pull.mergeCommit === sha || holds(pull));
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/commits/${sha}/pulls`, found);
    return { status: 200, headers, body: items.map((pull) => shown(asked, pull)) };
  },
};

/** Oldest first, one for each time somebody reviewed: who asks for approvals has to take each person's last word. */
export const listReviews: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const pull = pullOf(asked);
    if (pull === undefined) return refusal(404, "Not Found");
    const { path } = asked;
    const url = `/repos/${path["owner"]}/${path["repo"]}/pulls/${pull.number}/reviews`;
    const { items, headers } = page(asked, url, pull.reviews);
    return { status: 200, headers, body: items.map((review) => shownReview(asked, pull, review)) };
  },
};

/** The first 250 commits, oldest first; GitHub gives no more here. */
export const listPullCommits: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const pull = pullOf(asked);
    if (pull === undefined) return refusal(404, "Not Found");
    const { path, state } = asked;
    const url = `/repos/${path["owner"]}/${path["repo"]}/pulls/${pull.number}/commits`;
    const { items, headers } = page(asked, url, commitsOf(state, pull).slice(0, 250));
    return { status: 200, headers, body: items.map((sha) => shownCommit(asked, sha)) };
  },
};

function commitsOf({ objects }: State, { head, base }: Pull): readonly string[] {
  const before = new Set(history(objects, base));
  return history(objects, head)
    .filter((sha) => !before.has(sha))
    .toReversed();
}

/** Somebody reviews, now, the head as it is unless another commit is named. */
export function addReview(
  state: State,
  number: number,
  { author, verdict, commit }: { readonly author: Author; readonly verdict: Review["verdict"]; readonly commit?: string },
): Review {
  const pull = state.pulls.get(number);
  if (pull === undefined) throw new Error(`the loopback GitHub has no pull request ${number}`);
  const review: Review = { id: state.nextId++, author, verdict, commit: commit ?? pull.head, at: tick(state) };
  pull.reviews.push(review);
  return review;
}

function pullOf({ state, path }: Asked): Pull | undefined {
  return state.pulls.get(Number(path["pull_number"]));
}

type Part = Readonly<Record<string, unknown>>;

/** GitHub's example with this pull request's facts. */
function shown({ origin, state }: Asked, pull: Pull): object {
  const seed = exampleOf("pull_request")["pull_request"] as Part;
  const side = (name: "head" | "base", sha: string, ref: string, owner: string): object => {
    const example = seed[name] as Part;
    const id = owner === state.owner ? 1 : 2;
    const whose = { id, name: state.repo, full_name: `${owner}/${state.repo}`, owner: user(origin, { login: owner, type: "User", id }) };
    const repo = { ...(example["repo"] as Part), ...whose, private: !state.isPublic };
    return { ...example, sha, ref, label: `${owner}:${ref}`, repo };
  };
  return {
    ...seed,
    id: pull.number,
    number: pull.number,
    title: pull.title ?? "change",
    body: pull.body ?? null,
    state: pull.state,
    draft: pull.isDraft,
    merged: pull.mergeCommit !== undefined,
    merge_commit_sha: pull.mergeCommit ?? null,
    merged_at: pull.mergeCommit === undefined ? null : "2026-11-23T08:00:00Z",
    merged_by: pull.mergeCommit === undefined ? null : user(origin, pull.mergedBy ?? pull.author),
    commits: commitsOf(state, pull).length,
    mergeable: true,
    mergeable_state: "clean",
    user: user(origin, pull.author),
    author_association: "CONTRIBUTOR",
    auto_merge: null,
    head: side("head", pull.head, pull.branch ?? "change", pull.isFork ? "mallory" : state.owner),
    base: side("base", pull.base, "main", state.owner),
  };
}

function shownReview({ origin, path, state }: Asked, { number }: Pull, { id, author, verdict, commit, at }: Review): object {
  const pull = `${origin}/repos/${path["owner"]}/${path["repo"]}/pulls/${number}`;
  const html = `https://github.com/${state.owner}/${state.repo}/pull/${number}#pullrequestreview-${id}`;
  return {
    id,
    node_id: `PRR_${id}`,
    user: user(origin, author),
    body: "",
    state: verdict,
    html_url: html,
    pull_request_url: pull,
    author_association: "MEMBER",
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: stamp(at ?? Date.UTC(2026, 10, 23, 8, 0)),
    commit_id: commit,
  };
}
