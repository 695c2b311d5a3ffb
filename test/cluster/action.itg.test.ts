import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { kubectl35 } from "../support/binaries.ts";
import { cancel, type Finished, type Job, pushEvent, runJob } from "../support/github/job.ts";
import type { Files } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";

/** What a push to the default branch does: the Action as a process, against real API servers and the loopback GitHub. */

const why = missing("mesh");
const kubectl = kubectl35() ?? "kubectl";
const names = ["east", "west"];

describe.skipIf(why !== undefined)(`a push to the default branch${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let github: LoopbackGitHub;
  let files: Files;
  let env: Record<string, string>;
  let head: string;
  beforeAll(async () => {
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    github = await startGitHub();
    github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write" } };
    const root = await createRoot({ organization: "lab", name: "root", days: 30, at: Date.now() });
    env = { ROOT_CERT: root.certificate.pem, ROOT_KEY: root.key.open(), ...kubeconfigs() };
    files = meshFiles(lab.clusters);
    head = addCommit(github.state.objects, {});
  });
  afterAll(async () => {
    await github?.stop();
    await lab?.stop();
  });

  /** Pushes a commit with these files on top of what was there. */
  function push(changed: Files, job: Partial<Job> = {}): Promise<Finished> {
    files = { ...files, ...changed };
    const before = head;
    head = addCommit(github.state.objects, files, [before]);
    return runJob({ github, eventName: "push", event: pushEvent(before, head, "main"), env, inputs: { apply: "true" }, ...job });
  }
  const kubeconfigs = () =>
    Object.fromEntries(lab.clusters.map(({ name, kubeconfig }) => [variable(name), readFileSync(kubeconfig, "utf8")]));
  const ask = (cluster: string, ...args: string[]) =>
    execFileSync(kubectl, ["--kubeconfig", lab.cluster(cluster).directKubeconfig, ...args], { encoding: "utf8", stdio: "pipe" });
  const told = () =>
    github.state.deployments.map(({ environment, statuses }) => [environment, ...statuses.map(({ state }) => state)].join(" ")).sort();

  it("makes one mesh of empty clusters, and tells it as a deployment per cluster, summary and outputs", async () => {
    const done = await push({});
    expect([done.code, done.log, done.summary]).toEqual([
      0,
      expect.stringContaining("remote-secret"),
      expect.stringContaining("is through"),
    ]);
    expect(done.outputs).toMatchObject({ decision: "pass", "reason-code": "applied", "run-id": expect.stringMatching(/^\d{8}T\d{6}Z-/u) });
    expect(told()).toEqual(["mesh-east in_progress success", "mesh-west in_progress success"]);
    for (const { sha, statuses } of github.state.deployments) {
      expect(sha).toBe(head);
      for (const { logUrl } of statuses) expect(logUrl).toBe("https://github.com/shop/mesh/actions/runs/77");
    }
    expect(JSON.parse(done.result)).toMatchObject({
      verdict: "done",
      clusters: names.map((name) => ({ name, verdict: "done" })),
      health: { failed: 0, checks: expect.arrayContaining([{ name: "clusters-synced", passed: 2, failed: 0, unknown: 0 }]) },
    });
  });

  it("changes nothing and tells GitHub nothing when the clusters are so already", async () => {
    const before = github.writes().length;
    const done = await push({ "README.md": "hello\n" });
    expect([done.code, done.outputs["reason-code"]]).toEqual([0, "no_changes"]);
    expect(github.writes()).toHaveLength(before);
  });

  it("tells a cluster that fails from one that does not, with the step it is at; the next push catches up", async () => {
    await lab.cluster("west").faults([
      {
        methods: ["PATCH"],
        path: "/configmaps/greeting\\?(?!.*dryRun)",
        answer: { kind: "status", status: 403, message: 'configmaps "greeting" is forbidden: no' },
      },
    ]);
    const done = await push({ "config/all/shop/greeting.yaml": greeting });
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([3, "unknown", "incomplete"]);
    expect(told().slice(-4)).toEqual([
      "mesh-east in_progress success",
      "mesh-east in_progress success inactive",
      "mesh-west in_progress failure",
      "mesh-west in_progress success",
    ]);
    const failure = github.state.deployments.flatMap(({ statuses }) => statuses).find(({ state }) => state === "failure");
    expect(failure?.description).toMatch(/config/u);
    await lab.cluster("west").faults([]);
    const next = await push({});
    expect(next.code, next.log).toBe(0);
    expect(ask("west", "get", "configmap", "-n", "shop", "greeting", "-o", "jsonpath={.data.say}")).toBe("hello");
  });

  it("brings a Secret of the repository to the cluster it is placed in, and its values nowhere else; the same again is no change", async () => {
    const done = await push({ "config/clusters/west/shop/passwords.yaml": passwords });
    expect([done.code, done.log]).toEqual([0, expect.any(String)]);
    const live = JSON.parse(ask("west", "get", "secret", "-n", "shop", "passwords", "-o", "json"));
    expect(Object.fromEntries(Object.entries(live.data).map(([key, value]) => [key, atob(String(value))]))).toEqual({
      plain: canaries.plain,
      encoded: canaries.encoded,
    });
    expect(() => ask("east", "get", "secret", "-n", "shop", "passwords")).toThrow(/not found/u);
    const again = await push({ "README.md": "hello again\n" });
    expect([again.code, again.outputs["reason-code"]]).toEqual([0, "no_changes"]);
    for (const text of [done, again].flatMap(({ log, summary, result }) => [log, summary, result])) expectNoCanary(text);
    for (const { body } of github.writes()) expectNoCanary(body);
    expectNoCanary(ask("west", "get", "configmap,lease,events", "-A", "-o", "yaml"));
    expectNoCanary(ask("east", "get", "configmap,secret,lease,events", "-A", "-o", "yaml"));
  });

  it("stops after the current object when the job is cancelled, says so at once, and the next push goes on", async () => {
    await lab
      .cluster("east")
      .faults([{ methods: ["PATCH"], path: "/configmaps/greeting\\?(?!.*dryRun)", answer: { kind: "delay", milliseconds: 3000 } }]);
    const isAtWork = () => github.state.deployments.filter(({ sha }) => sha === head).length === 2;
    const done = await push(
      { "config/all/shop/greeting.yaml": greeting.replace("hello", "good day"), "config/all/shop/more.yaml": more },
      {
        started: (process) => void cancel(process, isAtWork),
      },
    );
    expect([done.code, done.outputs["reason-code"], done.log]).toEqual([3, "stopped", expect.stringContaining("cancelled")]);
    const stopped = github.state.deployments.filter(({ sha }) => sha === head).flatMap(({ statuses }) => statuses.slice(1));
    expect(stopped.map(({ state }) => state)).toContain("error");
    expect(stopped.find(({ state }) => state === "error")?.description).toMatch(/goes on from there/u);
    await lab.cluster("east").faults([]);
    const next = await push({});
    expect(next.code, next.log).toBe(0);
    for (const name of names) {
      expect(ask(name, "get", "configmap", "-n", "shop", "greeting", "-o", "jsonpath={.data.say}")).toBe("good day");
      expect(ask(name, "get", "lease", "-n", "istio-system", "-o", "name")).not.toMatch(/\/isthmus$/mu);
    }
  });
});

const canaries = { plain: "canary-plain-5x7Q", encoded: "canary-encoded-8k2P" };

/** As it is, in base64 and at each of base64's three places inside a longer text. */
function expectNoCanary(text: string): void {
  for (const canary of Object.values(canaries)) {
    const shifted = ["", "a", "aa"].map((before) => btoa(`${before}${canary}`).slice(4, -4));
    for (const form of [canary, btoa(canary), ...shifted]) expect(text.includes(form), `${form} in ${text.slice(0, 80)}`).toBe(false);
  }
}

const passwords = `apiVersion: v1
kind: Secret
metadata: { name: passwords, namespace: shop }
stringData: { plain: ${canaries.plain} }
data: { encoded: ${btoa(canaries.encoded)} }
`;

/** Later in the order than the greeting: what a stop leaves for the next run. */
const more = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: later, namespace: shop }
spec: { hosts: [later.example.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`;

const greeting = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: greeting, namespace: shop }
data: { say: hello }
`;
