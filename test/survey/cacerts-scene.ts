import { createPublicKey } from "node:crypto";
import type { JsonObject } from "../../src/model/json.ts";
import type { Live, Present } from "../../src/model/live.ts";
import type { Cluster, Mesh, Trust } from "../../src/model/mesh.ts";
import { sealedText } from "../../src/model/secret.ts";
import { type ExpectedTrust, judgeCacerts, type LiveTrust } from "../../src/survey/cacerts.ts";
import { keyFingerprint } from "../../src/trust/index.ts";
import { type Made, now } from "../support/authority.ts";
import { cluster, mesh } from "../support/study.ts";

export const absent: Live = { kind: "absent" };

/** A Secret as its API server's door hands it out: certificates readable, keys sealed. */
export function sealed(texts: Readonly<Record<string, string>>, more: JsonObject = {}): Present {
  const isKey = (text: string) => text.includes("PRIVATE KEY");
  const stringData = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, isKey(text) ? sealedText("0".repeat(32)) : text] as const),
  );
  const privates = Object.entries(texts)
    .filter(([, text]) => isKey(text))
    .map(([path, text]) => ({ kind: "private-key" as const, path, fingerprint: keyFingerprint(createPublicKey(text)) }));
  const object = { apiVersion: "v1", kind: "Secret", metadata: { name: "cacerts", namespace: "istio-system" }, stringData, ...more };
  return { kind: "present", object, privates };
}

/** `cacerts` in Istio's form. */
export function plugged(signing: Made, roots: string, upper = ""): Readonly<Record<string, string>> {
  return { "ca-cert.pem": signing.pem, "ca-key.pem": signing.key, "cert-chain.pem": signing.pem + upper, "root-cert.pem": roots };
}

export function meshWith(trust: Partial<Trust>, names: readonly string[] = ["east"], parts: Partial<Cluster> = {}): Mesh {
  const signer = { kind: "builtin", root: {} } as const;
  const whole = { domain: "cluster.local", aliases: [], signer, rotation: undefined, ...trust };
  return mesh(
    names.map((name) => cluster(name, parts)),
    { trust: whole },
  );
}

/** The verdict over the first cluster of a mesh, everything else as in a healthy one. */
export function judge(cacerts: Live, expected: Partial<ExpectedTrust> & { readonly mesh?: Mesh }, live: Partial<LiveTrust> = {}) {
  const whole = expected.mesh ?? meshWith({});
  const [first] = whole.clusters;
  if (first === undefined) throw new Error("the mesh has no cluster");
  return judgeCacerts(
    { cacerts, selfSigned: absent, hasProxies: true, ...live },
    { mesh: whole, cluster: first, roots: undefined, at: now, ...expected },
  );
}
