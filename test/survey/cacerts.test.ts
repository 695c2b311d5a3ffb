import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { CacertsVerdict } from "../../src/model/certificate.ts";
import { objectAt } from "../../src/model/json.ts";
import type { Live } from "../../src/model/live.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { certificates } from "../../src/render/certificates.ts";
import type { ExpectedTrust, LiveTrust } from "../../src/survey/cacerts.ts";
import { livingCacerts } from "../../src/survey/cacerts-living.ts";
import { day, makeIntermediate, makeRoot, now, rsaKeys } from "../support/authority.ts";
import { openssl, opensslVerify } from "../support/openssl.ts";
import { absent, judge, meshWith, plugged, sealed } from "./cacerts-scene.ts";

const unreadable: Live = { kind: "unknown", why: problem("cluster-slow", { cluster: "east", request: "GET", seconds: 10 }) };

const a = await makeRoot();
const b = await makeRoot({ name: "root-b" });
const east = await makeIntermediate(a);
const eastB = await makeIntermediate(b);
const upper = await makeIntermediate(a, { name: "upper", pathLength: 1 });
const deep = await makeIntermediate(upper);
const other = await makeIntermediate(a, { name: "other" });
const rootZero = await makeRoot({ name: "root-zero", pathLength: 0 });
const underZero = await makeIntermediate(rootZero);
const print = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(":", "").toLowerCase();

/** One line for a verdict. */
function told(verdict: CacertsVerdict): string {
  switch (verdict.kind) {
    case "keep":
      return ["keep", ...verdict.notes].join(": ");
    case "issue":
    case "roots":
      return `${verdict.kind}: ${verdict.why}`;
    case "refuse":
    case "unknown":
      return `${verdict.kind} ${verdict.why.code}: ${verdict.why.message}`;
  }
}

interface Row {
  readonly live: Live;
  readonly around?: Partial<LiveTrust>;
  readonly expected?: Partial<ExpectedTrust> & { readonly mesh?: Mesh };
  readonly verdict: string;
}

