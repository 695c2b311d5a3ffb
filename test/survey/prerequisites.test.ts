import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { diff } from "../../src/diff/index.ts";
import type { Access, Present } from "../../src/model/live.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import type { Unmet } from "../../src/model/prerequisite.ts";
import { plan } from "../../src/plan/index.ts";
import { living, prerequisites } from "../../src/survey/index.ts";
import { cluster, repository } from "../support/study.ts";
import { forbidden, worldOf } from "./fake-api.ts";
import { now, type Scene, sceneOf, surveyed, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

const config = wanting("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: istio-system }\ndata: { a: b }");
const role = wanting(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: istiod }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list] }]
`);
const binding = wanting(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: istiod }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: istiod }
subjects: [{ kind: ServiceAccount, name: istiod, namespace: istio-system }]
`);

async function unmet(scene: Scene, allows: (right: Access) => boolean = () => true): Promise<readonly Unmet[]> {
  const { scope, survey } = sceneOf(scene);
  const baseline = living(scope, survey);
  const changes = diff(scope.desired, baseline);
  const intended = plan({ head: repository({ mesh: scope.mesh }), base: undefined, desired: scope.desired, baseline, changes });
  return prerequisites(worldOf(...scope.mesh.clusters.map(({ name }) => ({ name, allows }))), scope, intended, survey);
}

const kinds = (list: readonly Unmet[]) => list.map(({ cluster: name, kind }) => `${name} ${kind}`);

