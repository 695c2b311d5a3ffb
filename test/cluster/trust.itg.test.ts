import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertificates } from "../../src/trust/index.ts";
import { day, type Made, makeIntermediate, makeRoot } from "../support/authority.ts";
import { applyByKubectl, fetching, inPod, kubectl } from "./by-hand.ts";
import { type Lab, missing, type Rule, startLab } from "./lab/index.ts";
import { meshFor, type Ran, type TestMesh } from "./mesh.ts";
import { client, common, port, server } from "./sample.ts";

/**
 * Certificates over their whole life, on real istiods with real proxies: renewed before their end, their root rotated in phases, interrupted and resumed, while
 * requests of one cluster are answered in the other over mTLS all the time. Keys and tokens are looked for in everything that is said (`canaries.ts`).
 */

const why = missing("mesh");
const names = ["east", "west"] as const;

describe.skipIf(why !== undefined)(`the trust of two clusters${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  let roots: { readonly a: Made; readonly b: Made };

  beforeAll(async () => {
    roots = { a: await makeRoot({ name: "root-a" }), b: await makeRoot({ name: "root-b" }) };
    const { a, b } = roots;
    const env = { ROOTS_A: a.pem, ROOTS_AB: a.pem + b.pem, ROOTS_B: b.pem, KEYS: a.key + b.key };
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    mesh = await meshFor({ lab, clusters: names.map((name) => ({ name })), env });
    write("ROOTS_A");
  });
  afterAll(() => lab?.stop());

  /** The mesh with the roots of this variable. Proxies listen for roots from the first, so that no phase has to wait until their certificates end. */
  const write = (
    variable: string,
    phase?: string,
    kubeconfig: (cluster: string) => string = (name) => lab.cluster(name).kubeconfig,
  ): void => {
    const rotation = phase === undefined ? "" : `    rotation: { to: root-b, phase: ${phase} }\n`;
    const trust = `  trust:\n    signer: { builtin: { certificate: { env: ${variable} }, key: { env: KEYS } } }\n${rotation}`;
    const pilot = 'pilot: { autoscaleEnabled: false, env: { ISTIO_MULTIROOT_MESH: "true" } }';
    const proxies = 'meshConfig: { defaultConfig: { proxyMetadata: { PROXY_CONFIG_XDS_AGENT: "true" } } }';
    const text = readFileSync(join(mesh.folder, "mesh.yaml"), "utf8")
      .replace(/ {2}trust:.*\n(?: {4}.*\n)*/u, trust)
      .replace("pilot: { autoscaleEnabled: false }", `${pilot}, ${proxies}`)
      .replaceAll(/name: (east|west) \}\nspec:\n([^]*?)kubeconfig: \{ file: \S+ \}/gu, (whole, name: string) =>
        whole.replace(/file: \S+/u, `file: ${kubeconfig(name)}`),
      );
    mesh.write({ "mesh.yaml": text });
  };
  /** Printed lines end where the terminal does: here only the words count. */
  const run = async (...args: readonly string[]): Promise<Ran> => {
    const ran = await mesh.run(...args);
    return { ...ran, stdout: args.includes("json") ? ran.stdout : ran.stdout.replaceAll(/\s+/gu, " ") };
  };
  const apply = (): Promise<Ran> => run("apply", "--snapshot-charts", "--verify", "none");
  const done = async (): Promise<void> => {
    const { code, stdout, stderr } = await apply();
    expect(code, `${stdout}${stderr}`).toBe(0);
  };
  const held = (cluster: string): Readonly<Record<string, string>> => {
    const text = kubectl(lab.cluster(cluster), ["get", "secret", "-n", "istio-system", "cacerts", "-o", "json"]);
    const { data } = JSON.parse(text) as { readonly data: Readonly<Record<string, string>> };
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()]));
  };
  const signing = (cluster: string): X509Certificate => new X509Certificate(held(cluster)["ca-cert.pem"] ?? "");
  /** `root-a: root-a root-b`: who signed, and whom it trusts. */
  const stand = (cluster: string): string => {
    const trusted = readCertificates(held(cluster)["root-cert.pem"] ?? "").certificates.map(({ facts }) => nameIn(facts.subject));
    return `${nameIn(signing(cluster).issuer)}: ${trusted.sort().join(" ")}`;
  };
  /** Until when istiod itself says that its certificate is good, in seconds. */
  const signsUntil = async (cluster: string): Promise<number> => {
    const page = await inPod(lab.cluster(cluster), "istio-system", "app=istiod", fetching("http://127.0.0.1:15014/metrics"));
    return Number(/^citadel_server_cert_chain_expiry_timestamp (\S+)$/mu.exec(page)?.[1]);
  };
  const endOf = (cluster: string): number => Date.parse(signing(cluster).validTo) / 1000;
  const istiods = (cluster: string): string =>
    kubectl(lab.cluster(cluster), ["get", "pods", "-n", "istio-system", "-l", "app=istiod", "-o", "jsonpath={.items[*].metadata.uid}"]);
  /** A request from east, answered in west. */
  const ask = (): Promise<string> => {
    const to = fetching(`http://127.0.0.1:${port}/hello`, { host: `echo.sample.svc.cluster.local:${port}` });
    return inPod(lab.cluster("east"), "sample", "app=client", to);
  };
  const answered = async (): Promise<void> => {
    await expect.poll(ask, { timeout: 20_000, interval: 500 }).toMatch(/^200\n/u);
    expect(await ask()).toContain("URI=spiffe://cluster.local/ns/sample/sa/client");
  };
  /** The root above the certificate that a proxy shows now, by its own admin page. */
  const leafRoot = async (cluster: string, app: string): Promise<string> => {
    const page = await inPod(
      lab.cluster(cluster),
      "sample",
      `app=${app}`,
      fetching("http://127.0.0.1:15000/config_dump?resource=dynamic_active_secrets"),
    );
    const chain = /"certificate_chain":\s*\{\s*"inline_bytes":\s*"([^"]+)"/u.exec(page)?.[1] ?? "";
    const intermediate = readCertificates(Buffer.from(chain, "base64").toString()).certificates[1];
    return nameIn(intermediate?.facts.issuer ?? "");
  };

  it("begins: intermediates of their own under one root, accepted by openssl, by istiod and by a peer", async () => {
    await done();
    const folder = mkdtempSync(join(tmpdir(), "isthmus-pem-"));
    for (const cluster of names) {
      const file = (key: string): string => {
        const path = join(folder, `${cluster}-${key}`);
        writeFileSync(path, held(cluster)[key] ?? "");
        return path;
      };
      const openssl = (...args: readonly string[]): string => execFileSync("openssl", args, { encoding: "utf8" });
      expect(openssl("verify", "-x509_strict", "-CAfile", file("root-cert.pem"), file("ca-cert.pem"))).toContain(": OK");
      const text = openssl("x509", "-noout", "-text", "-in", file("ca-cert.pem"));
      expect(text).toContain("ASN1 OID: prime256v1");
      expect(text).toContain("CA:TRUE, pathlen:0");
      expect(text).toContain("DNS:istiod.istio-system.svc");
      expect(await signsUntil(cluster)).toBe(endOf(cluster));
    }
    for (const cluster of lab.clusters) applyByKubectl(cluster, common);
    applyByKubectl(lab.cluster("west"), server);
    applyByKubectl(lab.cluster("east"), client);
    kubectl(lab.cluster("west"), ["-n", "sample", "rollout", "status", "deployment/echo", "--timeout=60s"]);
    kubectl(lab.cluster("east"), ["-n", "sample", "rollout", "status", "deployment/client", "--timeout=60s"]);
    await answered();
  });

  it("renews one cluster when asked: istiod signs with the new one, was not restarted, and the other cluster is untouched", async () => {
    const before = names.map((name) => [signing(name).serialNumber, istiods(name)]);
    const renewed = await run("certs", "renew", "--cluster", "east");
    expect(renewed.code, `${renewed.stdout}${renewed.stderr}`).toBe(0);
    const [east, west] = names.map((name) => [signing(name).serialNumber, istiods(name)]);
    expect(east?.[0]).not.toBe(before[0]?.[0]);
    expect([east?.[1], west]).toEqual([before[0]?.[1], before[1]]);
    expect(await signsUntil("east")).toBe(endOf("east"));
    await answered();
  });

  it("reissues nothing that it may not read, though it is about to end, and says which right is missing", async () => {
    const ending = await makeIntermediate(roots.a, { name: "west", notBefore: Date.now() - 20 * day, notAfter: Date.now() + 3 * day });
    const texts = { "ca-cert.pem": ending.pem, "ca-key.pem": ending.key, "cert-chain.pem": ending.pem, "root-cert.pem": roots.a.pem };
    kubectl(lab.cluster("west"), [
      "patch",
      "secret",
      "-n",
      "istio-system",
      "cacerts",
      "--type=merge",
      "-p",
      JSON.stringify({ stringData: texts }),
    ]);
    await expect.poll(() => signsUntil("west"), { timeout: 20_000 }).toBe(endOf("west"));

    const { objects: granted } = JSON.parse((await run("access", "--output", "json")).stdout) as { readonly objects: readonly Role[] };
    const rules = granted.flatMap(({ rules: own = [], metadata }) =>
      own.map((rule): Rule => (metadata.namespace === undefined ? rule : { ...rule, namespace: metadata.namespace })),
    );
    const user = await lab.cluster("west").makeUser({ name: "half-blind", rules: rules.map(withoutReadingCacerts) });
    const serial = signing("west").serialNumber;
    write("ROOTS_A", undefined, (name) => (name === "west" ? user.kubeconfig : lab.cluster(name).kubeconfig));
    const blind = await run("certs", "renew");
    expect(blind.code).toBe(3);
    expect(blind.stdout).toMatch(/may not get secrets in namespace istio-system/u);
    expect(blind.stdout).toContain("- cacerts");
    expect((await apply()).stdout).not.toMatch(/Run .* is through/u);
    expect(signing("west").serialNumber).toBe(serial);

    write("ROOTS_A");
    await done();
    expect(signing("west").serialNumber).not.toBe(serial);
    expect(await signsUntil("west")).toBe(endOf("west"));
    await answered();
  });

  it("rotates the root in phases that wait for every cluster, interrupted and resumed, with every request answered", {
    timeout: 400_000,
  }, async () => {
    const watch = asking(ask);
    const both = "root-a: root-a root-b";

    // Too early: nobody trusts the new root yet.
    write("ROOTS_AB", "switch");
    expect((await apply()).stdout).toContain("does not trust root-b yet");
    expect(names.map(stand)).toEqual(["root-a: root-a", "root-a: root-a"]);

    // Distribute fails in one cluster: the phase does not go on, and is finished by the next run.
    write("ROOTS_AB", "distribute");
    await lab
      .cluster("west")
      .faults([{ methods: ["PATCH"], path: "secrets/cacerts", answer: { kind: "status", status: 403, message: "not today" } }]);
    expect((await apply()).code).toBe(3);
    await lab.cluster("west").faults([]);
    expect(names.map(stand)).toEqual([both, "root-a: root-a"]);
    await answered();
    await done();
    expect(names.map(stand)).toEqual([both, both]);
    await answered();

    // What one cluster signs with cannot be read: nobody switches.
    write("ROOTS_AB", "switch");
    await lab
      .cluster("west")
      .faults([{ path: "namespaces/istio-system/secrets", answer: { kind: "status", status: 403, message: "not today" } }]);
    const unread = await apply();
    await lab.cluster("west").faults([]);
    expect([unread.code, unread.stdout, names.map(stand)]).toEqual([3, expect.stringContaining("west could not be read"), [both, both]]);

    // Killed when one cluster has switched and the other has not.
    await settled();
    await lab.cluster("west").faults([{ methods: ["PUT"], path: "secrets/cacerts", answer: { kind: "hang" } }]);
    await killedWhen(() => stand("east") === "root-b: root-a root-b");
    await lab.cluster("west").faults([]);
    expect(stand("west")).toBe(both);
    await answered();
    write("ROOTS_B", "retire");
    const early = await apply();
    expect([early.code, early.stdout]).toEqual([3, expect.stringContaining("west does not sign under root-b yet")]);
    write("ROOTS_AB", "switch");
    await eventually(apply);
    expect(names.map(stand)).toEqual(["root-b: root-a root-b", "root-b: root-a root-b"]);
    for (const [cluster, app] of [
      ["east", "client"],
      ["west", "echo"],
    ] as const) {
      await expect.poll(() => leafRoot(cluster, app), { timeout: 20_000, interval: 500 }).toBe("root-b");
    }
    await answered();

    write("ROOTS_B", "retire");
    await eventually(apply);
    expect(names.map(stand)).toEqual(["root-b: root-b", "root-b: root-b"]);
    await answered();
    for (const cluster of names) expect(await signsUntil(cluster)).toBe(endOf(cluster));

    write("ROOTS_B");
    await done();
    expect(names.map(stand)).toEqual(["root-b: root-b", "root-b: root-b"]);
    const { asked, failed } = await watch.end();
    console.info(`asked ${asked} times during the rotation, ${failed.length} without an answer`);
    expect(asked).toBeGreaterThan(20);
    expect(failed).toEqual([]);
  });

  /** Proxies take new certificates some seconds after their istiod took a bundle; a phase waits for that. */
  const settled = (): Promise<void> => new Promise((go) => setTimeout(go, 12_000));

  /** A phase that has to wait (for proxies, for the lease of a run that was killed) is asked for again, as a person would. */
  const eventually = async (attempt: () => Promise<Ran>): Promise<void> => {
    for (let left = 12; ; left--) {
      const ran = await attempt();
      if (ran.code === 0) return;
      expect(left, `${ran.stdout}${ran.stderr}`).toBeGreaterThan(0);
      await new Promise((go) => setTimeout(go, 4000));
    }
  };

  /** Applies in a process that gets SIGKILL at that moment. */
  const killedWhen = async (isTime: () => boolean): Promise<void> => {
    const { pid, ended } = mesh.begin("apply", "--snapshot-charts", "--verify", "none");
    await expect.poll(isTime, { timeout: 60_000, interval: 250 }).toBe(true);
    process.kill(pid, "SIGKILL");
    expect((await ended).code).toBe(-1);
  };
});

interface Role {
  readonly metadata: { readonly namespace?: string };
  readonly rules?: readonly Rule[];
}

function withoutReadingCacerts(rule: Rule): Rule {
  const isSecret = rule.resources?.includes("secrets") === true && rule.resourceNames?.includes("cacerts") === true;
  return isSecret ? { ...rule, verbs: rule.verbs.filter((verb) => verb !== "get") } : rule;
}

function nameIn(subject: string): string {
  return subject.replace(/[^]*CN=/u, "");
}

/** Asks again and again, until told to end; a request that is not answered is tried no second time. */
function asking(ask: () => Promise<string>): {
  readonly end: () => Promise<{ readonly asked: number; readonly failed: readonly string[] }>;
} {
  const failed: string[] = [];
  const stop = new AbortController();
  let asked = 0;
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const answer = await ask().catch((error: unknown) => String(error));
      asked++;
      if (!answer.startsWith("200\n")) failed.push(`${new Date().toISOString()} ${answer.slice(0, 300)}`);
      await new Promise((go) => setTimeout(go, 300));
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await loop;
      return { asked, failed };
    },
  };
}
