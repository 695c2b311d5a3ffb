import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createProgram } from "../../src/shells/cli/program.ts";
import type { Terminal } from "../../src/shells/cli/terminal.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";

// The chart engine starts.
vi.setConfig({ testTimeout: 60_000 });

/** `plan --live` is what a person looks at before `apply`: it must not look ready where that refuses. */
describe("a plan against a cluster, of a mesh with a mistake in it", () => {
  let folder: string;
  let server: ApiServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isthmus-plan-live-"));
    server = await startApiServer({ name: "east", tls: true });
    writeFileSync(join(folder, "east.kubeconfig"), server.kubeconfig());
    writeFileSync(join(folder, "mesh.yaml"), mesh);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [[], 1],
    [["--fail-on", "never"], 0],
  ] as const)("with flags %j ends with %d, as without --live", async (flags, code) => {
    for (const live of [["--live"], []]) {
      const told: string[] = [];
      const codes: number[] = [];
      const program = createProgram({ ...silent, tell: (line) => void told.push(line) }, (given) => codes.push(given));
      await program.parseAsync(["plan", ...live, ...flags, "--folder", folder], { from: "user" });
      expect([live, codes, told.some((line) => line.includes("isthmus validate"))]).toEqual([live, [code], code === 1]);
    }
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

const mesh = `apiVersion: isthmus.dev/v1alpha1
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
  network: net-east
  kubernetes: "1.35"
  nonsense: true
  access: { kubeconfig: { file: east.kubeconfig } }
`;
