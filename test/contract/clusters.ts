import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClusters } from "../../src/adapters/kubernetes/index.ts";
import { parseJson } from "../../src/adapters/kubernetes/json.ts";
import { type JsonObject, listAt, objectAt, textAt, valueAt } from "../../src/model/json.ts";
import type { Live, ObjectRef } from "../../src/model/live.ts";
import { Problem } from "../../src/model/problem.ts";
import { Secret } from "../../src/model/secret.ts";
import type { ClusterApi, Clusters, WatchEvent } from "../../src/world.ts";
import { cluster } from "../support/study.ts";

/** What the suite needs of an API server. */
export interface Ground {
  /** Kubeconfig text of somebody who may do everything. */
  readonly admin: string;
  /** Of somebody who may only get and list ConfigMaps in namespace `contract`. */
  readonly reader: string;
  readonly url: string;
  readonly ca: string | undefined;
  /** Server-side apply by another manager, forced. */
  applyAs(manager: string, path: string, object: JsonObject): Promise<void>;
}

const namespace = "contract";
const map = (name: string, data: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace, ...more },
  data,
});
const mapRef = (name: string): ObjectRef => ({ apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name });

const definition: JsonObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "things.contract.isthmus.dev" },
  spec: {
    group: "contract.isthmus.dev",
    names: { kind: "Thing", listKind: "ThingList", plural: "things", singular: "thing" },
    scope: "Namespaced",
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                properties: {
                  count: { type: "integer", format: "int64" },
                  free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
                  ports: {
                    type: "array",
                    "x-kubernetes-list-type": "map",
                    "x-kubernetes-list-map-keys": ["name"],
                    items: { type: "object", required: ["name"], properties: { name: { type: "string" }, port: { type: "integer" } } },
                  },
                },
                "x-kubernetes-validations": [{ rule: "!has(self.count) || self.count != 13", message: "not thirteen" }],
              },
            },
          },
        },
      },
    ],
  },
};

const thing = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: "contract.isthmus.dev/v1",
  kind: "Thing",
  metadata: { name, namespace },
  spec,
});
const thingRef = (name: string): ObjectRef => ({
  apiVersion: "contract.isthmus.dev/v1",
  group: "contract.isthmus.dev",
  kind: "Thing",
  namespace,
  name,
});

