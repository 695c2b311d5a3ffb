import { createPrivateKey, createPublicKey } from "node:crypto";
import { type Json, textAt, valueAt } from "../../model/json.ts";
import type { PrivateFacts } from "../../model/live.ts";
import { keyFingerprint } from "../../trust/index.ts";

/** What may be known of a private key; opaque when it cannot be read, for instance because it is encrypted. `path`: the key of the Secret it is in. */
export function keyFacts(path: string, pem: string): PrivateFacts {
  try {
    return { kind: "private-key", path, fingerprint: keyFingerprint(createPublicKey(createPrivateKey(pem))) };
  } catch {
    return { kind: "opaque", path };
  }
}

/** The claims of a token, its signature unchecked; `undefined` for what is none. */
export function tokenFacts(path: string, text: string): PrivateFacts | undefined {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/u.exec(text.trim()) ?? [];
  if (payload === undefined) return undefined;
  let claims: Json;
  try {
    claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
  const time = (name: string): number | undefined => {
    const value = valueAt(claims, [name]);
    return typeof value === "number" ? value * 1000 : undefined;
  };
  const accountUid =
    textAt(claims, "kubernetes.io", "serviceaccount", "uid") ?? textAt(claims, "kubernetes.io/serviceaccount/service-account.uid");
  return { kind: "token", path, subject: textAt(claims, "sub"), accountUid, issuedAt: time("iat"), expiresAt: time("exp") };
}
