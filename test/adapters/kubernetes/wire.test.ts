import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import { parseJson } from "../../../src/adapters/kubernetes/json.ts";
import { isObject, type Json, type JsonObject, objectAt, textAt } from "../../../src/model/json.ts";
import { readValues } from "../../../src/yaml/index.ts";
import { type ApiServer, type LoggedRequest } from "../../support/api-server/index.ts";
import { kubectl35 } from "../../support/binaries.ts";
import { temporary } from "./plugin.ts";
import { apiBy, mapRef, namespace, served } from "./world.ts";

/**
 * What goes over the wire is what was given, whole: the client library would drop every field of a built-in kind that it does not know, and every `x-kubernetes-*` of a
 * definition. kubectl, recorded by the same server, is the oracle.
 */

const strange = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: future
  namespace: shop
  labels: { app: "0755", on: "yes" }
  annotations: { "example.org/json": '{"<&>": "é 🚀 \\u2028"}' }
spec:
  replicas: 3
  fieldOfKubernetes199: { deep: [1, 2.5, 1e21, 9007199254740991, null, true, "", {}, []] }
  template:
    spec:
      containers:
        - { name: app, image: "app:1", ports: [{ containerPort: 80, protocol: TCP, invented: true }], resizePolicyOfTheFuture: Never }
---
apiVersion: v1
kind: Service
metadata: { name: future, namespace: shop }
spec: { ports: [{ port: 80, targetPort: http, trafficDistributionOfThePort: PreferZone }], brandNew: x }
---
apiVersion: v1
kind: Secret
metadata: { name: plain, namespace: shop }
type: example.org/own
data: { a: YQ==, b: "" }
immutable: true
---
apiVersion: v1
kind: ConfigMap
metadata: { name: bytes, namespace: shop, finalizers: [example.org/keep] }
data: { text: "one\\ntwo\\n" , empty: "" }
binaryData: { raw: /wA= }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: route, namespace: shop }
spec:
  hosts: [a.shop.svc.cluster.local]
  http: [{ route: [{ destination: { host: a }, weight: 100 }], timeout: 1.50s }]
`;

/** A definition that lets everything through: whether the rest is right is not this test's question. */
const virtualServices = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: virtualservices.networking.istio.io }
spec:
  group: networking.istio.io
  scope: Namespaced
  names: { kind: VirtualService, listKind: VirtualServiceList, plural: virtualservices, singular: virtualservice }
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }]
`;

const objects: readonly JsonObject[] = [namespace, ...readValues(virtualServices).filter(isObject)];

/** The definitions of Istio's own chart, with their CEL rules: what is lost most easily. */
async function definitions(): Promise<string> {
  const request = { source: { kind: "bundled" }, name: "base", version: "1.31.0" } as const;
  const chart = await createCharts().fetch(request, { tree: { files: new Map() } as never, locked: undefined });
  const texts = [...chart.files].filter(([path]) => path.includes("crd-all")).map(([, text]) => text);
  expect(texts).toHaveLength(1);
  return texts[0] ?? "";
}

const patches = (server: ApiServer): readonly LoggedRequest[] => server.requests().filter(({ method }) => method === "PATCH");

/** Keys sorted, numbers as they are written. */
function sorted(value: Json): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    const plain = inner as Json;
    if (!isObject(plain) || Object.getPrototypeOf(plain) === null) return inner;
    return Object.fromEntries(Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function told({ url, headers, body }: LoggedRequest) {
  const { pathname, searchParams } = new URL(url, "http://server");
  // kubectl would ask for an OpenAPI description first, and is told not to; we always want `Strict`.
  searchParams.delete("fieldValidation");
  return { path: pathname, query: searchParams.toString(), type: headers["content-type"], body: sorted(parseJson(body)) };
}

async function ours(text: string, read: (text: string) => readonly Json[] = readValues): Promise<readonly LoggedRequest[]> {
  const server = await served({ tls: true, objects });
  const api = apiBy(server.kubeconfig());
  for (const object of read(text)) if (isObject(object)) await api.apply(object);
  return patches(server);
}

async function kubectls(text: string): Promise<readonly LoggedRequest[]> {
  const server = await served({ tls: true, objects });
  const folder = temporary();
  writeFileSync(join(folder, "config"), server.kubeconfig());
  writeFileSync(join(folder, "objects.yaml"), text);
  const args = ["apply", "--server-side", "--field-manager=isthmus", "--validate=false", "-f", join(folder, "objects.yaml")];
  const child = spawn(kubectl35() ?? "kubectl", ["--kubeconfig", join(folder, "config"), ...args], {
    env: { HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (words += part.toString()));
  const code = await new Promise((done) => child.once("close", done));
  expect([code, words]).toEqual([0, expect.stringContaining("serverside-applied")]);
  return patches(server);
}

const why = kubectl35() === undefined ? " (skipped: no kubectl)" : "";

describe.skipIf(why !== "")(`an apply is the request that kubectl makes${why}`, () => {
  it("for every definition of Istio's, with everything that only API servers read", async () => {
    const text = await definitions();
    const [mine, theirs] = await Promise.all([ours(text), kubectls(text)]);
    expect(mine.length).toBeGreaterThanOrEqual(14);
    expect(mine.map(told)).toEqual(theirs.map(told));
    const bodies = mine.map(({ body }) => body).join("");
    // Not vacuous: what the client library drops is there, as often as in the file.
    for (const word of ["x-kubernetes-validations", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-int-or-string"]) {
      expect([word, bodies.split(`"${word}"`).length - 1]).toEqual([word, text.split(`${word}:`).length - 1]);
    }
  });

  it("for fields that nobody knows yet, large numbers, odd texts and bytes", async () => {
    const [mine, theirs] = await Promise.all([ours(strange), kubectls(strange)]);
    expect(mine.map(told)).toEqual(theirs.map(told));
    expect(mine).toHaveLength(5);
    expect(mine[0]?.body).toContain('[1,2.5,1e+21,9007199254740991,null,true,"",{},[]]');
  });

  // What was read from a server goes back by JSON; documents in Git are read as YAML, which holds no such numbers here.
  it("for whole numbers of 64 bits, which JavaScript does not hold", async () => {
    const numbers = "[9007199254740993,-9223372036854775808,9223372036854775807,-9007199254740993]";
    const text = `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"numbers","namespace":"shop"},"future":${numbers}}`;
    const [mine, theirs] = await Promise.all([ours(text, (json) => [parseJson(json)]), kubectls(text)]);
    expect(mine.map(told)).toEqual(theirs.map(told));
    for (const [sent] of [mine, theirs]) expect(sent?.body).toContain(numbers);
  });
});

describe("an answer", () => {
  it("comes back whole: a replacement of what was read sends everything that was there", async () => {
    const object = parseJson(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"whole","namespace":"shop","future":{"n":[9007199254740993]}},"data":{"a":"1"},"unknown":{"x-kubernetes-thing":true}}',
    ) as JsonObject;
    const server = await served({ tls: true });
    server.seed(object);
    const api = apiBy(server.kubeconfig());
    const live = await api.read(mapRef("whole"));
    if (live.kind !== "present") throw new Error(live.kind);
    await api.replace({ ...live.object, data: { a: "2" } });
    const sent = parseJson(server.requests().find(({ method }) => method === "PUT")?.body ?? "{}");
    expect(sorted(objectAt(sent, "unknown"))).toBe('{"x-kubernetes-thing":true}');
    expect(sorted(objectAt(sent, "metadata", "future"))).toBe('{"n":[9007199254740993]}');
    expect(textAt(sent, "data", "a")).toBe("2");
  });
});
