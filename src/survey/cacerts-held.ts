import { textAt, valueAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { type Certificate, judgeChain, readCertificates } from "../trust/index.ts";

/** What a live `cacerts` holds, as certificates. */
export interface Held {
  /** Which files istiod takes: `tls.crt` is taken as soon as it exists (reference 2.2). */
  readonly form: "istio" | "cert-manager";
  readonly missing: readonly string[];
  /** istiod made it itself, with a root of its own. */
  readonly isGenerated: boolean;
  readonly isImmutable: boolean;
  /** Starts with the signing certificate, without the root. */
  readonly chain: readonly Certificate[];
  readonly roots: readonly Certificate[];
  readonly rootText: string;
  /** The root above the signing certificate, when a path leads to one. */
  readonly issuer: Certificate | undefined;
  /** Why istiod or its peers would refuse it, as sentences. */
  readonly faults: readonly string[];
}

const keysOf = {
  istio: { certificate: "ca-cert.pem", key: "ca-key.pem", chain: "cert-chain.pem", roots: "root-cert.pem" },
  "cert-manager": { certificate: "tls.crt", key: "tls.key", chain: "tls.crt", roots: "ca.crt" },
} as const;

/** Reads `cacerts` as istiod does. `at` is milliseconds since 1970. */
export function readHeld(live: Present, { at, trustDomain }: { readonly at: number; readonly trustDomain: string }): Held {
  const text = (key: string): string => textAt(live.object, "stringData", key) ?? "";
  const form = text("tls.crt") === "" ? "istio" : "cert-manager";
  const keys = keysOf[form];
  const first = readCertificates(text(keys.certificate));
  const upper = readCertificates(text(keys.chain));
  const trusted = readCertificates(text(keys.roots));
  const roots = trusted.certificates;
  const chain = withoutRoots(upper.certificates, roots);
  const judged = judgeChain({ chain, roots, at, trustDomain });
  return {
    form,
    missing: [...new Set(Object.values(keys))].filter((key) => text(key) === ""),
    isGenerated: valueAt(live.object, ["stringData", "istio-generated"]) !== undefined,
    isImmutable: live.object["immutable"] === true,
    chain,
    roots,
    rootText: text(keys.roots),
    issuer: judged.root,
    faults: [
      ...[first, upper, trusted].flatMap(({ faults }) => faults),
      ...judged.faults,
      ...sameFaults(first.certificates[0], chain[0], keys),
      ...keyFaults(live, first.certificates[0], keys.key),
    ],
  };
}

/**
 * cert-manager's issuers may end the chain with the root, and istiod appends `ca.crt` itself; Istio's own Makefile for plugged-in certificates always writes the root
 * into `cert-chain.pem`. Such meshes run: what is judged is the chain below the root, or no mesh made by that book could be adopted.
 */
function withoutRoots(chain: readonly Certificate[], roots: readonly Certificate[]): readonly Certificate[] {
  return chain.filter(({ fingerprint }, index) => index === 0 || !roots.some((root) => root.fingerprint === fingerprint));
}

function sameFaults(
  first: Certificate | undefined,
  head: Certificate | undefined,
  keys: { readonly chain: string; readonly certificate: string },
) {
  return first?.fingerprint === head?.fingerprint ? [] : [`${keys.chain} does not begin with the certificate in ${keys.certificate}`];
}

function keyFaults(live: Present, first: Certificate | undefined, path: string): readonly string[] {
  const key = live.privates.find((facts) => facts.path === path);
  if (key?.kind !== "private-key") return [`${path} holds no private key that can be read`];
  return first === undefined || key.fingerprint === first.facts.keyFingerprint ? [] : [`${path} does not belong to the certificate`];
}
