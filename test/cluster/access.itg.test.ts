import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyByKubectl, grantPrinted } from "./by-hand.ts";
import { type KubeObject, type Lab, type LabCluster, missing, startLab, type User } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";
import { probeFlags, probeRoads } from "./probe-roads.ts";

/**
 * What `isthmus access --print` prints is bound to a user who may do nothing else, on real API servers: it is enough for everything, and what is taken out of it is
 * named before the first write, together with everything else that is missing anywhere.
 */

const why = missing("mesh");

interface Unmet {
  readonly cluster: string;
  readonly kind: string;
  readonly seen: string;
  readonly remedy: string;
}

interface Rule {
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

describe.skipIf(why !== undefined)(`a user with the printed rights${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  const users = new Map<string, User>();
  let printed: readonly KubeObject[] = [];

  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
    for (const cluster of lab.clusters) users.set(cluster.name, await cluster.makeUser({ name: "isthmus", rules: [] }));
    mesh = await meshFor({
      lab,
      clusters: lab.clusters.map(({ name }) => ({ name, kubeconfig: users.get(name)?.kubeconfig ?? "" })),
    });
    printed = JSON.parse((await mesh.run("access", "--print", "--probe", "--output", "json")).stdout).objects;
    for (const cluster of lab.clusters) grantPrinted(cluster, printed, users.get(cluster.name)?.username ?? "");
  });
  afterAll(() => lab?.stop());

  /** The printed roles without the rules that are meant; nothing is taken out twice. */
  function without(isMeant: (rule: Rule) => boolean): readonly KubeObject[] {
    return printed.map((object) => {
      const rules = object["rules"] as unknown as readonly Rule[] | undefined;
      return rules === undefined ? object : ({ ...object, rules: rules.filter((rule) => !isMeant(rule)) } as unknown as KubeObject);
    });
  }

  const about =
    (resource: string, verb = "any") =>
    (rule: Rule) =>
      rule.resources.includes(resource) && (verb === "any" || rule.verbs.includes(verb));
  const unmetBy = async (): Promise<readonly Unmet[]> =>
    JSON.parse((await mesh.run("plan", "--live", "--output", "json")).stdout).live.unmet;
  const writesOf = (cluster: LabCluster) =>
    cluster
      .audit()
      .filter(({ user, verb }) => user.username === users.get(cluster.name)?.username && !["get", "list", "watch"].includes(verb))
      .filter(({ objectRef }) => !/review/u.test(objectRef?.resource ?? ""));

  it("lacks nothing before the first write", async () => {
    expect(await unmetBy()).toEqual([]);
  });

  it.each([
    ["any", "leases", "any", "serviceaccounts/token"],
    ["any", "customresourcedefinitions", "any", "pods/portforward"],
    ["bind", "clusterroles", "update", "secrets"],
  ] as const)("is told when it may not %s %s in one cluster and %s %s in the other", async (hereVerb, here, thereVerb, there) => {
    const [east, west] = [lab.cluster("east"), lab.cluster("west")];
    applyByKubectl(east, without(about(here, hereVerb)));
    applyByKubectl(west, without(about(there, thereVerb)));
    const unmet = await unmetBy();
    for (const cluster of lab.clusters) applyByKubectl(cluster, printed);
    const verbIn = (verb: string): string => (verb === "any" ? "" : verb);
    const told = (cluster: string) => unmet.filter((each) => each.cluster === cluster).map(({ kind, seen }) => `${kind}: ${seen}`);
    expect(told("east").join(" ")).toMatch(new RegExp(`permission: .*may not.*${verbIn(hereVerb)} ${here}`, "u"));
    expect(told("west").join(" ")).toMatch(new RegExp(`permission: .*may not.*${verbIn(thereVerb)} ${there}`, "u"));
    expect(unmet.every(({ remedy }) => remedy.includes("apiGroups:"))).toBe(true);
  });

  it("is told everything of every cluster at once, and nothing is written", async () => {
    applyByKubectl(lab.cluster("east"), without(about("leases")));
    applyByKubectl(lab.cluster("west"), without(about("pods/portforward")));
    const document = readFileSync(join(mesh.folder, "mesh.yaml"), "utf8");
    mesh.write({ "mesh.yaml": document.replace(lab.cluster("east").url, "https://127.0.0.1:6443") });
    // A machine whose clock is five minutes ahead.
    const ahead = join(mkdtempSync(join(tmpdir(), "isthmus-ahead-")), "ahead.mjs");
    writeFileSync(ahead, "const now = Date.now;\nDate.now = () => now() + 300_000;\n");
    const refused = await mesh.runIn({ NODE_OPTIONS: `--import=${ahead}` }, "apply", "--snapshot-charts", "--output", "json");
    mesh.write({ "mesh.yaml": document });
    for (const cluster of lab.clusters) applyByKubectl(cluster, printed);

    const { verdict, refusals } = JSON.parse(refused.stdout);
    expect([refused.code, verdict]).toEqual([3, "refused"]);
    const text = JSON.stringify(refusals);
    // A server says its time in whole seconds.
    expect(text).toMatch(/Its clock is (?:299|300|301) s behind ours/u);
    expect(text).toMatch(/Its API server is at https:\/\/127\.0\.0\.1:6443, as `apiServer.url` says; from west that leads nowhere/u);
    expect(text).toMatch(/may not .*create leases/u);
    expect(text).toMatch(/west: .*may not .*create pods\/portforward/u);
    for (const cluster of lab.clusters) expect(writesOf(cluster)).toEqual([]);
  });

  it("is told which cluster is too old for the Istio that is asked for, beside everything else, and nothing is written", async () => {
    const old = { major: "1", minor: "20", gitVersion: "v1.20.15", platform: "linux/amd64" };
    await lab.cluster("west").faults([{ path: "^/version", answer: { kind: "say", body: old } }]);
    applyByKubectl(lab.cluster("east"), without(about("leases")));
    const document = mesh.read("mesh.yaml");
    // Of 1.31 it is not on record with which versions it was tested.
    mesh.write({ "mesh.yaml": document.replace("version: 1.31.0", "version: 1.29.2") });
    const refused = await mesh.run("apply", "--snapshot-charts", "--output", "json");
    mesh.write({ "mesh.yaml": document });
    await lab.cluster("west").faults([]);
    applyByKubectl(lab.cluster("east"), printed);
    const { verdict, refusals } = JSON.parse(refused.stdout);
    expect([refused.code, verdict]).toEqual([3, "refused"]);
    const text = JSON.stringify(refusals);
    expect(text).toMatch(/west: It runs Kubernetes 1\.20, and Istio 1\.29\.2 was tested with 1\.31 to 1\.35\./u);
    expect(text).toMatch(/east: .*may not .*leases/u);
    expect(text).not.toMatch(/east: It runs Kubernetes/u);
    for (const cluster of lab.clusters) expect(writesOf(cluster)).toEqual([]);
  });

  it("makes the mesh, and sees all of it work", async () => {
    const done = await mesh.run("apply", "--snapshot-charts", "--output", "json");
    expect([done.code, done.stderr.includes("may not")], done.stderr).toEqual([0, false]);
    const { verdict, outcomes } = JSON.parse(done.stdout);
    expect(verdict).toBe("done");
    expect(outcomes.flatMap(({ notes = [] }: { readonly notes?: readonly string[] }) => notes)).toEqual([]);
    for (const cluster of lab.clusters) applyByKubectl(cluster, probeRoads);
    const looked = await mesh.run("verify", "--probe", ...probeFlags, "--output", "json");
    const { checks } = JSON.parse(looked.stdout);
    expect(checks.filter((check: { readonly verdict: string }) => check.verdict !== "passed")).toEqual([]);
    expect(checks.filter((check: { readonly name: string }) => check.name === "request-across")).toHaveLength(2);
    for (const cluster of lab.clusters) expect(await cluster.api.get("/api/v1/namespaces/isthmus-probe")).toBeUndefined();
  });

  it("reads everything else: status, drift, certificates, and that nothing is left to do", async () => {
    for (const command of [["status"], ["drift"], ["certs", "list"]]) expect((await mesh.run(...command)).code, command.join(" ")).toBe(0);
    expect((await mesh.run("apply", "--snapshot-charts", "--verify", "none")).stdout).toContain("Nothing to do");
  });

  it("takes away what is wanted no more, once it has seen that nothing needs it", async () => {
    const documents = mesh.read("mesh.yaml").split("---\n");
    mesh.write({ "mesh.yaml": documents.filter((text) => !text.includes("name: west")).join("---\n") });
    const done = await mesh.run("apply", "--snapshot-charts", "--verify", "none", "--output", "json");
    const { verdict, outcomes } = JSON.parse(done.stdout);
    expect([done.code, verdict, JSON.stringify(outcomes).includes("may not")], done.stdout).toEqual([0, "done", false]);
    const secret = "/api/v1/namespaces/istio-system/secrets/istio-remote-secret-west";
    expect(await lab.cluster("east").api.get(secret)).toBeUndefined();
  });
});
