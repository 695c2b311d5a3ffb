import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deed, Step } from "../scenarios/story.ts";
import { meshOf, openTheatreAt, type Site, type Theatre } from "../scenarios/theatre.ts";
import { kubectl35 } from "../support/binaries.ts";
import type { Finished } from "../support/github/job.ts";
import { applyByKubectl, inPod, kubectl } from "./by-hand.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { askedFor, client, common, server } from "./sample.ts";

/**
 * One story from its beginning to its end, on real clusters: from an empty repository and two kubeconfigs to a mesh in which a request crosses from one cluster to the other, then a bad change, and a
 * good one that is applied in waves, paused, resumed and rolled back. Everybody speaks through the loopback GitHub; every event starts the built Action as a process.
 */

const why = missing("mesh");
const names = ["east", "west"];
const yaml = (objects: readonly object[]): string => objects.map((object) => JSON.stringify(object)).join("\n---\n");
const route = (subset: string | undefined, timeout: string): string =>
  yaml([
    {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: "echo", namespace: "sample" },
      spec: {
        hosts: ["echo.sample.svc.cluster.local"],
        http: [
          { route: [{ destination: { host: "echo.sample.svc.cluster.local", ...(subset === undefined ? {} : { subset }) } }], timeout },
        ],
      },
    },
  ]);

describe.skipIf(why !== undefined)(`a first mesh and its first changes${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let theatre: Theatre;
  let sites: readonly Site[];
  // Between the waves there is time to speak.
  const mesh = { apply: "onMerge", rollout: { waves: [["east"], ["west"]], soak: "30s" } };

  beforeAll(async () => {
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    sites = lab.clusters.map(({ name, network, url, kubeconfig }) => ({
      name,
      network,
      url,
      kubeconfig: readFileSync(kubeconfig, "utf8"),
    }));
    const people = { ana: "write", ben: "maintain", cleo: "write" } as const;
    theatre = await openTheatreAt(
      { title: "", mesh, clusters: names, people, files: { "README.md": "# Our mesh\n" }, isApplied: false, isEmpty: true, steps: [] },
      sites,
    );
  });
  afterAll(async () => {
    await theatre?.stop();
    await lab?.stop();
  });

  const play = async (who: string, deed: Deed, until?: Step["until"]): Promise<readonly Finished[]> =>
    theatre.play({ who, deed, ...(until === undefined ? {} : { until }) });
  const said = ([first]: readonly Finished[]): readonly unknown[] => [
    first?.code,
    first?.outputs["decision"],
    first?.outputs["reason-code"],
  ];
  const last = (): string => theatre.github.state.comments.at(-1)?.body ?? "";
  const timeoutIn = (cluster: string): string => {
    try {
      const args = ["-n", "sample", "get", "virtualservice", "echo", "-o", "jsonpath={.spec.http[0].timeout}"];
      return execFileSync(kubectl35() ?? "kubectl", ["--kubeconfig", lab.cluster(cluster).directKubeconfig, ...args], {
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch {
      return "none";
    }
  };

  it("begins with a pull request that brings the mesh to an empty repository, and is a mesh after the merge", async () => {
    const files = { ...meshOf({ mesh }, sites), "config/all/sample.yaml": yaml(common) };
    const opened = await play("cleo", { kind: "opens", files, isFork: false });
    expect(said(opened), opened[0]?.log).toEqual([0, "pass", "changes"]);
    expect(last()).toContain("## Mesh plan");
    await play("ben", { kind: "reviews", verdict: "APPROVED" });
    const merged = await play("ana", { kind: "merges" });
    expect(said(merged), merged[0]?.log).toEqual([0, "pass", "applied"]);

    applyByKubectl(lab.cluster("west"), server);
    applyByKubectl(lab.cluster("east"), client);
    kubectl(lab.cluster("west"), ["-n", "sample", "rollout", "status", "deployment/echo", "--timeout=120s"]);
    kubectl(lab.cluster("east"), ["-n", "sample", "rollout", "status", "deployment/client", "--timeout=120s"]);
    await expect
      .poll(() => inPod(lab.cluster("east"), "sample", "app=client", askedFor(1)), { timeout: 60_000, interval: 1000 })
      .toMatch(/^echo-/u);
  });

  it("refuses a bad change in words, and the merge button with it", async () => {
    const opened = await play("cleo", { kind: "opens", files: { "config/all/route.yaml": route("v9", "9s") }, isFork: false });
    expect(said(opened)).toEqual([1, "fail", "findings"]);
    expect(last()).toContain("route-to-missing-subset");
    const check = theatre.github.state.checkRuns.findLast(({ name }) => name === "isthmus / plan");
    expect(check?.conclusion).toBe("failure");
  });

  it("applies a good one in waves, stops between them when it is told to, goes on, and goes back", async () => {
    const pushed = await play("cleo", { kind: "pushes", files: { "config/all/route.yaml": route(undefined, "7s") } });
    expect(said(pushed), pushed[0]?.log).toEqual([0, "pass", "changes"]);
    await play("ben", { kind: "reviews", verdict: "APPROVED" });
    const merging = play("ana", { kind: "merges" });
    await expect.poll(() => timeoutIn("east"), { timeout: 90_000, interval: 200 }).toBe("7s");
    const paused = await play("ben", { kind: "says", text: '/pause --reason="the till is busy"' });
    expect(said(paused), last()).toEqual([0, "pass", "answered"]);
    const merged = await merging;
    expect(said(merged), merged[0]?.log).toEqual([3, "unknown", "stopped"]);
    expect([timeoutIn("east"), timeoutIn("west")]).toEqual(["7s", "none"]);

    const resumed = await play("ana", { kind: "says", text: "/resume" });
    expect(said(resumed), last()).toEqual([0, "pass", "applied"]);
    expect([timeoutIn("east"), timeoutIn("west")]).toEqual(["7s", "7s"]);
    await expect
      .poll(() => inPod(lab.cluster("east"), "sample", "app=client", askedFor(1)), { timeout: 60_000, interval: 1000 })
      .toMatch(/^echo-/u);

    const back = await play("ana", { kind: "says", text: '/rollback all --reason="the till is slow"' });
    expect(said(back), last()).toEqual([0, "pass", "applied"]);
    expect([timeoutIn("east"), timeoutIn("west")]).toEqual(["none", "none"]);
    await expect
      .poll(() => inPod(lab.cluster("east"), "sample", "app=client", askedFor(1)), { timeout: 60_000, interval: 1000 })
      .toMatch(/^echo-/u);
  });
});
