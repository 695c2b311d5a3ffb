import { isList, isObject, type Json, type JsonObject } from "../../model/json.ts";
import type { PrivateFacts } from "../../model/live.ts";
import { readValues, writeYaml } from "../../yaml/index.ts";
import { keyFacts, tokenFacts } from "./private-facts.ts";
import { isPublic } from "./public-text.ts";
import { sealedValue } from "./sealed-value.ts";

/**
 * A kubeconfig with everything but its credentials, written the way we write YAML; `undefined` for a text that is none. Only what is known to be public is left: a
 * kubeconfig with its token in the wrong place is as secret as one that is right.
 */
export function sealedKubeconfig(path: string, text: string, privates: PrivateFacts[]): string | undefined {
  const config = /\bclusters\b/u.test(text) && /\busers\b/u.test(text) ? kubeconfigIn(text) : undefined;
  if (config === undefined) return undefined;
  const walk = new Walk(path, privates);
  return writeYaml(walk.object(config, root));
}

function kubeconfigIn(text: string): JsonObject | undefined {
  try {
    const values = readValues(text);
    const [value] = values;
    return values.length === 1 && isObject(value) && isList(value["clusters"]) && isList(value["users"]) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What may be shown below an object: a value as it is, an address without its password, a certificate, or the same question one level deeper. */
type Shown = "value" | "address" | "certificate" | Shape | readonly [Shape];
interface Shape {
  readonly [key: string]: Shown;
}

const server: Shape = {
  server: "address",
  "proxy-url": "address",
  "certificate-authority": "value",
  "certificate-authority-data": "certificate",
  "tls-server-name": "value",
  "insecure-skip-tls-verify": "value",
  "disable-compression": "value",
};
const user: Shape = { "client-certificate": "value", "client-certificate-data": "certificate", "client-key": "value", tokenFile: "value" };
const root: Shape = {
  apiVersion: "value",
  kind: "value",
  "current-context": "value",
  preferences: { colors: "value" },
  clusters: [{ name: "value", cluster: server }],
  contexts: [{ name: "value", context: { cluster: "value", user: "value", namespace: "value" } }],
  users: [{ name: "value", user }],
};

class Walk {
  readonly #path: string;
  readonly #privates: PrivateFacts[];

  constructor(path: string, privates: PrivateFacts[]) {
    this.#path = path;
    this.#privates = privates;
  }

  object(object: JsonObject, shape: Shape): JsonObject {
    const entries = Object.keys(object).map((key) => {
      const shown = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, this.#value(key, object[key] ?? null, shown)] as const;
    });
    return Object.fromEntries(entries);
  }

  #value(key: string, value: Json, shown: Shown | undefined): Json {
    if (value === null || value === "" || (isList(value) && value.length === 0)) return value;
    if (shown === "value") return typeof value === "object" ? this.#seal(key, value) : value;
    if (shown === "address") return typeof value === "string" && !/\/\/[^/]*@/u.test(value) ? value : this.#seal(key, value);
    if (shown === "certificate") return typeof value === "string" && isCertificate(value) ? value : this.#seal(key, value);
    if (isShapes(shown)) return isList(value) ? value.map((entry) => this.#entry(key, entry, shown[0])) : this.#seal(key, value);
    return shown !== undefined && isObject(value) ? this.object(value, shown) : this.#seal(key, value);
  }

  #entry(key: string, entry: Json, shape: Shape): Json {
    return isObject(entry) ? this.object(entry, shape) : this.#seal(key, entry);
  }

  #seal(key: string, value: Json): string {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    this.#privates.push(factsOf(this.#path, key, text));
    return sealedValue(text);
  }
}

function isShapes(shown: Shown | undefined): shown is readonly [Shape] {
  return Array.isArray(shown);
}

/** People have put a certificate and its key into one file, and that file where a certificate belongs. */
function isCertificate(encoded: string): boolean {
  return isPublic(Buffer.from(encoded, "base64").toString("utf8"));
}

function factsOf(path: string, key: string, text: string): PrivateFacts {
  if (key === "client-key-data") return keyFacts(path, Buffer.from(text, "base64").toString("utf8"));
  return (key === "token" ? tokenFacts(path, text) : undefined) ?? { kind: "opaque", path };
}
