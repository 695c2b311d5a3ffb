import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pullRequestEvent, runJob } from "../support/github/job.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** What the Action does when something around it is not as it should be. The mesh is missing in most of these: that gives one finding, and quickly. */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let github: LoopbackGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  base = addCommit(github.state.objects, { "config/all/a.yaml": "{}\n" });
  head = addCommit(github.state.objects, { "config/all/b.yaml": "{}\n" }, [base]);
});
afterEach(() => github.stop());

interface Options {
  readonly inputs?: Record<string, string>;
  readonly isFork?: boolean;
  readonly eventName?: string;
  readonly env?: Record<string, string>;
  readonly workspace?: string;
}

function preview({ eventName = "pull_request_target", isFork = false, ...rest }: Options = {}) {
  return runJob({ github, eventName, event: pullRequestEvent({ number: 412, base, head, isFork }), ...rest });
}

function permit(permissions: Record<string, "read" | "write">): void {
  github.state.token = { ...github.state.token, permissions };
}

describe("a permission that is missing", () => {
  it("for the comment is named, and the verdict and the check run stay", async () => {
    permit({ contents: "read", checks: "write", "pull-requests": "read" });
    const { code, log, summary } = await preview();
    expect(code).toBe(1);
    for (const text of [log, summary]) expect(text).toContain("`pull-requests: write`");
    expect(github.state.checkRuns).toHaveLength(1);
  });

  it("for check runs is named, and findings become annotations of the job", async () => {
    permit({ contents: "read", "pull-requests": "write" });
    const { code, log, summary } = await preview();
    expect(code).toBe(1);
    for (const text of [log, summary]) expect(text).toContain("`checks: write`");
    expect(log).toMatch(/^::error title=mesh-missing/mu);
    expect(github.state.comments).toHaveLength(1);
  });

  it("for reading ends the run as a failure of the world, with the permission", async () => {
    permit({ checks: "write", "pull-requests": "write" });
    const { code, log, summary, outputs } = await preview();
    expect([code, outputs["decision"], outputs["reason-code"]]).toEqual([3, "unknown", "world_failed"]);
    for (const text of [log, summary]) expect(text).toContain("`contents: read`");
  });
});

describe("a fork", () => {
  it("under pull_request gets its report in the summary, and hears why not elsewhere", async () => {
    permit({ contents: "read", checks: "read", "pull-requests": "read" });
    const { code, log, summary } = await preview({ eventName: "pull_request", isFork: true });
    expect(code).toBe(1);
    expect(summary).toContain("The comment and the check runs could not be written.");
    expect(log).toContain("pull_request_target");
    expect(github.writes()).toEqual([]);
  });

  it("under pull_request_target gets what everybody gets", async () => {
    await preview({ isFork: true });
    expect([github.state.comments.length, github.state.checkRuns.length]).toEqual([1, 1]);
  });
});

describe("GitHub in trouble", () => {
  it("for a moment changes nothing: resets, failures and a secondary limit end in one comment and one check run", async () => {
    github.state.faults.push(
      { method: "GET", path: /trees/u, kind: "status-500", times: 1 },
      { method: "POST", path: /check-runs/u, kind: "reset-after", times: 1 },
      { method: "POST", path: /comments/u, kind: "secondary-limit", times: 1 },
    );
    expect((await preview()).code).toBe(1);
    expect([github.state.comments.length, github.state.checkRuns.length]).toEqual([1, 1]);
  });

  it("for long costs the comment, not the verdict", async () => {
    github.state.faults.push({ method: "POST", path: /comments/u, kind: "primary-limit", times: 99 });
    const { code, log } = await preview();
    expect(code).toBe(1);
    expect(log).toContain("The comment could not be written. GitHub limits this token");
  });

  it("with a commit it does not show is a failure of the world with a remedy", async () => {
    head = "f".repeat(40);
    const { code, summary } = await preview();
    expect(code).toBe(3);
    expect(summary).toContain("github-commit-hidden");
  });
});

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", ...args], { encoding: "utf8" }).trim();
}

describe("a clone on the runner", () => {
  const hasGit = (() => {
    try {
      return git(tmpdir(), "--version") !== "";
    } catch {
      return false;
    }
  })();

  it.skipIf(!hasGit)(
    "is read where it has the commit; a shallow one is filled from GitHub, and the working tree is not looked at (needs git)",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "isthmus-clone-"));
      git(folder, "init", "--quiet");
      writeFileSync(join(folder, "mesh.yaml"), "kind: Other\n");
      git(folder, "add", ".");
      git(folder, "commit", "--quiet", "--message=base");
      const local = git(folder, "rev-parse", "HEAD");
      writeFileSync(join(folder, "mesh.yaml"), "not even read: {{{\n");
      // GitHub knows the head only; the clone knows the base only.
      base = local;
      const { code, log } = await preview({ workspace: folder });
      rmSync(folder, { recursive: true });
      expect(code).toBe(1);
      expect(log).toContain(`Commit ${local.slice(0, 7)}: 1 files read from the local clone.`);
      expect(log).toContain(`Commit ${head.slice(0, 7)}: 1 files read from GitHub.`);
    },
  );
});

describe("wrong usage", () => {
  it.each([
    { inputs: { "fail-on": "errors" }, says: "Input `fail-on` is `errors`; it must be one of error, warning, never." },
    { inputs: { "check-run": "maybe" }, says: "Input `check-run` is `maybe`" },
    { inputs: { "working-directory": "../other" }, says: "it must be a folder inside the repository" },
    { inputs: { "github-token": "" }, says: "Input `github-token` is empty" },
  ])("$inputs ends with 2", async ({ inputs, says }) => {
    const { code, log, outputs } = await preview({ inputs });
    expect([code, outputs["reason-code"]]).toEqual([2, "wrong_usage"]);
    expect(log).toContain(says);
    expect(github.log).toEqual([]);
  });

  it("an event it is not for ends with 2, one that cannot be read with 3", async () => {
    expect((await preview({ eventName: "issues" })).code).toBe(2);
    expect((await preview({ env: { GITHUB_EVENT_PATH: "/nowhere.json" } })).code).toBe(3);
  });
});
