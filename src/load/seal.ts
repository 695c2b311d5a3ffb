import { createHmac } from "node:crypto";
import type { Json, JsonObject, Path } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import { Secret, sealedText } from "../model/secret.ts";
import {
  decodedText,
  encodedPem,
  hiddenText,
  isKubeconfigText,
  isPublicCertificates,
  isSecretText,
  isUsersText,
  privateKeyBlock,
  webToken,
} from "./credentials.ts";
import { isEnvironmentSecret, isLiteral, isSuspicious, isTellingKey, knownToken, withoutGuesses } from "./guesses.ts";
import { isSecret, isSecretValue } from "./secret-object.ts";

/** An object with nothing secret in it, and what was taken out. */
export interface Sealed {
  readonly object: JsonObject;
  /** Every value that was taken out, by the fingerprint that stands in its place. */
  readonly vault: ReadonlyMap<string, Secret>;
  /** What was found that a search through the text cannot see, in document order. */
  readonly seals: readonly Seal[];
}

export interface Seal {
  readonly kind: "secret-value" | "private-key" | "token" | "kubeconfig" | "guess";
  readonly path: Path;
  /** What a guess takes it for. */
  readonly guess?: string;
}

/**
 * Takes every secret out of an object, before anybody else sees it: the values of a Secret unless they are certificates, in any object private keys,
 * tokens and kubeconfigs, also base64-encoded, and what is probably a password or a token by its shape or by the name beside it. An object without any is handed back as it is. Equal values get equal fingerprints, in all files of all runs.
 */
export function seal(object: JsonObject): Sealed {
  const sealer = new Sealer();
  const sealed = sealer.object(object);
  return { object: isObject(sealed) ? sealed : {}, vault: sealer.vault, seals: sealer.seals };
}

/** 32 hex digits that tell equal values from different ones and cannot be turned back; keyed, so that tables of common hashes do not help. */
export function fingerprintOf(value: string): string {
  return createHmac("sha256", "isthmus.dev sealed value 1").update(value).digest("hex").slice(0, 32);
}

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** Credentials in a kubeconfig, at any depth below `users`. */
const credentialKeys = new Set([
  "token",
  "password",
  "client-key-data",
  "id-token",
  "refresh-token",
  "access-token",
  "client-secret",
  "value",
]);

/** A class because every step shares the path of the value that is looked at; it lives for one object. */
class Sealer {
  readonly vault = new Map<string, Secret>();
  readonly seals: Seal[] = [];
  /** Of the value that is looked at: a path of its own for every value would cost more than all the looking. */
  readonly #path: (string | number)[] = [];

  object(object: JsonObject): Json {
    if (isSecret(object, this.#path)) return this.#secret(object);
    if (hasUsers(object)) return this.#kubeconfig(object);
    const name = object["name"];
    const isEnvironment = typeof name === "string" && typeof object["value"] === "string" && isEnvironmentSecret(name, object["value"]);
    return this.#mapped(object, (value, key) => {
      if (typeof value !== "string") return this.#value(value);
      const isNamed = (isEnvironment && key === "value") || (value.length >= 6 && isTellingKey(key) && isLiteral(key, value));
      return isNamed && !isPublicCertificates(value) ? this.#named(value) : this.#text(value);
    });
  }

