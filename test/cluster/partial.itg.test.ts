import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leaseIn, writesSince } from "./killing.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { meshFor, type Ran, type TestMesh } from "./mesh.ts";

/** One of two clusters is gone, unwell or closed to us: the other gets all that the graph allows, the report says where each stands, and the next run catches up. */

const why = missing("mesh");
const apply = ["apply", "--snapshot-charts", "--verify", "none", "--output", "json"] as const;

const route = (weight: number): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: checkout, namespace: shop }\nspec:\n  hosts: [checkout.shop.svc.cluster.local]\n  http: [{ route: [{ destination: { host: checkout } }], timeout: ${weight}s }]\n`;

interface Told {
  readonly verdict: string;
  readonly outcomes: readonly {
    readonly step: string;
    readonly verdict: string;
    readonly problem?: { readonly code: string; readonly remedy: string };
  }[];
  readonly refusedClusters: Readonly<Record<string, { readonly code: string }>>;
  readonly refusals: readonly { readonly text: string; readonly remedy: string }[];
}

const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;
const verdictOf = ({ outcomes }: Told, step: string): string | undefined => outcomes.find((outcome) => outcome.step === step)?.verdict;

describe.skipIf(why !== undefined)(`one of two clusters fails${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  const west = () => lab.cluster("west");
  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
    mesh = await meshFor({
      lab,
      built: true,
      clusters: [{ name: "east" }, { name: "west" }],
      files: { "config/all/routes.yaml": route(1) },
    });
  });
  afterAll(() => lab?.stop());

  it("out of reach from the start: the other is built, configuration included", async () => {
    await west().kill();
    const ran = await mesh.run(...apply);
    const report = told(ran);
    expect([ran.code, report.verdict, report.refusedClusters["west"]?.code]).toEqual([3, "failed", "cluster-unreachable"]);
    const steps = ["east/istiod", "east/gateway/istio-eastwestgateway", "east/remote-secret/west", "east/config"];
    expect(steps.map((step) => [step, verdictOf(report, step)])).toEqual([
      ["east/istiod", "done"],
      ["east/gateway/istio-eastwestgateway", "done"],
      ["east/remote-secret/west", "failed"],
      ["east/config", "done"],
    ]);
  });

  it("back, but overloaded, slow and resetting: the next run catches up all the same", async () => {
    await west().revive();
    await west().faults([
      { methods: ["GET"], after: 3, times: 2, answer: { kind: "status", status: 429, retryAfter: 1 } },
      { methods: ["PATCH"], after: 5, times: 2, answer: { kind: "status", status: 503, retryAfter: 1 } },
      { methods: ["PATCH"], after: 9, times: 1, answer: { kind: "lose" } },
      { methods: ["PATCH"], after: 14, times: 1, answer: { kind: "reset" } },
      { methods: ["PUT"], after: 3, times: 1, answer: { kind: "lose" } },
      { methods: ["PATCH"], path: "deployments", times: 2, answer: { kind: "delay", milliseconds: 3000 } },
    ]);
    const ran = await mesh.run(...apply);
    const { hit } = await west().traffic();
    await west().faults([]);
    const report = told(ran);
    expect([ran.code, report.verdict, ran.code === 0 ? "" : JSON.stringify(report.outcomes)]).toEqual([0, "done", ""]);
    expect(hit).toBeGreaterThanOrEqual(7);
    for (const cluster of lab.clusters) expect(await leaseIn(cluster)).toBeUndefined();
  });

  it("out of permission in the middle: it is said which and what to grant, and the next run catches up", async () => {
    mesh.write({ "config/all/routes.yaml": route(2) });
    await west().faults([
      {
        methods: ["PATCH"],
        path: "virtualservices(?!.*dryRun)",
        // In the words of a real server.
        answer: {
          kind: "status",
          status: 403,
          message:
            'virtualservices.networking.istio.io "checkout" is forbidden: User "isthmus" cannot patch resource "virtualservices" in API group "networking.istio.io" in the namespace "shop"',
        },
      },
    ]);
    const ran = await mesh.run(...apply);
    await west().faults([]);
    const report = told(ran);
    expect([ran.code, verdictOf(report, "east/config"), verdictOf(report, "west/config")]).toEqual([3, "done", "failed"]);
    expect(report.outcomes.find(({ step }) => step === "west/config")?.problem).toMatchObject({ code: "permission-missing" });
    const next = await mesh.run(...apply);
    expect([next.code, told(next).outcomes.map(({ step }) => step)]).toEqual([0, ["west/config"]]);
  });

  it("read-only: nothing is written anywhere, and all that is missing is named", async () => {
    const user = await west().makeUser({
      name: "reader",
      rules: [
        { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list", "watch"] },
        { nonResourceURLs: ["*"], verbs: ["get"] },
      ],
    });
    const from = lab.clusters.map((cluster) => cluster.audit().length);
    const reading = await meshFor({
      lab,
      built: true,
      clusters: [{ name: "east" }, { name: "west" }],
      files: { "config/all/routes.yaml": route(3) },
    });
    reading.write({ "mesh.yaml": mesh.read("mesh.yaml").replace(west().kubeconfig, user.kubeconfig) });
    const ran = await reading.run(...apply);
    const report = told(ran);
    expect([ran.code, report.verdict]).toEqual([3, "refused"]);
    expect(report.refusals.map(({ text }) => text).join("\n")).toMatch(/west: .*may not .*patch virtualservices/u);
    expect(lab.clusters.map((cluster, index) => writesSince(cluster, from[index] ?? 0))).toEqual([[], []]);
  });
});