describe("prerequisites", () => {
  it("lack nothing where everything holds, and ask nothing where nothing is written", async () => {
    expect(await unmet({ wanted: [config], live: {} })).toEqual([]);
    const settled = { wanted: [config], live: { objects: [stored(config.object)], applied: [config] } };
    expect(await unmet(settled, () => false)).toEqual([]);
  });

  it("are told of all clusters at once", async () => {
    const why = problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "refused" });
    const found = await unmet({
      wanted: [config],
      live: {
        seen: {
          server: { url: "https://x", ca: undefined, version: "v1.35.0", clockSkewMs: -90_000, user: "me" },
          lease: { holder: "push of 4f3c2d1", renewedAt: now, expiresAt: now + 120_000 },
        },
      },
      others: { west: { kind: "unreachable", why } },
    });
    expect(kinds(found)).toEqual(["east clock", "east held", "west unreachable"]);
    expect(found[0]?.seen).toBe("Its clock is 90 s behind ours; leases, tokens and certificates need them within 60 s.");
    expect(found[1]?.seen).toBe("Another run holds it: push of 4f3c2d1, until 2026-11-23T12:02:00.000Z unless it is renewed.");
    expect(found[2]?.remedy).toBe(why.remedy);
  });

  it("include a version of Kubernetes that Istio was tested with", async () => {
    const revisions = [{ name: "default", version: "1.29.2", tags: [] }];
    const parts = { istio: { ...cluster("east").istio, revisions } };
    const at = (version: string) =>
      unmet({
        wanted: [config],
        cluster: parts,
        live: { seen: { server: { url: "https://x", ca: undefined, version, clockSkewMs: 0, user: "me" } } },
      });
    expect(kinds(await at("v1.31.0"))).toEqual([]);
    expect(kinds(await at("v1.35.9+k3s1"))).toEqual([]);
    const old = await at("v1.30.4");
    expect(old[0]?.seen).toBe("It runs Kubernetes 1.30, and Istio 1.29.2 was tested with 1.31 to 1.35.");
    // Newer than tested is told and hinders nothing.
    expect([old[0]?.isAdvice, (await at("v1.36.0")).map(({ kind, isAdvice }) => [kind, isAdvice])]).toEqual([
      undefined,
      [["version", true]],
    ]);
  });

  it("tell what was written once, is not wanted any more and cannot be read", async () => {
    const old = wanting("apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: old, namespace: shop }");
    const why = problem("permission-missing", { cluster: "east", verb: "get", what: "virtualservices" });
    const found = await unmet({ wanted: [config], live: { objects: [[old, { kind: "unknown", why }]], applied: [old] } });
    expect(found.map(({ kind, isAdvice, seen }) => [kind, isAdvice, seen])).toContainEqual([
      "unread",
      true,
      expect.stringContaining("left alone: VirtualService shop/old"),
    ]);
  });

  it("forget a lease that has ended, by the server's clock", async () => {
    const lease = { holder: "dead", renewedAt: now - 60_000, expiresAt: now - 1 };
    expect(await unmet({ wanted: [config], live: { seen: { lease } } })).toEqual([]);
    const server = { url: "https://x", ca: undefined, version: "v1.35.0", clockSkewMs: -20_000, user: "me" };
    expect(kinds(await unmet({ wanted: [config], live: { seen: { lease, server } } }))).toEqual(["east held"]);
  });

  it("name each right that is missing, with the rule that gives it", async () => {
    const found = await unmet({ wanted: [config], live: {} }, ({ verb, resource }) => !(resource === "configmaps" && verb !== "get"));
    expect(kinds(found)).toEqual(["east permission"]);
    expect(found[0]?.seen).toBe(
      "isthmus may not create configmaps, patch configmaps, update configmaps in namespace istio-system; that is needed to write what the mesh wants, remember what was written.",
    );
    expect(
      found[0]?.remedy,
    ).toBe(`Add to a Role in namespace istio-system that is bound to isthmus (\`isthmus access --print\` writes all of them):
- apiGroups:
  - ''
  resources:
  - configmaps
  verbs:
  - create
- apiGroups:
  - ''
  resources:
  - configmaps
  resourceNames:
  - a
  verbs:
  - patch
- apiGroups:
  - ''
  resources:
  - configmaps
  resourceNames:
  - isthmus-inventory
  - isthmus-ledger
  verbs:
  - update`);
  });

  it("include the rights to see what still needs what is deleted: without them the run would stop in the middle", async () => {
    const old = wanting("apiVersion: v1\nkind: Secret\nmetadata: { name: istio-remote-secret-west, namespace: istio-system }");
    const gateway = wanting("apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: shop, namespace: shop }");
    const live = { objects: [stored(old.object), stored(gateway.object)], applied: [old, gateway] };
    const seen = (await unmet({ wanted: [], live }, ({ verb }) => verb !== "list")).map(({ seen: text }) => text).join("\n");
    for (const resource of ["daemonsets", "deployments", "statefulsets", "virtualservices"]) expect(seen).toContain(`list ${resource}`);
    expect(seen).toContain("see what still needs what is removed");
    expect(await unmet({ wanted: [], live })).toEqual([]);
  });

  it("are content with rights on the named objects alone", async () => {
    const named = ({ verb, resource, name }: Access) => verb === "create" || verb === "list" || name !== "" || resource.startsWith("pods");
    expect(await unmet({ wanted: [config], live: {} }, named)).toEqual([]);
  });

  it("ask for `escalate` and `bind` only where we do not hold what is given away", async () => {
    const wanted = [role, binding];
    const without = (verbs: readonly string[]) => (right: Access) => !verbs.includes(right.verb);
    expect(await unmet({ wanted, live: {} }, without(["escalate", "bind"]))).toEqual([]);
    const poor = (right: Access) =>
      without(["escalate", "bind"])(right) && !(right.resource === "pods" && right.namespace === "" && right.verb === "list");
    const found = await unmet({ wanted, live: {} }, poor);
    expect(found.map(({ seen }) => seen)).toEqual([
      "isthmus may not escalate clusterroles, bind clusterroles; that is needed to write ClusterRole istiod, write ClusterRoleBinding istiod.",
    ]);
    expect(found[0]?.remedy).toContain("resourceNames:\n  - istiod\n  verbs:\n  - bind\n  - escalate");
  });

  it("tell a right to read that is missing, though then it is not known what else is", async () => {
    const found = await unmet(
      { wanted: [config], live: { objects: [[config, { kind: "unknown", why: forbidden() }]], seen: { istiods: [] } } },
      ({ verb }) => verb !== "get",
    );
    expect(found.map(({ seen }) => seen)).toEqual([
      "isthmus may not get configmaps in namespace istio-system; that is needed to see what is there.",
    ]);
  });

  it("tell two names of one API server, of which addresses may say nothing", async () => {
    const made = stored({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
    const namespace = { ...made, object: { ...made.object, metadata: { name: "istio-system", uid: "one" } } };
    const other = { ...made, object: { ...made.object, metadata: { name: "istio-system", uid: "two" } } };
    const scene = (there: Present): Scene => ({
      wanted: [config],
      live: { objects: [namespace] },
      others: { west: surveyed({ objects: [there] }) },
    });
    expect((await unmet(scene(namespace))).map(({ cluster: name, seen }) => [name, seen])).toEqual([
      ["west", "Its API server is that of east: namespace istio-system is one and the same in both (UID one)."],
    ]);
    expect(await unmet(scene(other))).toEqual([]);
  });

  it("say that an inventory is gone where Isthmus wrote before, and hinder nothing by it", async () => {
    const run = { id: "1", by: "alice", planDigest: "d", commit: undefined };
    const ledger = { run, state: "ended", startedAt: now - 10_000, endedAt: now - 5_000, entries: [], orphanSerials: [] } as const;
    const found = await unmet({ wanted: [config], live: { seen: { ledger } } });
    expect(found.map(({ kind, isAdvice, seen }) => [kind, isAdvice, /isthmus-inventory is gone/u.test(seen)])).toEqual([
      ["unread", true, true],
    ]);
    expect(await unmet({ wanted: [config], live: { applied: [], seen: { ledger } } })).toEqual([]);
  });

  it("refuse to guess what is ours when the inventory is damaged", async () => {
    const why = problem("state-unreadable", { cluster: "east", object: "configmap/isthmus-inventory", why: "it has 1 entries and says 2" });
    const found = await unmet({ wanted: [config], live: { seen: { unreadState: new Map([["inventory", why]]) } } });
    expect(found.map(({ kind, seen }) => [kind, seen])).toEqual([["unread", why.message]]);
  });
});

