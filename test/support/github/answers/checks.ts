import { type Asked, invalid, type Operation, page, refusal } from "../answer.ts";
import { type Annotation, type CheckAction, type CheckRun, type State, stamp, tick } from "../state.ts";
import { app } from "./apps.ts";

const longestText = 65_535;
const mostAnnotations = 50;

interface Output {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly annotations?: readonly Annotation[];
}

export const createCheckRun: Operation = {
  permission: "checks",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const headSha = String(body["head_sha"]);
    if (!state.objects.commits.has(headSha)) return invalid("CheckRun", "head_sha", `No commit found for SHA: ${headSha}`);
    const refused = refuseOutput(body);
    if (refused) return refused;
    const run: CheckRun = {
      id: state.nextId++,
      headSha,
      app: state.token.app,
      name: String(body["name"]),
      externalId: null,
      status: "queued",
      conclusion: null,
      title: null,
      summary: null,
      text: null,
      annotations: [],
      actions: [],
      startedAt: tick(state),
    };
    state.checkRuns.push(run);
    change(state, run, body);
    return { status: 201, body: shown(asked, run) };
  },
};

export const updateCheckRun: Operation = {
  permission: "checks",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const run = state.checkRuns.find((candidate) => candidate.id === Number(path["check_run_id"]));
    if (!run) return refusal(404, "Not Found");
    if (run.app !== state.token.app)
      return refusal(403, `Invalid app_id \`15368\` - check run can only be modified by the GitHub App that created it.`);
    const refused = refuseOutput(body);
    if (refused) return refused;
    change(state, run, body);
    return { status: 200, body: shown(asked, run) };
  },
};

export const getCheckRun: Operation = {
  permission: "checks",
  access: "read",
  run(asked) {
    const run = asked.state.checkRuns.find(({ id }) => id === Number(asked.path["check_run_id"]));
    return run ? { status: 200, body: shown(asked, run) } : refusal(404, "Not Found");
  },
};

export const listCheckRuns: Operation = {
  permission: "checks",
  access: "read",
  run(asked) {
    const { state, path, query } = asked;
    const found = state.checkRuns
      .filter((run) => run.headSha === path["ref"] && (query.get("check_name") ?? run.name) === run.name)
      .filter((run, index, runs) => query.get("filter") === "all" || !runs.slice(index + 1).some((later) => sameRun(later, run)))
      .toReversed();
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/commits/${path["ref"]}/check-runs`, found);
    return { status: 200, headers, body: { total_count: found.length, check_runs: items.map((run) => shown(asked, run)) } };
  },
};

function sameRun(a: CheckRun, b: CheckRun): boolean {
  return a.name === b.name && a.app === b.app;
}

function outputOf(body: Asked["body"]): Output {
  return (body["output"] ?? {}) as Output;
}

function refuseOutput(body: Asked["body"]) {
  const { summary = "", text = "", annotations = [] } = outputOf(body);
  if (summary.length > longestText || text.length > longestText)
    return invalid("CheckRun", "output", "is too long (maximum is 65535 characters)");
  if (annotations.length > mostAnnotations) return invalid("CheckRun", "annotations", "exceeds a maximum quantity of 50");
  const bad = annotations.find((entry) => entry.start_line < 1 || entry.end_line < entry.start_line || entry.path.startsWith("/"));
  if (bad) return invalid("CheckRun", "annotations", `cannot be placed at ${bad.path}:${bad.start_line}`);
  if (body["status"] === "completed" && body["conclusion"] === undefined) return invalid("CheckRun", "conclusion", "is missing");
  return undefined;
}

function change(state: State, run: CheckRun, body: Asked["body"]): void {
  // Whoever may write check runs may also say when they were completed.
  if (body["status"] === "completed")
    run.completedAt = body["completed_at"] === undefined ? tick(state) : Date.parse(String(body["completed_at"]));
  const { title, summary, text, annotations = [] } = outputOf(body);
  run.name = String(body["name"] ?? run.name);
  run.externalId = body["external_id"] === undefined ? run.externalId : String(body["external_id"]);
  run.status = String(body["status"] ?? run.status);
  run.conclusion = body["conclusion"] === undefined ? run.conclusion : String(body["conclusion"]);
  run.title = title ?? run.title;
  run.summary = summary ?? run.summary;
  run.text = text ?? run.text;
  if (Array.isArray(body["actions"])) run.actions = body["actions"] as readonly CheckAction[];
  // GitHub appends: an update never takes an annotation away.
  run.annotations.push(...annotations);
}

/** A check run of somebody else, there before the test began. */
export function addCheckRun(
  state: State,
  run: Pick<CheckRun, "headSha" | "app" | "name" | "externalId"> & Partial<Pick<CheckRun, "status" | "conclusion" | "text">>,
): CheckRun {
  const made: CheckRun = {
    status: "completed",
    conclusion: "success",
    title: "t",
    summary: "s",
    text: null,
    annotations: [],
    actions: [],
    ...run,
    id: state.nextId++,
    startedAt: tick(state),
    completedAt: tick(state),
  };
  state.checkRuns.push(made);
  return made;
}

function shown({ origin, path }: Asked, run: CheckRun): object {
  const url = `${origin}/repos/${path["owner"]}/${path["repo"]}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    name: run.name,
    external_id: run.externalId,
    url,
    html_url: `https://github.com/shop/mesh/runs/${run.id}`,
    details_url: `https://github.com/shop/mesh/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: stamp(run.startedAt ?? 0),
    completed_at: run.status === "completed" ? stamp(run.completedAt ?? 0) : null,
    check_suite: { id: 5 },
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app: app(origin, run.app),
    pull_requests: [],
  };
}
