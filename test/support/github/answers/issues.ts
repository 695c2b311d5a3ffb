import { type Answer, type Asked, invalid, type Operation, page, refusal } from "../answer.ts";
import { type Author, type Issue, type State, stamp, tick } from "../state.ts";
import { speaker, user } from "./people.ts";

const longestTitle = 256;
const longestBody = 65_536;

/** Newest first, as GitHub sorts them unless asked otherwise. */
export const listIssues: Operation = {
  permission: "issues",
  access: "read",
  run(asked) {
    const { state, path, query } = asked;
    const [creator, wanted] = [query.get("creator"), query.get("state") ?? "open"];
    const found = state.issues
      .filter((issue) => (creator === null || issue.author.login === creator) && (wanted === "all" || issue.state === wanted))
      .toReversed();
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/issues`, found);
    return { status: 200, headers, body: items.map((issue) => shown(asked, issue)) };
  },
};

export const createIssue: Operation = {
  permission: "issues",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const [title, text] = [String(body["title"]), String(body["body"] ?? "")];
    const refused = refuse(title, text);
    if (refused) return refused;
    return { status: 201, body: shown(asked, addIssue(state, { author: speaker(state), title, body: text })) };
  },
};

export const updateIssue: Operation = {
  permission: "issues",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const issue = state.issues.find(({ number }) => number === Number(path["issue_number"]));
    if (!issue) return refusal(404, "Not Found");
    const [title, text] = [String(body["title"] ?? issue.title), String(body["body"] ?? issue.body)];
    const refused = refuse(title, text);
    if (refused) return refused;
    Object.assign(issue, { title, body: text, writes: issue.writes + 1 });
    if (body["state"] === "open" || body["state"] === "closed") issue.state = body["state"];
    return { status: 200, body: shown(asked, issue) };
  },
};

function refuse(title: string, body: string): Answer | undefined {
  if (title.trim() === "") return invalid("Issue", "title", "title can't be blank");
  if ([...title].length > longestTitle) return invalid("Issue", "title", `title is too long (maximum is ${longestTitle} characters)`);
  return [...body].length > longestBody ? invalid("Issue", "body", `body is too long (maximum is ${longestBody} characters)`) : undefined;
}

/** Puts an issue there as if it had been written before the test began. */
export function addIssue(state: State, issue: { readonly author: Author; readonly title: string; readonly body: string }): Issue {
  const made: Issue = { ...issue, number: state.nextId++, state: "open", writes: 1, createdAt: tick(state) };
  state.issues.push(made);
  return made;
}

function shown({ origin, path }: Asked, issue: Issue): object {
  const repository = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
  const url = `${repository}/issues/${issue.number}`;
  return {
    id: issue.number,
    node_id: `I_${issue.number}`,
    number: issue.number,
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `https://github.com/${path["owner"]}/${path["repo"]}/issues/${issue.number}`,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    user: user(origin, issue.author),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: issue.state === "closed" ? stamp(issue.createdAt) : null,
    created_at: stamp(issue.createdAt),
    updated_at: stamp(issue.createdAt),
    author_association: "NONE",
  };
}
