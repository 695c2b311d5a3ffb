import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { mergeGroupEvent, pullRequestEvent, pushEvent } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { openPull } from "../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { missing } from "./lab/index.ts";
import { programs } from "./lab/programs.ts";

/**
 * The shipped example workflows, run by `act` (github.com/nektos/act) against the loopback GitHub: no Docker, no network. Letter for letter but for one line: neither
 * act nor actionlint knows `concurrency.queue` yet, which GitHub has had since May 2026; what it may say is checked here.
 */

const root = join(import.meta.dirname, "../..");
const examples = join(root, "examples/workflows");
const why = missing("workflows");
const unknownYet = /^ +queue: max\n/mu;
const workflows = readdirSync(examples);

let github: LoopbackGitHub;
let folder: string;

beforeEach(async () => {
  github = await startGitHub();
  folder = mkdtempSync(join(tmpdir(), "isthmus-act-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await github.stop();
});

/** What a release holds: act copies the whole folder it is given. */
function release(): string {
  const target = mkdtempSync(join(folder, "release-"));
  copyFileSync(join(root, "action.yml"), join(target, "action.yml"));
  cpSync(join(root, "dist"), join(target, "dist"), { recursive: true });
  return target;
}

function repository(workflow: string): string {
  const target = mkdtempSync(join(folder, "repository-"));
  mkdirSync(join(target, ".github/workflows"), { recursive: true });
  writeFileSync(join(target, ".github/workflows/mesh.yml"), readFileSync(join(examples, workflow), "utf8").replace(unknownYet, ""));
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", target, "-c", "user.name=a", "-c", "user.email=a@b", ...args]);
  git("init", "--quiet");
  git("remote", "add", "origin", "https://github.com/shop/mesh.git");
  git("add", ".");
  git("commit", "--quiet", "--message=workflow");
  return target;
}

/**
 * Stand-ins for GitHub's own actions that keep artifacts, which need its service: with the inputs our workflows give them they copy to a folder and back. Under the commits the
 * workflow names.
 */
function artifactActions(workflow: string): readonly string[] {
  const kept = join(folder, "artifacts");
  const bodies = {
    upload: `test -f "\${{ inputs.path }}" && mkdir -p "${kept}" && cp "\${{ inputs.path }}" "${kept}/\${{ inputs.name }}"`,
    // Each file goes back under the name it had, which the artifact keeps: \`merge-multiple\` puts all of them into one folder.
    download: `mkdir -p "\${{ inputs.path }}" && for one in "${kept}"/isthmus-part-*; do cp "$one" "\${{ inputs.path }}/$(printf 'isthmus-part-%03d.json.gz' "\${one##*-}")"; done`,
  };
  return (["upload", "download"] as const).flatMap((kind) => {
    const named = new RegExp(`actions/${kind}-artifact@[0-9a-f]{40}`, "u").exec(workflow)?.[0];
    if (named === undefined) return [];
    const target = mkdtempSync(join(folder, `${kind}-`));
    const inputs = ["name", "path", "pattern", "merge-multiple", "if-no-files-found", "retention-days", "overwrite"];
    const declared = inputs.map((name) => `  ${name}: { description: ${name}, required: false }`).join("\n");
    const step = `    - { shell: bash, run: ${JSON.stringify(bodies[kind])} }`;
    writeFileSync(
      join(target, "action.yml"),
      `name: ${kind}\ndescription: ${kind}\ninputs:\n${declared}\nruns:\n  using: composite\n  steps:\n${step}\n`,
    );
    return [`--local-repository=${named}=${target}`];
  });
}

/** `started` is told the commit of the folder that act runs in, which it takes for the one that a schedule is of. */
function act(workflow: string, eventName: string, event: object, started: (commit: string) => void = () => {}): Promise<string> {
  const cwd = repository(workflow);
  started(execFileSync("git", ["-C", cwd, "rev-parse", "HEAD"], { encoding: "utf8" }).trim());
  writeFileSync(join(folder, "event.json"), JSON.stringify(event));
  const args = [
    eventName,
    "-P=ubuntu-latest=-self-hosted",
    "--action-offline-mode",
    // In a network of its own act finds no address to listen on.
    "--cache-server-addr=127.0.0.1",
    "--artifact-server-addr=127.0.0.1",
    `--eventpath=${join(folder, "event.json")}`,
    `--local-repository=isthmus-mesh/isthmus@v0.1.0=${release()}`,
    ...artifactActions(readFileSync(join(examples, workflow), "utf8")),
    `--secret=GITHUB_TOKEN=${github.state.token.value}`,
    ...(workflow === "schedule-shards.yml" ? [`--secret=ISTHMUS_PLAN_KEY=${"a".repeat(64)}`] : []),
    `--env=GITHUB_API_URL=${github.apiUrl}`,
    "--env=GITHUB_REPOSITORY=shop/mesh",
  ];
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder };
  return new Promise((done) => {
    execFile(programs()["act"] ?? "", args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => done(`${stdout}${stderr}`));
  });
}

describe.skipIf(why !== undefined)(`the example workflows by act${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  it.each([
    { workflow: "pull-request.yml", eventName: "pull_request_target" },
    { workflow: "pull-request-same-repo.yml", eventName: "pull_request" },
  ])("$workflow posts the comment and the check run", async ({ workflow, eventName }) => {
    const base = addCommit(github.state.objects, { "config/all/a.yaml": "{}\n" });
    const head = addCommit(github.state.objects, { "config/all/b.yaml": "{}\n" }, [base]);
    const log = await act(workflow, eventName, pullRequestEvent({ number: 412, base, head }));
    expect(log).toContain("[mesh-missing]");
    expect(log).not.toContain(github.state.token.value);
    expect(github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining(`head=${head}`)]);
    expect(github.state.checkRuns).toMatchObject([{ name: "isthmus / plan", headSha: head, conclusion: "failure" }]);
  });

  it("pull-request-shards.yml renders in a matrix of jobs and posts one comment, the same that one job posts", async () => {
    const base = addCommit(github.state.objects, shop);
    const head = addCommit(github.state.objects, scenario("traffic-split"), [base]);
    const event = pullRequestEvent({ number: 412, base, head });
    const log = await act("pull-request-shards.yml", "pull_request_target", event);
    expect(log).not.toContain(github.state.token.value);
    expect(log).toContain("3 clusters in 3 shards.");
    expect(log).not.toContain("these are unknown");
    const joined = github.state.comments.map(({ body }) => body);
    expect(joined).toEqual([expect.stringContaining(`head=${head}`)]);
    expect(github.state.checkRuns.find(({ name }) => name === "isthmus / plan")).toMatchObject({ headSha: head, conclusion: "success" });
    github.state.comments.length = 0;
    await act("pull-request.yml", "pull_request_target", event);
    expect(github.state.comments.map(({ body }) => body)).toEqual(joined);
  });

  it("commands.yml answers a comment, and starts nothing for chatter", async () => {
    const { state } = github;
    state.token = { ...state.token, permissions: { ...state.token.permissions, statuses: "read", deployments: "write" } };
    const ana = { login: "ana", type: "User", id: 7 } as const;
    state.people.set("ana", { id: 7, role: "write" });
    openPull(state, { number: 412, author: ana, base: shop, head: shop });
    const talk = await act(
      "commands.yml",
      "issue_comment",
      issueCommentEvent(addComment(state, { issue: 412, author: ana, body: "Well done!" })),
    );
    expect(talk).not.toContain("Isthmus reads");
    const log = await act(
      "commands.yml",
      "issue_comment",
      issueCommentEvent(addComment(state, { issue: 412, author: ana, body: "/help" })),
    );
    expect(log).not.toContain(state.token.value);
    expect(state.comments.map(({ body }) => body).at(-1)).toContain("What you may ask for here");
  });

  it("apply.yml is allowed to apply what was pushed, and says why it did not", async () => {
    github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write" } };
    const base = addCommit(github.state.objects, { "config/all/a.yaml": "{}\n" });
    const head = addCommit(github.state.objects, { "config/all/b.yaml": "{}\n" }, [base]);
    const log = await act("apply.yml", "push", pushEvent(base, head, "main"));
    expect(log).toContain("There is no mesh that could be read.");
    expect(log).not.toContain(github.state.token.value);
    expect(github.writes()).toEqual([]);
  });

  it("merge-queue.yml judges the queue's commit again", async () => {
    const base = addCommit(github.state.objects, { "config/all/a.yaml": "{}\n" });
    const head = addCommit(github.state.objects, { "config/all/b.yaml": "{}\n" }, [base]);
    const log = await act("merge-queue.yml", "merge_group", mergeGroupEvent(base, head));
    expect(log).not.toContain(github.state.token.value);
    expect(github.state.checkRuns).toMatchObject([{ name: "isthmus / plan", headSha: head, conclusion: "failure" }]);
  });

  // act gives the commit of its own folder, which the loopback GitHub does not have.
  it("schedule.yml asks for the commit it is started on, and says that it is not there", async () => {
    github.state.token = { ...github.state.token, permissions: { contents: "read" } };
    const log = await act("schedule.yml", "schedule", { schedule: "17 6 * * *", repository: { default_branch: "main" } });
    expect(log).toContain("[github-commit-hidden]");
    expect(log).not.toContain(github.state.token.value);
    expect(github.writes()).toEqual([]);
  });

  it("schedule-shards.yml cuts the mesh, looks in a matrix of jobs and joins: no cluster answers, so each is unknown, and none is called lost", async () => {
    const { state } = github;
    state.token = { ...state.token, permissions: { contents: "read", issues: "write" } };
    const event = { schedule: "17 6 * * *", repository: { default_branch: "main" } };
    const mesh = state.objects.commits.get(addCommit(state.objects, shop));
    const log = await act("schedule-shards.yml", "schedule", event, (commit) => {
      if (mesh !== undefined) state.objects.commits.set(commit, mesh);
    });
    expect(log).not.toContain(state.token.value);
    expect(log).toMatch(/3 clusters in \d shards\./u);
    expect(log).not.toContain("these are unknown");
    expect(log).toContain("Not everything could be read");
    expect(github.writes()).toEqual([]);
  });
});

describe.skipIf(why !== undefined)(`the workflows by actionlint${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  it.each([...workflows.map((name) => `examples/workflows/${name}`), ".github/workflows/ci.yml"])("%s is right", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const said = execFileSync(programs()["actionlint"] ?? "", ["-no-color", "-oneline", "-"], {
      input: text.replace(unknownYet, ""),
      encoding: "utf8",
    });
    expect(said).toBe("");
  });

  it.each(workflows)("%s asks for nothing GitHub refuses about waiting runs", (name) => {
    const { concurrency = {} } = load(readFileSync(join(examples, name), "utf8")) as { concurrency?: Record<string, unknown> };
    expect(["single", "max", undefined]).toContain(concurrency["queue"]);
    if (concurrency["queue"] === "max") expect(concurrency["cancel-in-progress"]).not.toBe(true);
  });
});
