import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createProgram } from "../../src/shells/cli/program.ts";
import type { Terminal } from "../../src/shells/cli/terminal.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";

/** Whose words hold when a commit is compared with another: those of what is applied (decision 41), and of the base while it is only a proposal. */

// The chart engine starts.
vi.setConfig({ testTimeout: 60_000 });

const hasGit = spawnSync("git", ["--version"]).status === 0;

describe.skipIf(!hasGit)("a folder that reaches its cluster in another way than the commit before (skipped without git)", () => {
  let folder: string;
  let before: ApiServer;
  let now: ApiServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isthmus-governed-"));
    [before, now] = [await startApiServer({ name: "before", tls: true }), await startApiServer({ name: "now", tls: true })];
    writeFileSync(join(folder, "before.kubeconfig"), before.kubeconfig());
    writeFileSync(join(folder, "now.kubeconfig"), now.kubeconfig());
    writeFileSync(join(folder, "mesh.yaml"), mesh("before.kubeconfig"));
    const run = (...args: readonly string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@example.org", ...args]);
    run("init", "-q");
    run("add", "mesh.yaml");
    run("commit", "-qm", "first");
    writeFileSync(join(folder, "mesh.yaml"), mesh("now.kubeconfig"));
  });
  afterAll(async () => {
    await before?.stop();
    await now?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["apply", ["apply", "--base", "HEAD"], "now"],
    ["rollback", ["rollback", "--base", "HEAD", "--to", "HEAD"], "now"],
    ["a plan", ["plan", "--live", "--base", "HEAD"], "before"],
  ] as const)("%s asks the API server that it should", async (_, args, asked) => {
    const counts = () => ({ before: before.requests().length, now: now.requests().length });
    const then = counts();
    await createProgram(silent, () => {}).parseAsync([...args, "--folder", folder], { from: "user" });
    const since = { before: counts().before - then.before, now: counts().now - then.now };
    expect(since).toMatchObject(asked === "now" ? { before: 0, now: expect.any(Number) } : { before: expect.any(Number), now: 0 });
    expect(since[asked]).toBeGreaterThan(0);
  });
});

const silent: Terminal = {
  colour: false,
  width: 100,
  print: () => {},
  save: () => Promise.reject(new Error("nothing is saved")),
  tell: () => {},
  progress: (_, work) => work,
  region: () => undefined,
};

function mesh(kubeconfig: string): string {
  return `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec:
  topology: multi-primary
  istio: { revisions: [{ name: default, version: 1.31.0 }] }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec:
  role: primary
  network: east
  kubernetes: "1.35"
  access: { kubeconfig: { file: ${kubeconfig} } }
`;
}
