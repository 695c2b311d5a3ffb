import { describe, expect, it } from "vitest";
import { textAt } from "../../src/model/json.ts";
import type { Mesh, Trust } from "../../src/model/mesh.ts";
import { readCertificates } from "../../src/trust/index.ts";
import { makeIntermediate, makeRoot } from "../support/authority.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Options, processOver, unmetFor, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

/** What the verdict says is what is written, and nothing else. */

const roots = { a: await makeRoot(), b: await makeRoot({ name: "root-b" }) };
const onlyA = { ROOT_CERT: roots.a.pem, ROOT_KEY: roots.a.key };
const both = { ROOT_CERT: roots.a.pem + roots.b.pem, ROOT_KEY: roots.a.key + roots.b.key };
const onlyB = { ROOT_CERT: roots.b.pem, ROOT_KEY: roots.b.key };
const names = ["east", "west"];
const id = { group: "", kind: "Secret", namespace: "istio-system", name: "cacerts" };

function meshIn(rotation?: Trust["rotation"]): Mesh {
  const plain = smallMesh(names);
  return smallMesh(names, { trust: { ...plain.trust, rotation } });
}

const rotating = (phase: NonNullable<Trust["rotation"]>["phase"]): Mesh => meshIn({ to: "root-b", phase });

function held(store: Store) {
  const text = (key: string): string => textAt(store.get(id), "stringData", key) ?? "";
  const named = (key: string) => readCertificates(text(key)).certificates.map(({ facts }) => facts.subject.replace(/.*CN=/u, ""));
  return { certificate: text("ca-cert.pem"), key: text("ca-key.pem"), roots: named("root-cert.pem"), text };
}

/** istiod has taken it, and did so long ago. */
function handOut(store: Store): void {
  store.put({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: "istio-ca-root-cert",
      namespace: "istio-system",
      managedFields: [{ manager: "pilot-discovery", operation: "Update", time: "2026-11-20T10:00:00Z", fieldsV1: { "f:data": {} } }],
    },
    data: { "root-cert.pem": held(store).text("root-cert.pem") },
  });
}

async function installed(environment: NonNullable<Options["environment"]> = onlyA): Promise<readonly [Store, Store]> {
  const stores = [new Store("east"), new Store("west")] as const;
  await applied(processOver(stores, { environment }), { mesh: meshIn() });
  for (const store of stores) handOut(store);
  return stores;
}

const kinds = (found: readonly { readonly cluster: string; readonly kind: string }[]) =>
  found.map(({ cluster, kind }) => `${cluster} ${kind}`);

it("a root is rotated in phases: roots are added, intermediates switched, the old root dropped, and keys stay where they are not the matter", async () => {
  const stores = await installed();
  const [east] = stores;
  const first = held(east);
  expect(first.roots).toEqual(["root-a"]);

  const distributing = processOver(stores, { environment: both, at: 3_600_000 });
  const run = await applied(distributing, { mesh: rotating("distribute") });
  expect(writesOf(distributing).filter((write) => write.includes("cacerts"))).toEqual(
    names.map((name) => `${name} patch |Secret|istio-system|cacerts`),
  );
  expect(held(east)).toMatchObject({ certificate: first.certificate, key: first.key, roots: ["root-a", "root-b"] });
  // The istiods of these stores run without ISTIO_MULTIROOT_MESH: that is said, and not waited for.
  expect(run.outcomes.flatMap(({ notes = [] }) => notes).join(" ")).toContain("takes other roots only when it is restarted");

  const early = processOver(stores, { environment: both, at: 7_200_000 });
  const unmet = await unmetFor(early, { mesh: rotating("switch") });
  expect(kinds(unmet)).toEqual(["east trust", "west trust"]);
  expect(unmet[0]?.seen).toContain("east has an istiod that has not taken its roots");
  for (const store of stores) handOut(store);

  await applied(processOver(stores, { environment: both, at: 7_300_000 }), { mesh: rotating("switch") });
  const switched = held(east);
  expect(switched.key).not.toBe(first.key);
  expect(switched.roots).toEqual(["root-b", "root-a"]);
  expect(readCertificates(switched.certificate).certificates[0]?.facts.issuer).toContain("root-b");
  for (const store of stores) handOut(store);

  await applied(processOver(stores, { environment: onlyB, at: 10_800_000 }), { mesh: rotating("retire") });
  expect(held(east)).toMatchObject({ certificate: switched.certificate, key: switched.key, roots: ["root-b"] });

  const idle = processOver(stores, { environment: onlyB, at: 14_400_000 });
  expect(await unmetFor(idle, { mesh: rotating("retire") })).toEqual([]);
  await applied(idle, { mesh: meshIn() });
  expect(writesOf(idle)).toEqual([]);
});

