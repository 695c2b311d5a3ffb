import { isObject, type JsonObject, objectAt } from "../../model/json.ts";
import type { Present, PrivateFacts } from "../../model/live.ts";
import { keyFacts, tokenFacts } from "./private-facts.ts";
import { isPublic } from "./public-text.ts";
import { sealedKubeconfig } from "./seal-kubeconfig.ts";
import { sealedValue } from "./sealed-value.ts";

/** An object as it may be known inside: a Secret without its private parts, anything else as it is. See `Present`. */
export function sealed(object: JsonObject): Present {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1") return { kind: "present", object, privates: [] };
  const privates: PrivateFacts[] = [];
  const { data: _, stringData: __, ...rest } = object;
  const isAccountToken = object["type"] === "kubernetes.io/service-account-token";
  const entries = Object.entries(objectAt(object, "data")).map(([path, value]) => {
    const text = isAccountToken && path === "namespace" ? decoded(value) : undefined;
    return [path, text ?? textFor(path, value, privates)] as const;
  });
  return { kind: "present", object: { ...withoutCopy(rest), stringData: Object.fromEntries(entries) }, privates };
}

/** kubectl keeps a copy of what was applied, values included, in an annotation. */
function withoutCopy(object: JsonObject): JsonObject {
  const key = "kubectl.kubernetes.io/last-applied-configuration";
  const annotations = objectAt(object, "metadata", "annotations");
  if (annotations[key] === undefined) return object;
  const shown = { ...annotations, [key]: "***" };
  return { ...object, metadata: { ...objectAt(object, "metadata"), annotations: shown } };
}

function textFor(path: string, value: unknown, privates: PrivateFacts[]): string {
  const text = decoded(value);
  if (text === undefined) {
    privates.push({ kind: "opaque", path });
    // Bytes that are no text: the fingerprint is that of their base64, so that different bytes stay different.
    return sealedValue(String(value));
  }
  if (text === "" || isPublic(text)) return text;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)) {
    privates.push(keyFacts(path, text));
    return sealedValue(text);
  }
  const config = sealedKubeconfig(path, text, privates);
  if (config !== undefined) return config;
  privates.push(tokenFacts(path, text) ?? { kind: "opaque", path });
  return sealedValue(text);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(value: unknown): string | undefined {
  if (typeof value !== "string") return isObject(value) ? undefined : "";
  try {
    return utf8.decode(Buffer.from(value, "base64"));
  } catch {
    return undefined;
  }
}
