import { expect, it } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { Secret, sealedText } from "../../src/model/secret.ts";
import { smallMesh } from "./fake/mesh.ts";
import { applied, processOver } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

/** Secrets of the repository, and words in brackets that somebody wrote: what reaches which server. */

const mesh = smallMesh(["east", "west"]);
const known = sealedText("0123456789abcdef0123456789abcdef");
const sealed = (text: string): Secret | undefined => (text === known ? new Secret("Y2FuYXJ5") : undefined);
const object = (kind: string, data: JsonObject): JsonObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "passwords", namespace: "shop" },
  data,
});
const id = (kind: string) => ({ group: "", kind, namespace: "shop", name: "passwords" });

it("puts a value where its sealed text stands, in the cluster it is placed in and in no other", async () => {
  const stores = [new Store("east"), new Store("west")];
  const process = processOver(stores);
  const run = await applied(process, { mesh, config: { west: [object("Secret", { password: known })] } }, { sealed });
  expect(isWhole(run)).toBe(true);
  expect(stores[1]?.get(id("Secret"))?.["data"]).toEqual({ password: "Y2FuYXJ5" });
  expect(stores[0]?.get(id("Secret"))).toBeUndefined();
  expect(JSON.stringify([run, process.events])).not.toContain("Y2FuYXJ5");
});

it("writes nothing for a sealed text that leads to no value: the characters are not the secret", async () => {
  const stores = [new Store("east"), new Store("west")];
  const lost = sealedText("f".repeat(32));
  const run = await applied(processOver(stores), { mesh, config: { west: [object("Secret", { password: lost })] } }, { sealed });
  expect(isWhole(run)).toBe(false);
  expect(stores[1]?.get(id("Secret"))).toBeUndefined();
});

it("leaves words in brackets that a file holds as they are: no token is made for who writes its name", async () => {
  const stores = [new Store("east"), new Store("west")];
  const process = processOver(stores);
  const text = "⟦token of istio-system/istio-reader-service-account in east⟧";
  const wanted = { mesh, config: { west: [object("ConfigMap", { stolen: text, "ca-key": "⟦ca-key of east⟧", math: "⟦x⟧" })] } };
  expect(isWhole(await applied(process, wanted, { sealed }))).toBe(true);
  expect(stores[1]?.get(id("ConfigMap"))?.["data"]).toEqual({ stolen: text, "ca-key": "⟦ca-key of east⟧", math: "⟦x⟧" });
});
