import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/adapters/disk.ts";
import { diff } from "../../src/diff/index.ts";
import { load } from "../../src/load/index.ts";
import { isObject, type JsonObject, listAt, textAt } from "../../src/model/json.ts";
import type { Access } from "../../src/model/live.ts";
import { plan } from "../../src/plan/index.ts";
import { render } from "../../src/render/index.ts";
import { access, living, prerequisites, survey } from "../../src/survey/index.ts";
import { writeYaml } from "../../src/yaml/index.ts";
import { makeRoot } from "../support/authority.ts";
import { bundledCharts, lightEngine } from "../support/charts.ts";
import { repository } from "../support/study.ts";
import { worldOf } from "./fake-api.ts";

const read = load(await readFolder(join(import.meta.dirname, "../stages/render/multi-primary-multi-network")));
const { mesh } = read;
if (mesh === undefined) throw new Error("the case has a mesh");
const desired = render(read, await bundledCharts(read), await lightEngine());
const scope = { mesh, desired, leaving: [] };
const objects = access(scope);
const root = await makeRoot();

/** RBAC as Kubernetes reads it, for roles bound to us: a Role counts in its namespace, a ClusterRole everywhere. */
function allows(roles: readonly JsonObject[]): (right: Access) => boolean {
  const rules = roles.flatMap((role) =>
    listAt(role, "rules")
      .filter(isObject)
      .map((rule) => ({ rule, namespace: textAt(role, "metadata", "namespace") ?? "" })),
  );
  return ({ verb, group, resource, namespace, name }) =>
    rules.some(({ rule, namespace: where }) => {
      const names = listAt(rule, "resourceNames");
      const isNamed = names.length === 0 || names.includes(name);
      const isMeant =
        listAt(rule, "apiGroups").includes(group) && listAt(rule, "resources").includes(resource) && listAt(rule, "verbs").includes(verb);
      return isMeant && isNamed && (where === "" || where === namespace);
    });
}

async function missing(roles: readonly JsonObject[]) {
  const world = {
    ...worldOf(...scope.mesh.clusters.map(({ name }) => ({ name, allows: allows(roles) }))),
    signers: { of: () => ({ roots: async () => root.pem, issue: () => Promise.reject(new Error("nothing is signed")) }) },
  };
  const seen = await survey(world, scope);
  const baseline = living(scope, seen);
  const changes = diff(desired, baseline);
  const intended = plan({ head: repository({ mesh: scope.mesh }), base: undefined, desired, baseline, changes });
  expect(intended.steps.length).toBeGreaterThan(10);
  return prerequisites(world, scope, intended, seen);
}

describe("access", () => {
  it("lets workloads be patched only where the mesh has them restarted", () => {
    const patching = (roles: readonly JsonObject[]) => {
      const may = allows(roles);
      const at = { verb: "patch", group: "apps", namespace: "shop", name: "orders" };
      return ["deployments", "statefulsets", "daemonsets"].map((resource) => may({ ...at, resource }));
    };
    const restarting = { ...mesh, rollout: { ...mesh.rollout, restart: "rollout" as const } };
    expect([patching(objects), patching(access({ ...scope, mesh: restarting }))]).toEqual([
      [false, false, false],
      [true, true, true],
    ]);
  });

  it("is enough for a fresh mesh", async () => {
    expect((await missing(objects)).map(({ kind, seen }) => [kind, seen])).toEqual([]);
  });

  it("is no more than that: without any one of its rules for writing, something is missing", async () => {
    for (const [index, role] of objects.entries()) {
      for (const [at, rule] of listAt(role, "rules").entries()) {
        const verbs = isObject(rule) ? listAt(rule, "verbs") : [];
        if (!verbs.includes("patch")) continue;
        const poorer = objects.map((other, place) =>
          place === index ? { ...other, rules: listAt(other, "rules").filter((_, number) => number !== at) } : other,
        );
        expect([at, (await missing(poorer)).length > 0]).toEqual([at, true]);
      }
    }
  });

  it("never allows everything, nor all Secrets, nor deleting what is never deleted", () => {
    const text = objects.map((object) => writeYaml(object)).join("---\n");
    expect(text).not.toContain("'*'");
    const cluster = objects.find(({ kind }) => kind === "ClusterRole");
    const rules = listAt(cluster, "rules").filter(isObject);
    expect(rules.filter((rule) => listAt(rule, "resources").includes("secrets"))).toEqual([]);
    const deleting = rules.filter((rule) => listAt(rule, "verbs").includes("delete")).flatMap((rule) => listAt(rule, "resources"));
    expect(deleting).not.toContain("customresourcedefinitions");
    expect(deleting).not.toContain("namespaces");
  });

  it("with the probe allows its own objects by their names besides, and nothing in any pod", () => {
    const probe = access(scope, { probe: true }).find((object) => textAt(object, "metadata", "name") === "isthmus-probe");
    const rules = listAt(probe, "rules").filter(isObject);
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter((rule) => listAt(rule, "resourceNames").length === 0)).toEqual([]);
    expect(rules.flatMap((rule) => listAt(rule, "resources"))).not.toContain("pods/proxy");
  });

  it("with locks allows two Leases by their names besides (a name cannot be asked for at creation), and nothing else", () => {
    const locks = access(scope, { locks: true }).filter((object) => textAt(object, "metadata", "name") === "isthmus-locks");
    expect(locks.map((object) => textAt(object, "metadata", "namespace"))).toEqual(["istio-system"]);
    expect(locks.flatMap((object) => listAt(object, "rules"))).toEqual([
      { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["create"] },
      {
        apiGroups: ["coordination.k8s.io"],
        resources: ["leases"],
        resourceNames: ["isthmus-lock"],
        verbs: ["delete", "get", "update"],
      },
      {
        apiGroups: ["coordination.k8s.io"],
        resources: ["leases"],
        resourceNames: ["isthmus"],
        verbs: ["get", "update"],
      },
    ]);
  });

  it("reads as YAML that a person can review", async () => {
    await expect(objects.map((object) => writeYaml(object)).join("---\n")).toMatchFileSnapshot("access.golden.yaml");
  });
});
