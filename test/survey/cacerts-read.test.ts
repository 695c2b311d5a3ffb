import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { CertificateFacts } from "../../src/model/change.ts";
import type { Live, Present } from "../../src/model/live.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { certsJson, certsText } from "../../src/shells/certs.ts";
import { type ClusterTrust, surveyTrust } from "../../src/survey/index.ts";
import { readCertificates } from "../../src/trust/index.ts";
import type { LiveWorld } from "../../src/world.ts";
import { day, type Made, now as madeAt, makeIntermediate, makeRoot } from "../support/authority.ts";
import { meshWith, plugged, sealed } from "./cacerts-scene.ts";
import { type FakeServer, forbidden, worldOf } from "./fake-api.ts";
import { now } from "./scene.ts";

const root = await makeRoot();
const other = await makeRoot({ name: "other" });
const east = await makeIntermediate(root);
const west = await makeIntermediate(root, { name: "west", notBefore: madeAt - 60 * day, notAfter: madeAt + 20 * day });

/** A world whose signer knows the root. */
function world(servers: readonly FakeServer[], roots: () => Promise<string> = async () => root.pem): LiveWorld {
  const no = () => Promise.reject(new Error("listing signs nothing"));
  return { ...worldOf(...servers), signers: { of: () => ({ roots, issue: no }) } };
}

/** A cluster whose istiod serves with a certificate of cert-manager's. */
const short: ClusterTrust = { cluster: "east", verdict: { kind: "keep", notes: [] }, signing: undefined, renewAt: undefined, roots: [] };

function factsUntil(end: number): CertificateFacts | undefined {
  const facts = readCertificates(east.pem).certificates[0]?.facts;
  return facts && { ...facts, notAfter: new Date(end).toISOString() };
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

  it("as text, of one that lives for an hour only, or no more", async () => {
    const text = (at: number): string | undefined => /\((.*)\)/u.exec(certsText([{ ...short, signing: factsUntil(madeAt) }], at))?.[1];
    const hour = 3_600_000;
    const told = [50 * hour, 47 * hour, 2 * hour, 119 * 60_000, 0, -1].map((left) => text(madeAt - left));
    expect(told).toEqual(["2 days left", "47 hours left", "2 hours left", "119 minutes left", "0 minutes left", "it has ended"]);
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
  const trusting = (pem: string): Present => ({
    kind: "present",
    object: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "istio-ca-root-cert", namespace: "istio-system" },
      data: { "root-cert.pem": pem },
    },
    privates: [],
  });
  const good = ["istiod.istio-system.svc"];
  const otherKey = async (): Promise<Live> => {
    const [{ pem }, { key }] = await Promise.all([served(good), served(good)]);
    return named(sealed({ "tls.crt": pem, "tls.key": key, "ca.crt": root.pem }), "istiod-tls");
  };
  const cases: readonly [string, () => Promise<Live>, string, string?][] = [
    ["ready", () => tls(served(good)), "keep"],
    ["by a wildcard", () => tls(served(["*.istio-system.svc"])), "keep"],
    ["missing", async () => ({ kind: "absent" }), "it does not exist"],
    ["for another name", () => tls(served(["istiod-1-31.istio-system.svc"])), "its certificate lacks istiod.istio-system.svc."],
    ["expired", () => tls(served(good, madeAt - day)), "its certificate expired at 2026-11-22T10:00:00.000Z."],
    ["with another key", otherKey, "tls.key does not belong to its certificate."],
    ["that leads elsewhere", () => tls(served(good)), "its certificate does not lead to a root that is trusted there.", other.pem],
    ["without roots", () => tls(served(good)), "istio-csr has given no roots: istio-system has no ConfigMap istio-ca-root-cert.", ""],
  ];
  it.each(cases)("with istio-csr, the Secret that istiod serves with: %s", async (_, make, told, given = root.pem) => {
    const live = await make();
    const objects = [...(live.kind === "present" ? [live] : []), ...(given === "" ? [] : [trusting(given)])];
    const [found] = await surveyTrust(world([{ name: "east", objects }]), { mesh: manager });
    const verdict = found?.verdict;
    expect(verdict?.kind === "refuse" ? verdict.why.message : verdict?.kind).toContain(told);
    if (verdict?.kind === "refuse") expect(verdict.why.remedy).toContain("ClusterIssuer mesh-ca Ready");
  });

  it("with istio-csr, clusters that have no root in common are refused, and who shares one with most is not", async () => {
    const at = async (name: string, above: Made, roots: string): Promise<FakeServer> => {
      const { pem, key } = await makeIntermediate(above, { isCa: false, pathLength: undefined, dnsNames: good });
      return { name, objects: [named(sealed({ "tls.crt": pem, "tls.key": key }), "istiod-tls"), trusting(roots)] };
    };
    const told = async (...servers: readonly FakeServer[]): Promise<readonly string[]> => {
      const whole = {
        ...manager,
        clusters: meshWith(
          {},
          servers.map(({ name }) => name),
        ).clusters,
      };
      const found = await surveyTrust(world(servers), { mesh: whole });
      return found.map(({ verdict }) =>
        verdict.kind === "refuse" ? verdict.why.message.replaceAll(/ \([0-9a-f]{12}\)/gu, "") : verdict.kind,
      );
    };
    const one = await at("east", root, root.pem);
    const strange = await at("west", other, other.pem);
    expect(await told(one, strange)).toEqual([
      "east trusts root-a, and west trusts other: proxies of one would refuse those of the other.",
      "west trusts other, and east trusts root-a: proxies of one would refuse those of the other.",
    ]);
    // Most of them agree: only the other one is in the wrong.
    expect(await told(one, await at("north", root, root.pem), strange)).toEqual([
      "keep",
      "keep",
      expect.stringMatching(/^west trusts other/u),
    ]);
    // A root on its way in: some trust both already.
    expect(await told(one, await at("west", root, root.pem + other.pem))).toEqual(["keep", "keep"]);
  });

  it("with istio-csr on an ambient mesh, says for whom it must answer besides", async () => {
    const remedy = async (mesh: Mesh): Promise<string | undefined> => {
      const [found] = await surveyTrust(world([{ name: "east" }]), { mesh });
      return found?.verdict.kind === "refuse" ? found.verdict.why.remedy : undefined;
    };
    expect(await remedy({ ...manager, dataPlane: "ambient" })).toContain(
      ", app.server.caTrustedNodeAccounts istio-system/ztunnel; its Certificate",
    );
    expect(await remedy(manager)).toContain("every revision in `app.istio.revisions`; its Certificate");
  });

  it("with istio-csr, tells the roots that were given, and what could not be read is unknown", async () => {
    const live = await tls(served(good));
    const objects = [...(live.kind === "present" ? [live] : []), trusting(root.pem)];
    const [found] = await surveyTrust(world([{ name: "east", objects }]), { mesh: manager });
    expect(found?.roots.map(({ subject }) => subject)).toEqual(["O=shop, CN=root-a"]);
    const refuse = (request: string) => (request.includes("istio-ca-root-cert") ? forbidden("get", "configmaps") : undefined);
    const [hidden] = await surveyTrust(world([{ name: "east", objects, refuse }]), { mesh: manager });
    expect([hidden?.verdict.kind, hidden?.roots]).toEqual(["unknown", []]);
  });
});
