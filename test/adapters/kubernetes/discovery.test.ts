import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import { failure } from "../../contract/clusters.ts";
import type { ApiServer } from "../../support/api-server/index.ts";
import { apiBy, namespace, served } from "./world.ts";

/** Which kinds are served: asked once a run, and again only for kinds whose definition was written. */

const definition = (kind: string): JsonObject => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `${kind.toLowerCase()}s.example.org` },
  spec: {
    group: "example.org",
    scope: "Namespaced",
    names: { kind, plural: `${kind.toLowerCase()}s` },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
      { name: "v0", served: false, storage: false },
    ],
  },
});
const thing = (kind: string): JsonObject => ({ apiVersion: "example.org/v1", kind, metadata: { name: "one", namespace: "shop" } });
const ref = (kind: string, apiVersion = "example.org/v1") => ({ apiVersion, group: "example.org", kind, namespace: "shop", name: "one" });
const asked = (server: ApiServer): readonly string[] =>
  server
    .requests()
    .filter(({ url }) => /^\/apis?(?:\/[^/?]+){0,2}$/u.test(url))
    .map(({ url }) => url);

describe("the kinds of a server", () => {
  it("are asked for once, also by many at once, and a kind that is not there is not asked about again", async () => {
    const server = await served();
    const api = apiBy(server.kubeconfig());
    await Promise.all(Array.from({ length: 20 }, () => api.read(ref("Nothing"))));
    await api.list({ apiVersion: "v1", kind: "ConfigMap" });
    for (let n = 0; n < 10; n += 1) expect(await api.serves(ref("Nothing"))).toBe(false);
    expect(await failure(api.apply(thing("Nothing")))).toMatchObject({
      code: "kind-not-served",
      facts: { kind: "Nothing", apiVersion: "example.org/v1" },
    });
    expect(asked(server).toSorted()).toEqual(["/api", "/apis"]);
  });

  it("are asked for again when a definition was written, and only for what it defines", async () => {
    const server = await served();
    const api = apiBy(server.kubeconfig());
    expect(await api.serves(ref("Thing"))).toBe(false);
    await api.apply(definition("Thing"), { dryRun: true });
    expect(await api.serves(ref("Thing"))).toBe(false);
    await api.apply(definition("Thing"));
    await api.apply(thing("Thing"));
    await expect(api.read(ref("Thing"))).resolves.toMatchObject({ kind: "present" });
    expect(await api.serves(ref("Other"))).toBe(false);
    expect(await api.serves(ref("Thing", "example.org/v0"))).toBe(false);
    expect(asked(server)).toEqual(["/apis", "/apis"]);
    // In place, as at every upgrade: nothing new comes of it.
    await api.apply(definition("Thing"));
    await api.read(ref("Thing"));
    expect(asked(server)).toHaveLength(2);
  });

  it("are gone with their definition", async () => {
    const server = await served({ objects: [namespace, definition("Thing"), thing("Thing")] });
    const [api, other] = [apiBy(server.kubeconfig()), apiBy(server.kubeconfig())];
    await expect(other.read(ref("Thing"))).resolves.toMatchObject({ kind: "present" });
    await api.remove({
      apiVersion: "apiextensions.k8s.io/v1",
      group: "apiextensions.k8s.io",
      kind: "CustomResourceDefinition",
      namespace: "",
      name: "things.example.org",
    });
    await expect(api.list({ apiVersion: "example.org/v1", kind: "Thing" })).resolves.toEqual([]);
    // Who did not delete it meets a path that is not there, and does not take the object for unknown.
    await expect(other.read(ref("Thing"))).resolves.toEqual({ kind: "absent" });
    await expect(other.list({ apiVersion: "example.org/v1", kind: "Thing" })).resolves.toEqual([]);
  });

  it("are told version by version by servers before 1.26", async () => {
    const server = await served({ aggregatedDiscovery: false, objects: [namespace, definition("Thing"), thing("Thing")] });
    const api = apiBy(server.kubeconfig());
    await expect(api.read(ref("Thing"))).resolves.toMatchObject({ kind: "present" });
    await expect(api.read(ref("Thing", "example.org/v9"))).resolves.toEqual({ kind: "absent" });
    await api.list({ apiVersion: "example.org/v1", kind: "Thing" });
    expect(asked(server)).toEqual(["/apis", "/apis/example.org/v1", "/apis/example.org/v9"]);
  });

  it("that could not be asked for are unknown, never absent, and are asked for again", async () => {
    const server = await served();
    const api = apiBy(server.kubeconfig());
    server.faults([{ path: "^/api", answer: { kind: "status", status: 403, message: "no" } }]);
    await expect(api.read(ref("Thing"))).resolves.toMatchObject({ kind: "unknown" });
    server.faults([]);
    await expect(api.read(ref("Thing"))).resolves.toEqual({ kind: "absent" });
  });
});
