import { createHmac, createPrivateKey, createPublicKey } from "node:crypto";
import { isObject, type Json, type JsonObject, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Present, PrivateFacts } from "../../model/live.ts";
import { sealedText } from "../../model/secret.ts";
import { keyFingerprint } from "../../trust/index.ts";
import { readValues, writeYaml } from "../../yaml/index.ts";

/** An object as it may be known inside: a Secret without its private parts, anything else as it is. See `Present`. */
export function sealed(object: JsonObject): Present {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1") return { kind: "present", object, privates: [] };
  const privates: PrivateFacts[] = [];
  const { data: _, stringData: __, ...rest } = object;
  const entries = Object.entries(objectAt(object, "data")).map(([path, value]) => [path, textFor(path, decoded(value), privates)] as const);
  return { kind: "present", object: { ...withoutCopy(rest), stringData: Object.fromEntries(entries) }, privates };
}

function decoded(value: Json | undefined): string {
  return typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : "";
}

/** kubectl keeps a copy of what was applied, values included, in an annotation. */
function withoutCopy(object: JsonObject): JsonObject {
  const key = "kubectl.kubernetes.io/last-applied-configuration";
  const annotations = objectAt(object, "metadata", "annotations");
  if (annotations[key] === undefined) return object;
  const shown = { ...annotations, [key]: "***" };
  return { ...object, metadata: { ...objectAt(object, "metadata"), annotations: shown } };
}

const certificates = /^(?:\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/u;

function textFor(path: string, text: string, privates: PrivateFacts[]): string {
  if (text === "" || certificates.test(text)) return text;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)) {
    privates.push(keyFacts(path, text));
    return seal(text);
  }
  const kubeconfig = /\bclusters\b/u.test(text) && /\busers\b/u.test(text) ? kubeconfigIn(text) : undefined;
  if (kubeconfig !== undefined) return kubeconfigText(path, kubeconfig, privates);
  privates.push(tokenFacts(path, text) ?? { kind: "opaque", path });
  return seal(text);
}

function keyFacts(path: string, text: string): PrivateFacts {
  try {
    return { kind: "private-key", path, fingerprint: keyFingerprint(createPublicKey(createPrivateKey(text))) };
  } catch {
    return { kind: "opaque", path };
  }
}

function kubeconfigIn(text: string): JsonObject | undefined {
  try {
    const [value] = readValues(text);
    return isObject(value) && Array.isArray(value["clusters"]) && Array.isArray(value["users"]) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A kubeconfig with everything but its credentials, written the way we write it. */
function kubeconfigText(path: string, config: JsonObject, privates: PrivateFacts[]): string {
  const users = (config["users"] as readonly Json[]).map((entry) => {
    const user = Object.entries(objectAt(entry, "user")).map(([key, value]) => {
      if (value === undefined || value === null || value === "") return [key, value] as const;
      const text = typeof value === "string" ? value : JSON.stringify(value);
      if (key === "client-certificate-data") return [key, value] as const;
      privates.push((key === "token" ? tokenFacts(path, text) : undefined) ?? { kind: "opaque", path });
      return [key, seal(text)] as const;
    });
    return { ...(isObject(entry) ? entry : {}), user: Object.fromEntries(user) };
  });
  return writeYaml({ ...config, users });
}

/** The claims of a token; `undefined` for what is none. */
function tokenFacts(path: string, text: string): PrivateFacts | undefined {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/u.exec(text.trim()) ?? [];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Json;
    const time = (name: string): number | undefined => {
      const value = valueAt(claims, [name]);
      return typeof value === "number" ? value * 1000 : undefined;
    };
    return {
      kind: "token",
      path,
      subject: textAt(claims, "sub"),
      accountUid:
        textAt(claims, "kubernetes.io", "serviceaccount", "uid") ?? textAt(claims, "kubernetes.io/serviceaccount/service-account.uid"),
      issuedAt: time("iat"),
      expiresAt: time("exp"),
    };
  } catch {
    return undefined;
  }
}

/** The same fingerprint as for values read from Git: equal values are seen to be equal. */
function seal(text: string): string {
  return sealedText(createHmac("sha256", "isthmus.dev sealed value 1").update(text).digest("hex").slice(0, 32));
}
