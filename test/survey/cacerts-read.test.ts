import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Live, Present } from "../../src/model/live.ts";
import { certsJson, certsText } from "../../src/shells/certs.ts";
import { surveyTrust } from "../../src/survey/index.ts";
import type { LiveWorld } from "../../src/world.ts";
import { day, now as madeAt, makeIntermediate, makeRoot } from "../support/authority.ts";
import { meshWith, plugged, sealed } from "./cacerts-scene.ts";
import { type FakeServer, forbidden, worldOf } from "./fake-api.ts";
import { now } from "./scene.ts";

const root = await makeRoot();
const east = await makeIntermediate(root);
const west = await makeIntermediate(root, { name: "west", notBefore: madeAt - 60 * day, notAfter: madeAt + 20 * day });

/** A world whose signer knows the root. */
function world(servers: readonly FakeServer[], roots: () => Promise<string> = async () => root.pem): LiveWorld {
  const no = () => Promise.reject(new Error("listing signs nothing"));
  return { ...worldOf(...servers), signers: { of: () => ({ roots, issue: no }) } };
}

function named(present: Present, name: string): Present {
  return { ...present, object: { ...present.object, metadata: { name, namespace: "istio-system" } } };
}

const mesh = meshWith({}, ["east", "north", "south", "west"]);
const servers: readonly FakeServer[] = [
  { name: "east", objects: [sealed(plugged(east, root.pem))] },
  { name: "north" },
  { name: "south", refuse: () => forbidden("get", "secrets") },
  { name: "west", objects: [sealed(plugged(west, root.pem))] },
];

describe("what is told of every cluster's certificates", () => {
  it("is read of all of them, whatever becomes of one", async () => {
    const found = await surveyTrust(world(servers), { mesh });
    expect(found.map(({ cluster, verdict }) => `${cluster} ${verdict.kind}`)).toEqual([
      "east keep",
      "north issue",
      "south unknown",
      "west issue",
    ]);
    expect(found[0]?.signing?.subject).toBe("O=shop, CN=east");
    expect(found[2]?.signing).toBeUndefined();
  });

  it("asks for a renewal only where somebody wants it", async () => {
    const found = await surveyTrust(world(servers), { mesh, renew: ["east"] });
    expect(found.map(({ cluster, verdict }) => `${cluster} ${verdict.kind}`)).toEqual([
      "east issue",
      "north issue",
      "south unknown",
      "west issue",
    ]);
  });

  it("is unknown when the signer does not know its roots, never a reason to issue", async () => {
    const lost = problem("signer-unavailable", { why: "the variable ROOT, which should hold the root certificate, is not set" });
    const found = await surveyTrust(
      world(servers, () => Promise.reject(lost)),
      { mesh, renew: ["east", "west"] },
    );
    expect(found.map(({ verdict }) => verdict.kind)).toEqual(["unknown", "unknown", "unknown", "unknown"]);
  });

  it("reads istiod's own root only where there is nothing else", async () => {
    const asked: string[] = [];
    const watched = servers.map((server) => ({
      ...server,
      refuse: (request: string) => (asked.push(`${server.name} ${request}`), server.refuse?.(request)),
    }));
    await surveyTrust(world(watched), { mesh });
    expect(asked.filter((request) => request.includes("istio-ca-secret"))).toEqual(["north get Secret istio-system/istio-ca-secret"]);
  });

  it("as text: days left, when it will be renewed, whom it trusts, what is to be done", async () => {
    const text = certsText(await surveyTrust(world(servers), { mesh }), now);
    expect(text).toContain("east\n  subject     O=shop, CN=east\n  issuer      O=shop, CN=root-a\n");
    expect(text).toContain("  ends        2027-11-23T10:00:00.000Z (364 days left, renewed from 2027-07-24 on)\n");
    expect(text).toMatch(/ {2}root {8}[0-9a-f]{64} O=shop, CN=root-a, to 2036-11-20\n {2}verdict {5}stays\n/u);
    expect(text).toContain(
      "north\n  certificate none that could be read\n  verdict     a new intermediate is issued with the next apply: there is none yet\n",
    );
    expect(text).toContain(
      "south\n  certificate none that could be read\n  verdict     unknown: In east we may not get secrets (403).\n  to do       Grant it",
    );
    expect(text).toContain("a new intermediate is issued with the next apply: it ends at 2026-12-13T10:00:00.000Z");
    expect(text).not.toMatch(/PRIVATE KEY|⟦secret/u);
  });

  it("as JSON, with a schema version and no key", async () => {
    const text = certsJson(await surveyTrust(world(servers), { mesh }), now);
    expect(text).not.toMatch(/PRIVATE KEY|⟦secret/u);
    const told = JSON.parse(text);
    expect(told.schemaVersion).toBe(1);
    expect(told.clusters[0]).toMatchObject({ cluster: "east", certificate: { daysLeft: 364 }, verdict: { kind: "keep", why: [] } });
    expect(told.clusters[1]).toMatchObject({ cluster: "north", certificate: null, renewAt: null, verdict: { kind: "issue" } });
  });

  const manager = meshWith({ signer: { kind: "certManager", issuer: { name: "mesh-ca", kind: "ClusterIssuer" } } });
  const served = (dnsNames: readonly string[], notAfter = madeAt + day) =>
    makeIntermediate(root, { isCa: false, pathLength: undefined, dnsNames, notAfter });
  const tls = async (made: ReturnType<typeof served>): Promise<Live> => {
    const { pem, key } = await made;
    return named(sealed({ "tls.crt": pem, "tls.key": key, "ca.crt": root.pem }), "istiod-tls");
  };
  const cases: readonly [string, () => Promise<Live>, string][] = [
    ["ready", () => tls(served(["istiod.istio-system.svc"])), "keep"],
    ["missing", async () => ({ kind: "absent" }), "it does not exist"],
    ["for another name", () => tls(served(["istiod-1-31.istio-system.svc"])), "its certificate lacks istiod.istio-system.svc"],
    ["expired", () => tls(served(["istiod.istio-system.svc"], madeAt - day)), "its certificate expired at 2026-11-22T10:00:00.000Z"],
  ];
  it.each(cases)("with istio-csr, the Secret that istiod serves with: %s", async (_, make, told) => {
    const live = await make();
    const objects = live.kind === "present" ? [live] : [];
    const [found] = await surveyTrust(world([{ name: "east", objects }]), { mesh: manager });
    const verdict = found?.verdict;
    expect(verdict?.kind === "refuse" ? verdict.why.message : verdict?.kind).toContain(told);
    if (verdict?.kind === "refuse") expect(verdict.why.remedy).toContain("ClusterIssuer mesh-ca Ready");
  });
});
