import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertificates } from "../../src/trust/index.ts";
import { type Made, now as madeAt, makeIntermediate, makeRoot } from "../support/authority.ts";
import { applyByKubectl, fetching, grantPrinted, inPod, kubectl, nameOf, rolledOut } from "./by-hand.ts";
import { giveIssuer, installCertManager, installIstioCsr, issuerRef, istiodCertificate } from "./cert-manager/install.ts";
import { type KubeObject, type Lab, type LabCluster, missing, startLab } from "./lab/index.ts";
import { meshFor, type Ran, type TestMesh } from "./mesh.ts";
import { probeFlags, probeRoads } from "./probe-roads.ts";
import { client, common, port, server } from "./sample.ts";
import { auditMark, writesSince } from "./writes.ts";

/**
 * Signer `certManager` on real clusters: cert-manager's controllers sign, real istiods serve with what it issued, real proxies get their certificates by way of
 * istio-csr's protocol. Of istio-csr a stand-in runs (`cert-manager/istio-csr-stand-in.ts`). The program is the one that is shipped.
 */

const why = missing("cert-manager");
const names = ["east", "west"] as const;

interface Check {
  readonly name: string;
  readonly cluster: string;
  readonly verdict: string;
  readonly observed: string;
  readonly remedy?: string;
}

