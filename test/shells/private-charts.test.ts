import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { secretsIn } from "../../src/shells/action/inputs.ts";
import { createProgram } from "../../src/shells/cli/program.ts";
import type { Terminal } from "../../src/shells/cli/terminal.ts";
import { UsageError } from "../../src/shells/run.ts";
import { type ChartServer, startChartServer } from "../support/chart-server.ts";

/** From what a person sets to a chart behind a login, by way of the command that needs nothing but charts. */

const chart = (name: string): Pick<Chart, "name" | "version" | "files"> => ({
  name,
  version: "1.31.0",
  files: new Map([["Chart.yaml", `apiVersion: v2\nname: ${name}\nversion: 1.31.0\n`]]),
});
const auth = Buffer.from("robot:canary-pw").toString("base64");

describe.each(["repository", "oci"] as const)("a private source of kind %s", (kind) => {
  const home = mkdtempSync(join(tmpdir(), "isthmus-private-"));
  const said: string[] = [];
  let server: ChartServer;
  beforeAll(async () => {
    server = await startChartServer([chart("base"), chart("istiod")], {
      user: "robot",
      password: "canary-pw",
      by: kind === "oci" ? "bearer" : "basic",
    });
    const source = kind === "oci" ? `oci://${server.host}/istio/charts` : `http://${server.host}/charts`;
    writeFileSync(join(home, "mesh.yaml"), mesh(`{ ${kind}: "${source}" }`));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    said.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function lock(env: Readonly<Record<string, string>>): Promise<number> {
    const nowhere = join(home, "nowhere");
    for (const [name, value] of Object.entries({
      HOME: nowhere,
      DOCKER_CONFIG: nowhere,
      HELM_REGISTRY_CONFIG: nowhere,
      ISTHMUS_CHART_LOGINS: "",
      ...env,
    }))
      vi.stubEnv(name, value);
    let code = -1;
    const terminal: Terminal = { ...silent, tell: (line) => void said.push(line), save: async (_, text) => void said.push(text) };
    await createProgram(terminal, (ended) => void (code = ended)).parseAsync(["lock", "--folder", home], { from: "user" });
    return code;
  }

  it("is locked with the login in ISTHMUS_CHART_LOGINS", async () => {
    expect(await lock({ ISTHMUS_CHART_LOGINS: `other.example u p\n${server.host} robot canary-pw` })).toBe(0);
    expect(said.join("\n")).toMatch(/name: base\n[\s\S]*name: istiod\n/u);
    expect(said.join("\n")).not.toContain("canary");
  });

  it("is locked with the login that `docker login` left", async () => {
    const folder = join(home, "docker");
    mkdirSync(folder);
    writeFileSync(join(folder, "config.json"), JSON.stringify({ auths: { [server.host]: { auth } } }));
    expect(await lock({ DOCKER_CONFIG: folder })).toBe(0);
  });

  it("is one problem without, with what to do", async () => {
    expect(await lock({})).toBe(3);
    expect(said).toEqual([
      expect.stringMatching(
        /^Could not fetch charts base and istiod 1\.31\.0 .*answered 401, and no login is given for .*ISTHMUS_CHART_LOGINS.*\[chart-login-needed\]$/u,
      ),
    ]);
  });

  it("is wrong usage where the variable is", async () => {
    await expect(lock({ ISTHMUS_CHART_LOGINS: "canary" })).rejects.toThrow(UsageError);
    await expect(lock({ ISTHMUS_CHART_LOGINS: "canary" })).rejects.toThrow(/^ISTHMUS_CHART_LOGINS, line 1: (?!.*canary)/u);
  });
});

it("the Action's log is kept clean of passwords, as they are and as a header says them", () => {
  const secrets = secretsIn({ "INPUT_GITHUB-TOKEN": "t0k", "INPUT_CHART-LOGINS": "charts.example robot canary-pw" });
  expect(secrets).toEqual(["t0k", "canary-pw", auth]);
});

const silent: Terminal = {
  colour: false,
  width: 100,
  print: () => {},
  save: async () => {},
  tell: () => {},
  progress: (_, work) => work,
  region: () => undefined,
};

function mesh(charts: string): string {
  return `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec:
  topology: multi-primary
  istio: { charts: ${charts}, revisions: [{ name: default, version: 1.31.0 }] }
  trust: { domain: cluster.local, signer: { external: {} } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { role: primary, network: n1, kubernetes: "1.35" }
`;
}