  /** A value whose name says what it is; when its shape says more, that is said. */
  #named(value: string): string {
    const shown = this.#text(value);
    return shown === value ? this.#whole(value, "guess", "a password, a secret or a token") : shown;
  }

  #value(value: Json): Json {
    if (typeof value === "string") return this.#text(value);
    if (isList(value)) return this.#listed(value, (item) => this.#value(item));
    return isObject(value) ? this.object(value) : value;
  }

  /** A Secret: what `data` and `stringData` hold, and the copy of it that `kubectl apply` leaves in an annotation. */
  #secret(object: JsonObject): Json {
    const path = [...this.#path];
    return this.#mapped(object, (value, key) => {
      if (isSecretValue(object, key, path)) return this.#payload(value, key.toLowerCase() === "data");
      return key === "metadata" && isObject(value) ? this.#secretMetadata(value) : this.#value(value);
    });
  }

  #payload(value: Json, isEncoded: boolean): Json {
    if (!isObject(value)) return value === null ? null : this.#whole(value, "secret-value");
    return this.#mapped(value, (item) => {
      if (item === null || item === "") return item;
      const text = typeof item !== "string" ? undefined : isEncoded ? decodedText(item) : item;
      return text !== undefined && isPublicCertificates(text) ? item : this.#whole(item, "secret-value");
    });
  }

  #secretMetadata(metadata: JsonObject): Json {
    return this.#mapped(metadata, (value, key) => {
      if (key !== "annotations" || !isObject(value)) return this.#value(value);
      return this.#mapped(value, (item, name) => (name === lastApplied ? this.#whole(item, "secret-value") : this.#value(item)));
    });
  }

  #kubeconfig(object: JsonObject): Json {
    return this.#mapped(object, (value, key) => (key === "users" ? this.#credentials(value) : this.#value(value)));
  }

  #credentials(value: Json): Json {
    if (isList(value)) return this.#listed(value, (item) => this.#credentials(item));
    if (!isObject(value)) return this.#value(value);
    return this.#mapped(value, (item, key) => {
      const isCredential = credentialKeys.has(key) && item !== null && !isObject(item) && !isList(item) && item !== "";
      return isCredential ? this.#whole(item, "kubeconfig") : this.#credentials(item);
    });
  }

  /** A text in an object that is no Secret: only what is surely or probably a credential goes. */
  #text(text: string): string {
    if (text.length < 9) return text;
    const hidden = text.length < 24 ? undefined : hiddenText(text);
    if (hidden !== undefined) {
      const kind = kindOf(hidden);
      if (kind !== undefined) return this.#whole(text, kind, "an access token");
    }
    if (isKubeconfigText(text)) return this.#whole(text, "kubeconfig");
    if (!isSuspicious(text)) return text;
    if (isUsersText(text)) return this.#whole(text, "guess", "a part of a kubeconfig");
    if (isSecretText(text)) return this.#whole(text, "guess", "a Secret as a text");
    return this.#guessed(this.#certain(text));
  }

  /** Keys and tokens in plain text are found by the search through the file; what is encoded is not. */
  #certain(text: string): string {
    return text
      .replace(privateKeyBlock, (found) => this.#stored(found))
      .replace(encodedPem, (found) => (kindOf(hiddenText(found) ?? "") === undefined ? found : this.#whole(found, "private-key")))
      .replace(webToken, (found) => this.#stored(found));
  }

  #guessed(text: string): string {
    return withoutGuesses(text, (value, guess) => (guess === "an access token" ? this.#stored(value) : this.#whole(value, "guess", guess)));
  }

  #whole(value: Json, kind: Seal["kind"], guess?: string): string {
    const path = [...this.#path];
    this.seals.push(kind === "guess" && guess !== undefined ? { kind, path, guess } : { kind, path });
    return this.#stored(typeof value === "string" ? value : JSON.stringify(value));
  }

  #stored(value: string): string {
    const fingerprint = fingerprintOf(value);
    this.vault.set(fingerprint, new Secret(value));
    return sealedText(fingerprint);
  }

  /** The object with each value changed; itself when none was. Keys are texts too, and are looked at. */
  #mapped(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
    let copy: Record<string, Json> | undefined;
    const keys = Object.keys(object);
    for (const [index, key] of keys.entries()) {
      const value = object[key];
      if (value === undefined) continue;
      this.#path.push(key);
      const shown = key.length < 16 ? key : this.#text(key);
      const after = change(value, key);
      this.#path.pop();
      if (after === value && shown === key && copy === undefined) continue;
      copy ??= copyOf(object, keys.slice(0, index));
      Object.defineProperty(copy, shown, { value: after, enumerable: true, configurable: true, writable: true });
    }
    return copy ?? object;
  }

  /** The list with each item changed; itself when none was. */
  #listed(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
    let copy: Json[] | undefined;
    for (const [index, item] of list.entries()) {
      this.#path.push(index);
      const after = change(item);
      this.#path.pop();
      if (after === item && copy === undefined) continue;
      copy ??= list.slice(0, index);
      copy.push(after);
    }
    return copy ?? list;
  }
}

function copyOf(object: JsonObject, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(keys.map((key) => [key, object[key] ?? null]));
}

/** A kubeconfig, or the part of it that matters: users with what they sign in by. */
function hasUsers(object: JsonObject): boolean {
  const users = object["users"];
  return isList(users) && (object["kind"] === "Config" || users.some((user) => isObject(user) && isObject(user["user"])));
}

function kindOf(text: string): Seal["kind"] | undefined {
  if (text.search(privateKeyBlock) >= 0) return "private-key";
  if (text.search(webToken) >= 0) return "token";
  if (isKubeconfigText(text)) return "kubeconfig";
  return text.search(knownToken) >= 0 ? "guess" : undefined;
}