const rows: Readonly<Record<string, Row>> = {
  "a good one is kept": { live: sealed(plugged(east, a.pem)), verdict: "keep" },
  "one under an upper intermediate is kept": { live: sealed(plugged(deep, a.pem, upper.pem)), verdict: "keep" },
  "another tool's, in cert-manager's form, is kept": {
    live: sealed({ "tls.crt": east.pem, "tls.key": east.key, "ca.crt": a.pem }),
    verdict: "keep",
  },
  "an RSA one is kept": { live: sealed(plugged(await makeIntermediate(a, { keys: rsaKeys() }), a.pem)), verdict: "keep" },
  "the same root in another spelling is the same root": { live: sealed(plugged(east, `# shop\n\n${a.pem.trim()}\r\n`)), verdict: "keep" },
  "a root that signs itself is kept, and told": {
    live: sealed(plugged(a, a.pem)),
    verdict: "keep: istiod signs with the root itself: whoever reads this Secret holds the mesh's root key",
  },
  "one that outlives its root is kept, and told": {
    live: sealed(plugged(await makeIntermediate(a, { notAfter: now + 4000 * day }), a.pem)),
    verdict: `keep: it outlives its root, which ends at ${new X509Certificate(a.pem).validToDate.toISOString()}`,
  },

  "none yet: one is issued": { live: absent, verdict: "issue: there is none yet" },
  "a third of the life left: renewed": {
    live: sealed(plugged(await makeIntermediate(a, { notBefore: now - 60 * day, notAfter: now + 30 * day }), a.pem)),
    verdict: "issue: it ends at 2026-12-23T10:00:00.000Z",
  },
  "a little more than a third left: kept": {
    live: sealed(plugged(await makeIntermediate(a, { notBefore: now - 60 * day, notAfter: now + 31 * day }), a.pem)),
    verdict: "keep",
  },
  "workloads' certificates live long: renewed earlier": {
    live: sealed(plugged(await makeIntermediate(a, { notBefore: now - 60 * day, notAfter: now + 50 * day }), a.pem)),
    expected: { mesh: withLeafs("600h") },
    verdict: "issue: it ends at 2027-01-12T10:00:00.000Z",
  },
  "an upper intermediate ends sooner: renewed for it": {
    live: await underUpper({ notBefore: now - 60 * day, notAfter: now + 20 * day }),
    verdict: "issue: it ends at 2026-12-13T10:00:00.000Z",
  },
  "expired: renewed": {
    live: sealed(plugged(await makeIntermediate(a, { notBefore: now - 9 * day, notAfter: now - day }), a.pem)),
    verdict: "issue: what is there cannot be used: east expired at 2026-11-22T10:00:00.000Z",
  },
  "the key of another: renewed": {
    live: sealed({ ...plugged(east, a.pem), "ca-key.pem": other.key }),
    verdict: "issue: what is there cannot be used: ca-key.pem does not belong to the certificate",
  },
  "a chain that begins with another: renewed": {
    live: sealed({ ...plugged(east, a.pem), "cert-chain.pem": other.pem }),
    verdict: "issue: what is there cannot be used: cert-chain.pem does not begin with the certificate in ca-cert.pem",
  },
  // `%/cert-chain.pem: %/ca-cert.pem root-cert.pem; cat $^ > $@` in tools/certs/Makefile.selfsigned.mk of Istio: every mesh made by that book has it.
  "the root in the chain: kept": {
    live: sealed(plugged(east, a.pem, a.pem)),
    verdict: "keep",
  },
  "asked for: renewed": { live: sealed(plugged(east, a.pem)), expected: { renew: true }, verdict: "issue: a renewal was asked for" },
  "a root that may have nothing below it is told": {
    live: sealed(plugged(underZero, rootZero.pem)),
    expected: { roots: rootZero.pem },
    verdict: "issue: what is there cannot be used: root-zero allows 0 authorities below it (path length), not 1",
  },

  "unreadable: nothing is concluded": { live: unreadable, verdict: `unknown cluster-slow: ${unreadable.why.message}` },
  "none, and whether istiod signs itself is unreadable": {
    live: absent,
    around: { selfSigned: unreadable },
    verdict: `unknown cluster-slow: ${unreadable.why.message}`,
  },
  "the signer cannot name its roots": {
    live: absent,
    expected: { roots: undefined },
    verdict: "unknown signer-unavailable: The signer cannot be used: its roots are not known.",
  },

  "another root is refused": {
    live: sealed(plugged(eastB, b.pem)),
    verdict: `refuse root-differs: east trusts root-b (${print(b.pem).slice(0, 12)}), the mesh trusts root-a (${print(a.pem).slice(0, 12)}).`,
  },
  "a root more is refused without a rotation": {
    live: sealed(plugged(east, a.pem)),
    expected: { roots: a.pem + b.pem },
    verdict: `refuse root-differs: east trusts root-a (${print(a.pem).slice(0, 12)}), the mesh trusts root-a (${print(a.pem).slice(0, 12)}) and root-b (${print(b.pem).slice(0, 12)}).`,
  },
  "a root less is refused without a rotation": {
    live: sealed(plugged(east, a.pem + b.pem)),
    verdict: `refuse root-differs: east trusts root-a (${print(a.pem).slice(0, 12)}) and root-b (${print(b.pem).slice(0, 12)}), the mesh trusts root-a (${print(a.pem).slice(0, 12)}).`,
  },
  "incomplete is refused": {
    live: sealed({ ...plugged(east, a.pem), "ca-key.pem": "" }),
    verdict: "refuse cacerts-incomplete: Secret istio-system/cacerts in east lacks ca-key.pem.",
  },
  "istiod's own root with proxies is refused": {
    live: absent,
    around: { selfSigned: sealed({ "ca-cert.pem": a.pem }) },
    verdict:
      "refuse self-signed-in-use: istiod of east signs with a root of its own (Secret istio-ca-secret), and its proxies trust nothing else: another root would cut them off.",
  },
  "istiod's own root and nobody knows of proxies is refused": {
    live: absent,
    around: { selfSigned: sealed({ "ca-cert.pem": a.pem }), hasProxies: undefined },
    verdict:
      "refuse self-signed-in-use: istiod of east signs with a root of its own (Secret istio-ca-secret), and its proxies trust nothing else: another root would cut them off.",
  },
  "istiod's own root without a proxy gives way": {
    live: absent,
    around: { selfSigned: sealed({ "ca-cert.pem": a.pem }), hasProxies: false },
    verdict: "issue: there is none yet",
  },
  "istiod's own root in cacerts is refused": {
    live: sealed({ ...plugged(a, a.pem), "istio-generated": "" }),
    verdict:
      "refuse self-signed-in-use: istiod of east signs with a root of its own (Secret istio-ca-secret), and its proxies trust nothing else: another root would cut them off.",
  },
  "cert-manager's that ends is left to cert-manager": {
    live: await inManagersForm({ notBefore: now - 60 * day, notAfter: now + day }),
    verdict: "refuse cacerts-unusable: Secret istio-system/cacerts in east cannot stay as it is: it ends at 2026-11-24T10:00:00.000Z.",
  },
  "an immutable one that must change is refused": {
    live: sealed(plugged(east, a.pem), { immutable: true }),
    expected: { renew: true },
    verdict: "refuse cacerts-unusable: Secret istio-system/cacerts in east cannot stay as it is: it is immutable and must change.",
  },

  "external: a good one is kept, whatever its root": {
    live: sealed(plugged(eastB, b.pem)),
    expected: { mesh: meshWith({ signer: { kind: "external" } }), roots: undefined },
    verdict: "keep",
  },
  "external: none is refused": {
    live: absent,
    expected: { mesh: meshWith({ signer: { kind: "external" } }), roots: undefined },
    verdict: "refuse cacerts-missing: east has no Secret istio-system/cacerts, and its istiod would sign with a root of its own.",
  },
  "external: a broken one is refused, never replaced": {
    live: sealed({ ...plugged(east, a.pem), "ca-key.pem": other.key }),
    expected: { mesh: meshWith({ signer: { kind: "external" } }), roots: undefined },
    verdict:
      "refuse cacerts-unusable: Secret istio-system/cacerts in east cannot stay as it is: ca-key.pem does not belong to the certificate.",
  },
  "cert-manager with istio-csr: istiod does not sign": {
    live: absent,
    expected: { mesh: meshWith({ signer: { kind: "certManager", issuer: {} } }), roots: undefined },
    verdict: "keep",
  },
  "a remote: its primary signs": {
    live: absent,
    expected: { mesh: meshWith({}, ["east"], { role: "remote" }) },
    verdict: "keep",
  },
};

