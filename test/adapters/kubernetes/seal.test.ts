import { describe, expect, it } from "vitest";
import { filled } from "../../../src/adapters/kubernetes/fill.ts";
import { sealed } from "../../../src/adapters/kubernetes/seal.ts";
import { seal } from "../../../src/load/seal.ts";
import { type JsonObject, objectAt } from "../../../src/model/json.ts";
import { Secret } from "../../../src/model/secret.ts";
import { readValues, writeYaml } from "../../../src/yaml/index.ts";

/** Behind the door: what comes out of a Secret, and what goes into one. */

const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");
const secret = (data: Readonly<Record<string, string>>, more: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "s", namespace: "shop" },
  type: "Opaque",
  data,
  ...more,
});

describe("a Secret that was read", () => {
  it("shows a value as the same fingerprint as an equal one in Git", () => {
    const values = { password: "hunter2 hunter2", other: "hunter3" };
    const live = sealed(secret({ password: base64(values.password), other: base64(values.other) }));
    const inGit = seal(secret({}, { data: undefined, stringData: values }));
    expect(live.object["stringData"]).toEqual(inGit.object["stringData"]);
    expect(JSON.stringify(live)).not.toMatch(/hunter|aHVudGVy/u);
  });

  it("tells bytes that are no text apart, and shows none of them", () => {
    const [one, two] = [sealed(secret({ raw: base64(Buffer.of(255, 0, 1)) })), sealed(secret({ raw: base64(Buffer.of(255, 0, 2)) }))];
    expect(one.object["stringData"]).not.toEqual(two.object["stringData"]);
    expect(one.privates).toEqual([{ kind: "opaque", path: "raw" }]);
  });

  const canary = "canary-in-a-kubeconfig";
  const config = (user: JsonObject, server: JsonObject = {}, more: JsonObject = {}): string =>
    writeYaml({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "west", cluster: { server: "https://10.0.0.1:6443", ...server } }],
      users: [{ name: "west", user }],
      contexts: [{ name: "west", context: { cluster: "west", user: "west" } }],
      "current-context": "west",
      ...more,
    });

  it.each([
    ["where they belong", config({ token: canary })],
    ["as a password", config({ username: "u", password: canary })],
    ["as a key", config({ "client-key-data": base64(canary) })],
    ["in an unknown field of the user", config({ future: { deep: [canary] } })],
    ["in the environment of a plugin", config({ exec: { command: "x", env: [{ name: "A", value: canary }] } })],
    ["in a plugin's arguments", config({ exec: { command: "x", args: ["--token", canary] } })],
    ["in the wrong place of a cluster", config({}, { token: canary })],
    ["in the address", config({}, { server: `https://u:${canary}@10.0.0.1` })],
    ["in the address of the proxy", config({}, { "proxy-url": `http://u:${canary}@proxy` })],
    [
      "beside a certificate",
      config({}, { "certificate-authority-data": base64(`-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`) }),
    ],
    ["as an extension", config({}, {}, { extensions: [{ name: "e", extension: canary }] })],
  ])("shows a kubeconfig without its credentials, also %s", (_, text) => {
    const live = sealed(secret({ west: base64(text) }));
    expect(JSON.stringify(live)).not.toContain(canary);
    expect(JSON.stringify(live)).not.toContain(base64(canary).replace(/=+$/u, ""));
    const shown = readValues(String(objectAt(live.object, "stringData")["west"]))[0];
    expect(shown).toMatchObject({ "current-context": "west", contexts: [{ name: "west" }] });
  });

  it("leaves addresses and certificates of a kubeconfig to be compared", () => {
    const live = sealed(secret({ west: base64(config({ token: canary }, { "tls-server-name": "api.example.org" })) }));
    expect(String(objectAt(live.object, "stringData")["west"])).toContain("server: https://10.0.0.1:6443");
    expect(String(objectAt(live.object, "stringData")["west"])).toContain("tls-server-name: api.example.org");
    expect(live.privates).toEqual([{ kind: "opaque", path: "west" }]);
  });

  it("shows no copy that kubectl kept of it", () => {
    const copy = { "kubectl.kubernetes.io/last-applied-configuration": `{"data":{"a":"${base64(canary)}"}}` };
    const live = sealed({ ...secret({ a: base64(canary) }), metadata: { name: "s", namespace: "shop", annotations: copy } });
    expect(JSON.stringify(live)).not.toContain(base64(canary));
  });
});

describe("an object that is written", () => {
  it("has its holes filled once: what is filled in is not looked through again", () => {
    const values = new Map<string, string | Secret>([
      ["⟦a⟧", new Secret("⟦b⟧")],
      ["⟦b⟧", "never"],
    ]);
    const { object, secrets } = filled(
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "m" }, data: { x: "1 ⟦a⟧ 2" } },
      values,
      "east",
    );
    expect(object["data"]).toEqual({ x: "1 ⟦b⟧ 2" });
    expect(secrets).toEqual(["⟦b⟧"]);
  });

  it("is a Secret by `data` alone, and knows every text that no message may repeat", () => {
    const { object, secrets } = filled(secret({ old: base64("kept") }, { stringData: { new: "hunter2" } }), new Map(), "east");
    expect(object["stringData"]).toBe(undefined);
    expect(object["data"]).toEqual({ old: base64("kept"), new: base64("hunter2") });
    for (const text of ["kept", base64("kept"), "hunter2"]) expect(secrets).toContain(text);
  });
});