describe("an object that somebody else made", () => {
  const other = wanting("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: new, namespace: istio-system }");
  const installed = (annotations: Record<string, string> = {}, manager = "helm") => {
    const object = { ...config.object, metadata: { name: "a", namespace: "istio-system", annotations }, data: { a: "c" } };
    return stored(object, [setBy(manager, object, { operation: "Update" })]);
  };
  const scene = (live: ReturnType<typeof installed>, adopt: boolean, wanted: readonly Manifest[] = [config, other]): Scene => ({
    wanted,
    live: { objects: [live] },
    cluster: { adopt },
  });
  const release = { "meta.helm.sh/release-name": "istiod", "meta.helm.sh/release-namespace": "istio-system" };

  it("is refused unless the cluster is to be adopted, and named with its maker", async () => {
    const found = await unmet(scene(installed(release), false));
    expect(found.map(({ kind, seen }) => [kind, seen])).toEqual([
      ["not-ours", "1 object is there that does not belong to mesh shop: ConfigMap istio-system/a (Helm release istio-system/istiod)."],
    ]);
    expect(await unmet(scene(installed(release), true))).toEqual([]);
  });

  it("needs rights to be adopted, also where nothing of it changes", async () => {
    const object = { ...config.object, metadata: { name: "a", namespace: "istio-system", annotations: release } };
    const live = stored(object, [setBy("helm", object, { operation: "Update" })]);
    const helmReleases = [{ name: "istiod", namespace: "istio-system", records: [] }];
    const same = { wanted: [config], live: { objects: [live], seen: { helmReleases } }, cluster: { adopt: true } };
    expect(await unmet(same)).toEqual([]);
    const found = await unmet(same, ({ verb, resource }) => !(verb === "patch" || (verb === "delete" && resource === "secrets")));
    expect(found.map(({ seen }) => seen)).toEqual([
      "isthmus may not patch configmaps, delete secrets in namespace istio-system; that is needed to write what the mesh wants, find and retire Helm's release records.",
    ]);
  });

  it("is refused in any case when a GitOps tool manages it", async () => {
    expect((await unmet(scene(installed({ "argocd.argoproj.io/tracking-id": "x" }), true)))[0]?.seen).toContain(
      "Argo CD manages ConfigMap istio-system/a",
    );
    expect((await unmet(scene(installed({}, "kustomize-controller"), true)))[0]?.seen).toContain("Flux manages ConfigMap istio-system/a");
  });

  it("is refused in any case when it belongs to another mesh", async () => {
    const object = { ...config.object, metadata: { name: "a", namespace: "istio-system", labels: { "isthmus.dev/mesh": "other" } } };
    expect((await unmet(scene(stored(object), true)))[0]?.seen).toBe(
      "ConfigMap istio-system/a belongs to mesh other, by label `isthmus.dev/mesh`.",
    );
  });

  it("does not matter when it is a namespace", async () => {
    const namespace = wanting("apiVersion: v1\nkind: Namespace\nmetadata: { name: istio-system }");
    const made = stored({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } }, []);
    expect(await unmet(scene(made, false, [namespace, other]))).toEqual([]);
  });
});

describe("the address of an API server", () => {
  const reader = (url: string | undefined): Scene => ({
    wanted: [
      wanting(
        `
apiVersion: v1
kind: Secret
metadata: { name: istio-remote-secret-west, namespace: istio-system, annotations: { networking.istio.io/cluster: west } }
stringData: { west: "token: ⟦token of istio-system/istio-reader-service-account in west⟧" }
`,
        { origin: { kind: "derived", why: "a test" }, stage: "discovery" },
      ),
    ],
    live: {},
    others: {
      west: surveyed({
        seen: { server: { url: url ?? "https://127.0.0.1:6443", ca: undefined, version: "v1.35.0", clockSkewMs: 0, user: "me" } },
      }),
    },
  });

  it("must lead the others there", async () => {
    const found = await unmet(reader(undefined));
    expect(found.map(({ cluster: name, kind, seen }) => [name, kind, seen])).toEqual([
      [
        "west",
        "api-address",
        "Its API server is at https://127.0.0.1:6443, as this machine reaches it, and `apiServer.url` names no other; from east that leads nowhere.",
      ],
    ]);
    expect(await unmet(reader("https://192.0.2.1:6443"))).toEqual([]);
  });

  it("comes with the right to make a token there", async () => {
    const found = await unmet(reader("https://192.0.2.1:6443"), ({ resource }) => resource !== "serviceaccounts/token");
    expect(found.map(({ cluster: name, seen }) => [name, seen])).toEqual([
      ["west", "me may not create serviceaccounts/token in namespace istio-system; that is needed to make the token of a remote secret."],
    ]);
  });
});