describe("what becomes of cacerts", () => {
  it.each(Object.entries(rows))("%s", (_, { live, around = {}, expected = {}, verdict }) => {
    expect(told(judge(live, { roots: a.pem, ...expected }, around))).toBe(verdict);
  });

  it("asks for the same root and its very bytes when it renews", () => {
    const roots = `# shop\n${a.pem.trim()}`;
    const verdict = judge(sealed(plugged(east, roots)), { roots: a.pem, renew: true });
    expect(verdict).toMatchObject({
      kind: "issue",
      replaces: new X509Certificate(east.pem).serialNumber.toLowerCase(),
      request: { cluster: "east", roots, under: print(a.pem), systemNamespace: "istio-system", notAfter: now + 365 * day },
    });
  });

  it("takes the validity of the document for new ones", () => {
    const mesh = meshWith({ signer: { kind: "builtin", root: { validity: "720h" } } });
    expect(judge(absent, { mesh, roots: a.pem })).toMatchObject({ request: { notBefore: now - 300_000, notAfter: now + 30 * day } });
  });

  it("lets no key into any verdict", () => {
    for (const { live, around = {}, expected = {} } of Object.values(rows)) {
      const verdict = judge(live, { roots: a.pem, ...expected }, around);
      expect(`${JSON.stringify(verdict)}${told(verdict)}`).not.toMatch(/PRIVATE KEY|⟦secret/u);
    }
  });

  it("knows the forms of X.509 that istiod and openssl refuse", async () => {
    const bad = await makeIntermediate(a, { purposes: ["1.3.6.1.5.5.7.3.2"], usage: 1 });
    expect(told(judge(sealed(plugged(bad, a.pem)), { roots: a.pem }))).toContain(
      "east may not sign certificates (key usage); east has an extended key usage without serverAuth",
    );
    const shut = await makeIntermediate(a, { permittedUri: "other.example" });
    expect(told(judge(sealed(plugged(shut, a.pem)), { roots: a.pem }))).toContain(
      "do not allow identities of the trust domain cluster.local",
    );
    const open = await makeIntermediate(a, { permittedUri: "cluster.local", excludedUri: ".example" });
    expect(told(judge(sealed(plugged(open, a.pem)), { roots: a.pem }))).toBe("keep");
  });

  it.skipIf(openssl === undefined)("agrees with openssl about what leads to a root (needs openssl)", async () => {
    const cases: readonly (readonly [string, string])[] = [
      [east.pem, a.pem],
      [deep.pem + upper.pem, a.pem],
      [deep.pem, a.pem],
      [east.pem, b.pem],
      [east.pem, a.pem + b.pem],
      [underZero.pem, rootZero.pem],
      [(await makeIntermediate(await makeIntermediate(a), {})).pem, a.pem],
    ];
    const { judgeChain, readCertificates } = await import("../../src/trust/index.ts");
    for (const [chain, roots] of cases) {
      const ours = judgeChain({
        chain: readCertificates(chain).certificates,
        roots: readCertificates(roots).certificates,
        at: now,
        trustDomain: "cluster.local",
      });
      // openssl counts the path length for the chain itself; we count it for the leafs below, so we may refuse more, never less.
      const theirs = (await opensslVerify(chain, roots, now)) === "chain.pem: OK";
      if (!theirs) expect(ours.faults).not.toEqual([]);
      if (chain !== underZero.pem) expect(ours.faults.length === 0).toBe(theirs);
    }
  });
});