/** The promises of `ClusterApi`, held against a server: the loopback one in the fast tier, a real one in the cluster tier. `whyNot`: it is skipped, for this reason. */
export function clustersContract(title: string, prepare: () => Promise<Ground>, whyNot?: string): void {
  describe.skipIf(whyNot !== undefined)(`${title}${whyNot === undefined ? "" : ` (skipped: ${whyNot})`}`, () => {
    let ground: Ground;
    let clusters: Clusters;
    let api: ClusterApi;
    let reader: ClusterApi;
    beforeAll(async () => {
      ground = await prepare();
      clusters = createClusters({ folder: ".", environment: { ADMIN: ground.admin, READER: ground.reader } });
      api = clusters.of(cluster("east", { access: { kubeconfig: { env: "ADMIN" } } }));
      reader = clusters.of(cluster("east", { access: { kubeconfig: { env: "READER" } } }));
      await api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
    });
    afterAll(async () => {
      await api?.remove({ apiVersion: "v1", group: "", kind: "Namespace", namespace: "", name: namespace });
      await api?.remove({
        apiVersion: "apiextensions.k8s.io/v1",
        group: "apiextensions.k8s.io",
        kind: "CustomResourceDefinition",
        namespace: "",
        name: "things.contract.isthmus.dev",
      });
      await clusters?.close();
    });

    it("tells who it is", async () => {
      const facts = await api.server();
      expect(facts).toMatchObject({ url: ground.url, ca: ground.ca, version: expect.stringMatching(/^v\d/u) });
      expect(Math.abs(facts.clockSkewMs)).toBeLessThan(10_000);
      expect(facts.user).not.toBe(undefined);
    });

    it("applies, and changes nothing the second time", async () => {
      const first = await api.apply(map("twice", { a: "1" }));
      const second = await api.apply(map("twice", { a: "1" }));
      expect(second).toEqual(first);
      expect(valueAt(first.object, ["metadata", "managedFields", 0, "manager"])).toBe("isthmus");
    });

    it("takes away what is not applied any more, and leaves what others own", async () => {
      await api.apply(map("shared", { a: "1", b: "2" }));
      await ground.applyAs("somebody", `/api/v1/namespaces/${namespace}/configmaps/shared`, map("shared", { c: "3" }));
      const after = await api.apply(map("shared", { a: "1" }));
      expect(after.object["data"]).toEqual({ a: "1", c: "3" });
    });

    it("names managers and fields of a conflict, and takes fields when told to", async () => {
      await ground.applyAs(
        "somebody",
        `/api/v1/namespaces/${namespace}/configmaps/contested`,
        map("contested", { a: "theirs", b: "theirs" }),
      );
      const refused = await failure(api.apply(map("contested", { a: "ours", b: "ours" })));
      expect(refused).toMatchObject({
        code: "field-conflict",
        facts: { cluster: "east", managers: "somebody", fields: ".data.a, .data.b" },
      });
      const taken = await api.apply(map("contested", { a: "ours", b: "ours" }), { force: true });
      expect(taken.object["data"]).toEqual({ a: "ours", b: "ours" });
    });

    it("gives a field to one of two who come under names of their own", async () => {
      const claims = ["one", "two", "three"].map(async (name) => api.apply(map("claimed", { holder: name }), { manager: `claim-${name}` }));
      const ended = await Promise.allSettled(claims);
      const [winner, ...others] = ended.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
      expect(others).toEqual([]);
      for (const end of ended) if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "field-conflict" });
      const live = await api.read(mapRef("claimed"));
      expect(live).toMatchObject({ kind: "present", object: { data: winner?.object["data"] } });
    });

    it("tries without storing", async () => {
      const tried = await api.apply(map("tried", { a: "1" }), { dryRun: true });
      expect(tried.object["data"]).toEqual({ a: "1" });
      await expect(api.read(mapRef("tried"))).resolves.toEqual({ kind: "absent" });
      await api.create(map("tried", { a: "1" }));
      await api.remove(mapRef("tried"), { dryRun: true });
      await expect(api.read(mapRef("tried"))).resolves.toMatchObject({ kind: "present" });
    });

    it("creates once, and replaces only what nobody changed", async () => {
      const first = await api.create(map("once", { a: "1" }));
      await expect(failure(api.create(map("once", { a: "1" })))).resolves.toMatchObject({ code: "object-moved" });
      const metadata = objectAt(first.object, "metadata");
      const second = await api.replace({ ...first.object, data: { a: "2" } });
      expect(second.object["data"]).toEqual({ a: "2" });
      await expect(failure(api.replace({ ...first.object, data: { a: "3" }, metadata }))).resolves.toMatchObject({ code: "object-moved" });
    });

    it("patches both ways", async () => {
      await api.create(map("patched", { a: "1", b: "2" }));
      const merged = await api.patch(mapRef("patched"), { data: { a: null, c: "3" } });
      expect(merged.object["data"]).toEqual({ b: "2", c: "3" });
      const edited = await api.patch(mapRef("patched"), [
        { op: "test", path: "/data/b", value: "2" },
        { op: "replace", path: "/data/b", value: "4" },
      ]);
      expect(edited.object["data"]).toEqual({ b: "4", c: "3" });
    });

    it("removes only what is meant, and what is gone already", async () => {
      await api.create(map("gone", {}));
      await expect(failure(api.remove(mapRef("gone"), { uid: "00000000-0000-0000-0000-000000000000" }))).resolves.toMatchObject({
        code: "object-moved",
      });
      await api.remove(mapRef("gone"));
      await api.remove(mapRef("gone"));
      await expect(api.read(mapRef("gone"))).resolves.toEqual({ kind: "absent" });
    });

    it("lists all of them, however many, and by label", async () => {
      const names = Array.from({ length: 620 }, (_, index) => `many-${String(index).padStart(3, "0")}`);
      await Promise.all(
        names.map((name, index) => api.create(map(name, {}, { labels: { many: "yes", half: index % 2 === 0 ? "a" : "b" } }))),
      );
      const all = await api.list({ apiVersion: "v1", kind: "ConfigMap", namespace, labels: "many=yes" });
      expect(all.map(({ object }) => textAt(object, "metadata", "name")).sort()).toEqual(names);
      expect(all[0]?.object).toMatchObject({ apiVersion: "v1", kind: "ConfigMap" });
      await expect(api.list({ apiVersion: "v1", kind: "ConfigMap", labels: "many=yes,half=b" })).resolves.toHaveLength(310);
      await expect(api.list({ apiVersion: "v1", kind: "Nothing" })).resolves.toEqual([]);
    });

    it("knows a kind as soon as it is defined, and loses nothing of a definition", async () => {
      await expect(api.serves({ apiVersion: "contract.isthmus.dev/v1", kind: "Thing" })).resolves.toBe(false);
      await expect(api.read(thingRef("any"))).resolves.toEqual({ kind: "absent" });
      await expect(failure(api.apply(thing("any", {})))).resolves.toMatchObject({ code: "kind-not-served", facts: { kind: "Thing" } });
      const stored = await api.apply(definition);
      const schema = valueAt(stored.object, ["spec", "versions", 0, "schema", "openAPIV3Schema", "properties", "spec"]) as JsonObject;
      expect(schema["x-kubernetes-validations"]).toEqual([{ rule: "!has(self.count) || self.count != 13", message: "not thirteen" }]);
      expect(objectAt(schema, "properties", "ports")["x-kubernetes-list-map-keys"]).toEqual(["name"]);
      // No waiting in between: the server needs a moment until it serves it, and that moment is the transport's.
      await api.apply(thing("first", {}));
      await expect(api.serves({ apiVersion: "contract.isthmus.dev/v1", kind: "Thing" })).resolves.toBe(true);
    });

    it("refuses fields that the schema does not know", async () => {
      const refused = await failure(api.apply(thing("typo", { cuont: 1 })));
      expect(refused).toMatchObject({
        code: "object-refused",
        facts: { object: "Thing contract/typo", why: expect.stringContaining("spec.cuont") },
      });
    });

    it("refuses such fields in what is made as well", async () => {
      const refused = await failure(api.create(thing("typo", { cuont: 1 })));
      expect(refused).toMatchObject({
        code: "object-refused",
        facts: { why: expect.stringContaining('strict decoding error: unknown field "spec.cuont"') },
      });
    });

    it("keeps numbers that JavaScript cannot hold", async () => {
      const spec = parseJson('{"count":9007199254740993,"free":{"deep":[9007199254740995,1]}}') as JsonObject;
      await api.apply(thing("large", spec));
      const read = await present(api.read(thingRef("large")));
      expect(JSON.stringify(read["spec"])).toContain('"count":9007199254740993');
      expect(JSON.stringify(read["spec"])).toContain("[9007199254740995,1]");
      const replaced = await api.replace({ ...read, metadata: { ...objectAt(read, "metadata"), annotations: { seen: "yes" } } });
      expect(JSON.stringify(replaced.object["spec"])).toContain('"count":9007199254740993');
    });

    it("merges lists by the keys of their schema", async () => {
      await api.apply(thing("keyed", { ports: [{ name: "a", port: 1 }] }));
      const path = `/apis/contract.isthmus.dev/v1/namespaces/${namespace}/things/keyed`;
      await ground.applyAs("somebody", path, thing("keyed", { ports: [{ name: "b", port: 2 }] }));
      const after = await api.apply(thing("keyed", { ports: [{ name: "a", port: 3 }] }));
      expect(listAt(after.object, "spec", "ports")).toEqual([
        { name: "a", port: 3 },
        { name: "b", port: 2 },
      ]);
    });

    it("opens Secrets to nobody", async () => {
      const canary = "canary-of-the-contract";
      const object = {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "private", namespace },
        stringData: { password: "⟦password⟧", more: "plain" },
      };
      const fill = new Map([["⟦password⟧", new Secret(canary)]]);
      const stored = await api.apply(object, { fill });
      expect(Object.keys(objectAt(stored.object, "stringData")).sort()).toEqual(["more", "password"]);
      expect(stored.object["data"]).toBe(undefined);
      expect(stored.privates.map(({ kind, path }) => `${path} ${kind}`).sort()).toEqual(["more opaque", "password opaque"]);
      expect(JSON.stringify([stored, await api.list({ apiVersion: "v1", kind: "Secret", namespace })])).not.toContain(canary);
      expect(JSON.stringify(valueAt(stored.object, ["metadata", "managedFields"]))).toContain('"f:data":{"f:more":{},"f:password":{}}');
      await expect(failure(api.apply(object))).resolves.toMatchObject({ code: "hole-unfilled", facts: { hole: "⟦password⟧" } });
    });

    it("names the right that is missing", async () => {
      const refused = await failure(reader.apply(map("denied", { a: "1" })));
      expect(refused).toMatchObject({
        code: "permission-missing",
        facts: { cluster: "east", verb: "patch", what: "configmaps in namespace contract" },
      });
      const unseen = await reader.read({ ...mapRef("any"), kind: "Secret" });
      expect(unseen).toMatchObject({
        kind: "unknown",
        why: { code: "permission-missing", facts: { verb: "get", what: "secrets in namespace contract" } },
      });
      const right = { verb: "get", group: "", resource: "configmaps", namespace, name: "" };
      const answers = await reader.allowed([
        right,
        { ...right, verb: "delete" },
        { ...right, resource: "serviceaccounts/token", verb: "create" },
      ]);
      expect(answers).toEqual([true, false, false]);
      await expect(api.allowed([{ ...right, verb: "delete" }])).resolves.toEqual([true]);
    });

    it("says why a port-forward is refused", async () => {
      const pod = { namespace, name: "none", port: 8080 };
      expect(await failure(reader.inside?.(pod, "/") ?? Promise.resolve())).toMatchObject({
        code: "permission-missing",
        facts: { verb: "get", what: "pods/portforward in namespace contract" },
      });
      const absent = await failure(api.inside?.(pod, "/") ?? Promise.resolve());
      expect(absent).toMatchObject({ code: "object-refused", facts: { why: 'pods "none" not found' } });
    });

    it("mints a token that works, and says when it ends", async () => {
      await api.apply({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "minted", namespace } });
      const before = Date.now();
      const { token, expiresAt } = await api.token({ namespace, account: "minted", seconds: 900 });
      expect(Math.abs(expiresAt - before - 900_000)).toBeLessThan(120_000);
      const endpoint = { cluster: "east", url: ground.url, ca: ground.ca, tlsServerName: undefined, proxyUrl: undefined };
      const facts = await clusters.by({ ...endpoint, token }).server();
      expect(facts.user).toBe("system:serviceaccount:contract:minted");
      const wrong = clusters.by({ ...endpoint, token: new Secret("eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.x") });
      await expect(failure(wrong.server())).resolves.toMatchObject({ code: "credentials-refused" });
      await expect(wrong.read(mapRef("any"))).resolves.toMatchObject({ kind: "unknown", why: { code: "credentials-refused" } });
    });

    it("watches what is there and what happens", async () => {
      await api.create(map("watched", { a: "1" }, { labels: { watched: "yes" } }));
      const seen: string[] = [];
      const end = new AbortController();
      const watching = (async () => {
        for await (const event of api.watch({ apiVersion: "v1", kind: "ConfigMap", namespace, labels: "watched=yes" }, end.signal)) {
          seen.push(told(event));
          if (seen.length === 4) end.abort();
        }
      })();
      await soon(async () => seen.length === 1);
      await api.patch(mapRef("watched"), { data: { a: "2" } });
      await api.create(map("other", { a: "9" }, { labels: { watched: "yes" } }));
      await api.remove(mapRef("watched"));
      await watching;
      expect(seen).toEqual(["added watched 1", "modified watched 2", "added other 9", "deleted watched 2"]);
    });

    it("says that a namespace is missing, and that none was named", async () => {
      const lost = { ...map("lost", {}), metadata: { name: "lost", namespace: "nowhere" } };
      await expect(failure(api.apply(lost))).resolves.toMatchObject({
        code: "object-refused",
        facts: { why: 'namespaces "nowhere" not found' },
      });
      const homeless = { ...map("homeless", {}), metadata: { name: "homeless" } };
      await expect(failure(api.apply(homeless))).resolves.toMatchObject({
        code: "object-refused",
        facts: { object: "ConfigMap homeless" },
      });
    });
  });
}

function told({ type, object }: WatchEvent): string {
  return `${type} ${textAt(object.object, "metadata", "name")} ${String(objectAt(object.object, "data")["a"])}`;
}

/** The problem that something ends with. */
export async function failure(asked: Promise<unknown>): Promise<Problem> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

async function present(asked: Promise<Live>): Promise<JsonObject> {
  const live = await asked;
  if (live.kind !== "present") throw new Error(`it is ${live.kind}`);
  return live.object;
}

/** Waits until something is true; the test's own time limit ends it. */
async function soon(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 100));
}