describe.skipIf(why !== undefined)(`cert-manager with istio-csr${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  let root: Made;
  beforeAll(async () => {
    root = await makeRoot({ name: "mesh-root" });
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    const trust = `{ signer: { certManager: { issuer: { name: ${issuerRef.name}, kind: ${issuerRef.kind} } } } }`;
    // With no more rights than Isthmus itself says that it needs here.
    const users = await Promise.all(lab.clusters.map((cluster) => cluster.makeUser({ name: "isthmus", rules: [] })));
    const clusters = names.map((name, at) => ({ name, kubeconfig: users[at]?.kubeconfig ?? "" }));
    mesh = await meshFor({ lab, clusters, trust, built: true });
    const { stdout } = await mesh.run("access", "--print", "--probe", "--output", "json");
    const { objects } = JSON.parse(stdout) as { readonly objects: readonly KubeObject[] };
    lab.clusters.forEach((cluster, at) => grantPrinted(cluster, objects, users[at]?.username ?? ""));
  });
  afterAll(() => lab?.stop());

  const east = () => lab.cluster("east");
  const run = async (...args: readonly string[]): Promise<Ran> => {
    const ran = await mesh.run(...args);
    return { ...ran, stdout: args.includes("json") ? ran.stdout : ran.stdout.replaceAll(/\s+/gu, " ") };
  };
  const apply = () => run("apply", "--snapshot-charts", "--verify", "none");
  const refused = async (words: RegExp): Promise<void> => {
    const mark = auditMark(lab);
    const { code, stdout } = await apply();
    expect([code, writesSince(lab, mark)]).toEqual([3, []]);
    expect(stdout).toMatch(words);
  };
  const checks = async (name: string, ...args: readonly string[]): Promise<readonly Check[]> => {
    const { stdout } = await mesh.run("verify", "--output", "json", ...args);
    return (JSON.parse(stdout) as { readonly checks: readonly Check[] }).checks.filter((check) => check.name === name);
  };
  const certs = async (): Promise<readonly Listed[]> => {
    const { stdout } = await mesh.run("certs", "list", "--output", "json");
    return (JSON.parse(stdout) as { readonly clusters: readonly Listed[] }).clusters;
  };
  /** `istiod-tls` as cert-manager keeps it. */
  const serving = (cluster: LabCluster): X509Certificate => {
    const text = kubectl(cluster, ["-n", "istio-system", "get", "secret", "istiod-tls", "-o", "jsonpath={.data.tls\\.crt}"]);
    return new X509Certificate(Buffer.from(text, "base64"));
  };
  /** What an istiod shows to who calls it by its name. */
  const shown = async (cluster: LabCluster): Promise<string> => {
    const script = `const socket = require("node:tls").connect({ host: "127.0.0.1", port: 15012, servername: "istiod.istio-system.svc", rejectUnauthorized: false }, () => {
      console.log(socket.getPeerCertificate().serialNumber); socket.end(); });`;
    return (await inPod(cluster, "istio-system", "app=istiod", [process.execPath, "-e", script])).trim();
  };
  const issued = (cluster: LabCluster): void => {
    kubectl(cluster, ["-n", "istio-system", "wait", "--for=condition=Ready", "certificate/istiod", "--timeout=60s"]);
  };
  const secretsOf = (cluster: LabCluster): readonly string[] =>
    kubectl(cluster, ["-n", "istio-system", "get", "secrets", "-o", "name"]).trim().split("\n");

  it("is refused while there is no cert-manager: nothing is written, and it is said what to install", async () => {
    await refused(
      /istio-system\/istiod-tls is not what its istiod needs: it does not exist\..*ClusterIssuer mesh-ca Ready; istio-csr Available/u,
    );
    expect((await certs()).map(({ cluster, verdict }) => [cluster, verdict.kind])).toEqual([
      ["east", "refuse"],
      ["west", "refuse"],
    ]);
  });

  it("is refused where istiod's certificate lacks a name, and where istio-csr has given no roots", async () => {
    for (const cluster of lab.clusters) {
      installCertManager(cluster);
      giveIssuer(cluster, await makeIntermediate(root, { name: `issuer-${cluster.name}` }), root);
      applyByKubectl(cluster, [istiodCertificate(["istiod-1-30.istio-system.svc"])]);
    }
    for (const cluster of lab.clusters) issued(cluster);
    await refused(/its certificate lacks istiod\.istio-system\.svc; istio-csr has given no roots/u);
  });

  it("takes the mesh from there to synced; nobody writes cacerts", async () => {
    for (const cluster of lab.clusters) installIstioCsr(cluster, root, cluster.name);
    for (const cluster of lab.clusters) {
      rolledOut(cluster, "cert-manager", "cert-manager-istio-csr");
      await expect.poll(() => serving(cluster).subjectAltName, { timeout: 30_000 }).toContain("DNS:istiod.istio-system.svc");
      await cluster.api.waitFor("/api/v1/namespaces/istio-system/configmaps/istio-ca-root-cert", (found) => found !== undefined);
    }
    const done = await apply();
    expect(done.code, `${done.stdout}${done.stderr}`).toBe(0);
    for (const cluster of lab.clusters) {
      const page = await inPod(cluster, "istio-system", "app=istiod", fetching("http://127.0.0.1:8080/debug/clusterz"));
      for (const name of names) expect(page).toMatch(new RegExp(`"id":"${name}"[^}]*"synced"`, "u"));
      expect(secretsOf(cluster)).toContain("secret/istiod-tls");
      // Neither ours nor one of istiod's own making.
      for (const name of ["secret/cacerts", "secret/istio-ca-secret"]) expect(secretsOf(cluster)).not.toContain(name);
    }
    const mark = auditMark(lab);
    const again = await apply();
    expect([again.code, writesSince(lab, mark)]).toEqual([0, []]);
  });

  it("serves with what cert-manager issued, also after a renewal, without a restart", async () => {
    const before = serving(east()).serialNumber;
    expect(await shown(east())).toBe(before);
    // cert-manager issues anew what is not there.
    kubectl(east(), ["-n", "istio-system", "delete", "secret", "istiod-tls"]);
    const uids = ["-n", "istio-system", "get", "pods", "-l", "app=istiod", "-o", "jsonpath={.items[*].metadata.uid}"];
    const running = kubectl(east(), uids);
    await expect.poll(() => secretsOf(east()), { timeout: 30_000 }).toContain("secret/istiod-tls");
    const after = serving(east()).serialNumber;
    expect(after).not.toBe(before);
    await expect.poll(() => shown(east()), { timeout: 30_000 }).toBe(after);
    expect(kubectl(east(), uids)).toBe(running);
    expect((await run("drift")).code).toBe(0);
  });

  it("answers a request of one cluster in the other, with certificates by way of istio-csr", async () => {
    for (const cluster of lab.clusters) applyByKubectl(cluster, common);
    applyByKubectl(lab.cluster("west"), server);
    applyByKubectl(east(), client);
    rolledOut(lab.cluster("west"), "sample", "echo");
    rolledOut(east(), "sample", "client");
    const to = fetching(`http://127.0.0.1:${port}/hello`, { host: `echo.sample.svc.cluster.local:${port}` });
    const ask = () => inPod(east(), "sample", "app=client", to);
    await expect.poll(ask, { timeout: 30_000, interval: 1000 }).toMatch(/^200\n/u);
    expect(await ask()).toContain("URI=spiffe://cluster.local/ns/sample/sa/client");
    // What the proxy shows is of the cluster's own issuer, and no istiod's.
    const secrets = fetching("http://127.0.0.1:15000/config_dump?resource=dynamic_active_secrets");
    const page = await inPod(east(), "sample", "app=client", secrets);
    const chain = Buffer.from(/"certificate_chain":\s*\{\s*"inline_bytes":\s*"([^"]+)"/u.exec(page)?.[1] ?? "", "base64").toString();
    const [leaf] = readCertificates(chain).certificates;
    expect(leaf?.facts.issuer).toContain("CN=issuer-east");
    expect(leaf?.facts.subjectAltNames).toEqual(["URI:spiffe://cluster.local/ns/sample/sa/client"]);
    const pods = await east().api.list("/api/v1/namespaces/cert-manager/pods?labelSelector=app%3Dcert-manager-istio-csr");
    const name = nameOf(pods[0] ?? {});
    expect(kubectl(east(), ["-n", "cert-manager", "logs", name])).toContain("signed for spiffe://cluster.local/ns/sample/sa/client");
  });

  it("is told as it is: verify with its probe, certs and status", async () => {
    for (const cluster of lab.clusters) applyByKubectl(cluster, probeRoads);
    const looked = await mesh.run("verify", "--probe", ...probeFlags, "--output", "json");
    const { checks: all } = JSON.parse(looked.stdout) as { readonly checks: readonly Check[] };
    expect([looked.code, all.filter(({ verdict }) => verdict !== "passed")]).toEqual([0, []]);
    const told = (name: string) => all.filter((check) => check.name === name).map(({ observed }) => observed);
    for (const text of told("certificates-valid"))
      expect(text).toMatch(/^What istiod serves with leads to the mesh's root; istiod's own certificate ends in \d+ minutes\.$/u);
    for (const text of told("roots-equal")) expect(text).toMatch(/namespaces \(.*\) trust mesh-root \(.*\), as 1 other cluster does\.$/u);
    for (const text of told("gateway-handshake")) expect(text).toContain("leads to the mesh's root");
    expect(told("request-across")).toHaveLength(2);

    const own = readCertificates(root.pem).certificates[0]?.fingerprint;
    for (const { cluster, certificate, roots, verdict } of await certs()) {
      expect(certificate?.serial.toUpperCase()).toBe(serving(lab.cluster(cluster)).serialNumber);
      expect(roots.map((each) => each.fingerprint)).toEqual([own]);
      expect(verdict.kind).toBe("keep");
    }
    expect((await run("status")).code).toBe(0);
    expect((await run("certs", "list")).stdout).toMatch(/\((?:\d+) minutes left\) root \S+ O=shop, CN=mesh-root/u);
  });

  it("has nothing to renew for Isthmus, and says so", async () => {
    const mark = auditMark(lab);
    const renewed = await run("certs", "renew", "--cluster", "east");
    expect([renewed.code === 0, writesSince(lab, mark)]).toEqual([false, []]);
    expect(renewed.stdout).toContain("Nothing was renewed");
  });

  it("is refused, and told by verify, when what istiod serves with has expired or is of another root", async () => {
    const replace = async (made: Made, ca: Made): Promise<void> => {
      const data = { "tls.crt": made.pem, "tls.key": made.key, "ca.crt": ca.pem };
      const text = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString("base64")]));
      kubectl(east(), ["-n", "istio-system", "patch", "secret", "istiod-tls", "--type=merge", "-p", JSON.stringify({ data: text })]);
    };
    // Nobody issues while cert-manager is away.
    kubectl(east(), ["-n", "cert-manager", "scale", "deployment", "cert-manager", "--replicas=0"]);
    await expect
      .poll(() => kubectl(east(), ["-n", "cert-manager", "get", "pods", "-l", "app=cert-manager", "-o", "name"]), { timeout: 30_000 })
      .toBe("");
    const leaf = { isCa: false, pathLength: undefined };
    await replace(await makeIntermediate(root, { ...leaf, notAfter: madeAt - 1000 }), root);
    // Something is to be written, so that it matters.
    mesh.write({ "mesh.yaml": mesh.read("mesh.yaml").replace("autoscaleEnabled: false }", "autoscaleEnabled: false, traceSampling: 2 }") });
    await refused(/its certificate expired at 2026-11-23T09:59:59/u);
    const [told] = (await checks("certificates-valid")).filter(({ cluster }) => cluster === "east");
    expect([told?.verdict, told?.observed]).toEqual(["failed", expect.stringContaining("its certificate expired at")]);

    const other = await makeRoot({ name: "other-root" });
    await replace(await makeIntermediate(other, leaf), other);
    await refused(/its certificate does not lead to a root that is trusted there/u);
  });
});

interface Listed {
  readonly cluster: string;
  readonly certificate: { readonly serial: string } | null;
  readonly roots: readonly { readonly fingerprint: string }[];
  readonly verdict: { readonly kind: string };
}