describe("a verdict as a difference", () => {
  const manifest = certificates({ mesh: meshWith({}), real: meshWith({}).clusters[0], cluster: meshWith({}).clusters[0] } as never)[0];
  const wanted = manifest?.object ?? {};
  const live = sealed(plugged(east, a.pem)).object;
  const differs = (verdict: CacertsVerdict): readonly string[] => {
    const judged = livingCacerts(verdict, wanted, live);
    if (judged.kind === "equal") return [];
    const [before, after] = [objectAt(judged.object, "stringData"), objectAt(wanted, "stringData")];
    return Object.keys(after).filter((key) => before[key] !== after[key]);
  };

  it("a new intermediate touches everything, other roots only the roots, anything else nothing", () => {
    expect(differs(judge(sealed(plugged(east, a.pem)), { roots: a.pem, renew: true }))).toEqual([
      "ca-cert.pem",
      "ca-key.pem",
      "cert-chain.pem",
      "root-cert.pem",
    ]);
    expect(differs({ kind: "roots", why: "", rootCert: "" })).toEqual(["root-cert.pem"]);
    expect(differs({ kind: "keep", notes: [] })).toEqual([]);
    expect(differs(judge(sealed(plugged(eastB, b.pem)), { roots: a.pem }))).toEqual([]);
    expect(differs({ kind: "unknown", why: unreadable.why })).toEqual([]);
  });
});

function withLeafs(life: string): Mesh {
  const plain = meshWith({});
  const [first] = plain.clusters;
  const values = { istiod: { pilot: { env: { DEFAULT_WORKLOAD_CERT_TTL: life } } } };
  return { ...plain, clusters: first === undefined ? [] : [{ ...first, istio: { ...first.istio, values } }] };
}

async function underUpper(recipe: { readonly notBefore: number; readonly notAfter: number }): Promise<Live> {
  const short = await makeIntermediate(a, { name: "upper", pathLength: 1, ...recipe });
  return sealed(plugged(await makeIntermediate(short, { notBefore: recipe.notBefore }), a.pem, short.pem));
}

async function inManagersForm(recipe: { readonly notBefore: number; readonly notAfter: number }): Promise<Live> {
  const made = await makeIntermediate(a, recipe);
  return sealed({ "tls.crt": made.pem, "tls.key": made.key, "ca.crt": a.pem });
}