it("a renewal writes certificates of the clusters that were named, and nothing else that the mesh wants", async () => {
  const [east, west] = await installed();
  const before = [held(east).certificate, held(west).certificate];
  const process = processOver([east, west], { environment: onlyA, at: 3_600_000 });
  const wanted = { mesh: meshIn(), config: { east: [route("checkout")] }, renew: ["east"] };
  const run = await applied(process, wanted);
  expect(run.outcomes.map(({ step, clusters, verdict }) => [step, clusters, verdict.kind])).toEqual([
    ["mesh/certificates", ["east"], "done"],
  ]);
  expect([held(east).certificate !== before[0], held(west).certificate]).toEqual([true, before[1]]);
  expect(held(east).roots).toEqual(["root-a"]);
  const objects = writesOf(process).filter((write) => !/ledger|Lease|inventory/u.test(write));
  expect(objects).toEqual(["east replace |Secret|istio-system|cacerts"]);
});

describe("trust that may not be touched", () => {
  const foreign = async (): Promise<readonly [Store, Store]> => {
    const stores = await installed();
    const made = await makeIntermediate(roots.b, { name: "west" });
    const stored = stores[1].get(id);
    const stringData = { "ca-cert.pem": made.pem, "ca-key.pem": made.key, "cert-chain.pem": made.pem, "root-cert.pem": roots.b.pem };
    stores[1].put({ ...stored, stringData });
    return stores;
  };

  it("is told even when nothing else is to do, and stops what is written there", async () => {
    const stores = await foreign();
    const process = processOver(stores, { environment: onlyA });
    expect(kinds(await unmetFor(process, { mesh: meshIn() }))).toEqual(["west trust"]);
    const unmet = await unmetFor(process, { mesh: meshIn(), config: { west: [route("checkout")] } });
    expect(kinds(unmet)).toEqual(["west trust"]);
    expect(unmet[0]?.remedy).toContain("phase distribute");
  });

  it("does not stop work in another cluster, nor the renewal of another's certificate", async () => {
    const process = processOver(await foreign(), { environment: onlyA });
    expect(await unmetFor(process, { mesh: meshIn(), config: { east: [route("checkout")] } })).toEqual([]);
    expect(await unmetFor(process, { mesh: meshIn(), renew: ["east"] })).toEqual([]);
    expect(kinds(await unmetFor(process, { mesh: meshIn(), renew: ["west"] }))).toEqual(["west trust"]);
  });

  it("a signer that cannot be asked keeps nobody from work without a signature, and everybody from a first certificate", async () => {
    const environment = { ROOT_CERT: "", ROOT_KEY: "" };
    const stores = await installed();
    const config = { east: [route("checkout")] };
    expect(await unmetFor(processOver(stores, { environment }), { mesh: meshIn(), config })).toEqual([]);
    const empty = processOver([new Store("east"), new Store("west")], { environment });
    expect(kinds(await unmetFor(empty, { mesh: meshIn() }))).toEqual(["east trust", "west trust"]);
    expect(kinds(await unmetFor(processOver(stores, { environment }), { mesh: meshIn(), renew: ["east"] }))).toEqual(["east trust"]);
  });
});
