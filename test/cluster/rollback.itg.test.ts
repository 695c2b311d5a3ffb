import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerIn } from "./killing.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/** Forth by two commits and back by one, on a real API server with a real istiod. */

const why = missing("mesh");
const apply = ["apply", "--snapshot-charts", "--verify", "none"] as const;

const namespace = (name: string): string => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n`;
const route = (name: string, seconds: number): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  hosts: [${name}.shop.svc.cluster.local]\n  http: [{ route: [{ destination: { host: ${name} } }], timeout: ${seconds}s }]\n`;

describe.skipIf(why !== undefined)(`the way back${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  let commits: readonly string[] = [];
  const east = () => lab.cluster("east");
  const routes = async (): Promise<readonly (readonly [unknown, unknown])[]> => {
    const found = await east().api.list("/apis/networking.istio.io/v1/namespaces/shop/virtualservices");
    return found.map((object) => {
      const { metadata, spec } = object as unknown as {
        readonly metadata: { readonly name: string };
        readonly spec: { readonly http: readonly { readonly timeout: string }[] };
      };
      return [metadata.name, spec.http[0]?.timeout] as const;
    });
  };

  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }] });
    mesh = await meshFor({
      lab,
      built: true,
      clusters: [{ name: "east" }],
      files: { "config/all/routes.yaml": [namespace("shop"), route("checkout", 1)].join("---\n") },
    });
    const first = mesh.commit("first");
    const ran = await mesh.run(...apply);
    expect([ran.code, ran.code === 0 ? "" : ran.stdout + ran.stderr]).toEqual([0, ""]);
    mesh.write({ "config/all/routes.yaml": [namespace("shop"), namespace("later"), route("checkout", 2), route("cart", 1)].join("---\n") });
    commits = [first, mesh.commit("second")];
  });
  afterAll(() => lab?.stop());

  it("is rendered and told with the plan, what stays included", async () => {
    const planned = await mesh.run("plan", "--live", "--output", "json");
    const { wayBack } = JSON.parse(planned.stdout).live;
    expect(wayBack).toMatchObject({ kind: "known", to: { commit: commits[0] }, errors: 0, deletions: { east: 1 } });
    expect(wayBack.kept.map(({ id }: { readonly id: { readonly name: string } }) => id.name)).toEqual(["later"]);
  });

  it("leads from the second commit to the first, and the ledger knows both", async () => {
    const forth = await mesh.run(...apply);
    expect([forth.code, await routes()]).toEqual([
      0,
      [
        ["cart", "1s"],
        ["checkout", "2s"],
      ],
    ]);
    expect(forth.stdout.replaceAll("`", "")).toContain(`isthmus rollback leads to ${commits[0]?.slice(0, 12)}`);
    expect((await ledgerIn(east()))?.previous?.commit).toBe(commits[0]);

    const back = await mesh.run("rollback", "--snapshot-charts", "--verify", "none");
    expect([back.code, back.code === 0 ? "" : back.stdout + back.stderr]).toEqual([0, ""]);
    expect(await routes()).toEqual([["checkout", "1s"]]);
    expect(await east().api.get("/api/v1/namespaces/later")).toBeDefined();
    const ledger = await ledgerIn(east());
    expect([ledger?.run.commit, ledger?.previous?.commit]).toEqual(commits);
  });

  it("is refused with a word on where to go when nothing is known", async () => {
    await east().api.request("DELETE", "/api/v1/namespaces/istio-system/configmaps/isthmus-ledger");
    const lost = await mesh.run("rollback", "--snapshot-charts");
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining("No cluster has a ledger")]);
    const given = await mesh.run("rollback", "--to", commits[1] ?? "", "--snapshot-charts", "--verify", "none");
    expect([given.code, await routes()]).toEqual([
      0,
      [
        ["cart", "1s"],
        ["checkout", "2s"],
      ],
    ]);
  });
});
