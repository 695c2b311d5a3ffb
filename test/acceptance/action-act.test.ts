import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { pullRequestEvent, pushEvent } from "../support/github/job.ts";
import { shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { openPull } from "../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** The shipped example workflows, letter for letter, run by `act` (github.com/nektos/act) against the loopback GitHub: no Docker, no network. */

vi.setConfig({ testTimeout: 300_000 });

const root = join(import.meta.dirname, "../..");
const onPath = (name: string): boolean => (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
const canRun = onPath("act") && onPath("git") && existsSync(join(root, "dist/action.js"));

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
  const target = join(folder, "release");
  mkdirSync(target);
  copyFileSync(join(root, "action.yml"), join(target, "action.yml"));
  cpSync(join(root, "dist"), join(target, "dist"), { recursive: true });
  return target;
}

function repository(workflow: string): string {
  const target = join(folder, "repository");
  mkdirSync(join(target, ".github/workflows"), { recursive: true });
  copyFileSync(join(root, "examples/workflows", workflow), join(target, ".github/workflows/mesh.yml"));
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", target, "-c", "user.name=a", "-c", "user.email=a@b", ...args]);
  git("init", "--quiet");
  git("remote", "add", "origin", "https://github.com/shop/mesh.git");
  git("add", ".");
  git("commit", "--quiet", "--message=workflow");
  return target;
}

function act(workflow: string, eventName: string, event: object): Promise<string> {
  const cwd = repository(workflow);
  writeFileSync(join(folder, "event.json"), JSON.stringify(event));
  const args = [
    eventName,
    "-P=ubuntu-latest=-self-hosted",
    "--action-offline-mode",
    `--eventpath=${join(folder, "event.json")}`,
    `--local-repository=isthmus-mesh/isthmus@v0.1.0=${release()}`,
    `--secret=GITHUB_TOKEN=${github.state.token.value}`,
    `--env=GITHUB_API_URL=${github.apiUrl}`,
    "--env=GITHUB_REPOSITORY=shop/mesh",
  ];
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder };
  return new Promise((done) => {
    execFile("act", args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => done(`${stdout}${stderr}`));
  });
}

describe.skipIf(!canRun)("by act (needs act and git on the PATH, and a built dist/)", () => {
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
});
