import type { JsonObject } from "./json.ts";
import { textAt } from "./json.ts";
import type { ObjectId } from "./manifest.ts";
import type { Problem } from "./problem.ts";

/** How an object is asked for: the identity, and the version of its kind in which we want to see it. */
export interface ObjectRef extends ObjectId {
  /** `v1`, `apps/v1`, `networking.istio.io/v1`. */
  readonly apiVersion: string;
}

/** What an API server answered about one object. "Could not be read" is never "is not there". */
export type Live = Present | { readonly kind: "absent" } | { readonly kind: "unknown"; readonly why: Problem };

/**
 * An object as its API server holds it. Secrets are sealed at the door: `data` is replaced by `stringData` with the decoded text, in which certificates, server
 * addresses and names are readable, and every private part (keys, tokens, passwords, anything that is not known to be public) is `⟦secret fingerprint⟧`.
 */
export interface Present {
  readonly kind: "present";
  readonly object: JsonObject;
  /** What may be known of the private parts; empty for everything but Secrets. */
  readonly privates: readonly PrivateFacts[];
}

/** True for an object that somebody deleted and that is only held by its finalizers: nobody can take that back, it will be gone. */
export function isEnding({ object }: Present): boolean {
  return textAt(object, "metadata", "deletionTimestamp") !== undefined;
}

/** Public facts about a private part. `path` is the key in `stringData`. Times are milliseconds since 1970. */
export type PrivateFacts =
  /** `fingerprint`: SHA-256 hex of the public key (SubjectPublicKeyInfo, DER), as in `CertificateFacts.keyFingerprint`. */
  | { readonly kind: "private-key"; readonly path: string; readonly fingerprint: string }
  /** A bearer token, its claims read without checking the signature. `expiresAt` is undefined for one that never ends. */
  | {
      readonly kind: "token";
      readonly path: string;
      readonly subject: string | undefined;
      /** UID of the service account inside the token: a recreated account makes the token worthless. */
      readonly accountUid: string | undefined;
      readonly issuedAt: number | undefined;
      readonly expiresAt: number | undefined;
    }
  | { readonly kind: "opaque"; readonly path: string };

/** What is known of an API server by asking it. */
export interface ServerFacts {
  /** As this process reaches it. */
  readonly url: string;
  /** PEM of the authority its certificate is checked with; `undefined`: the system's. */
  readonly ca: string | undefined;
  /** `v1.35.4`, as `/version` says it. */
  readonly version: string;
  /** Its clock minus ours in milliseconds, by its `Date` header, no finer than a second. */
  readonly clockSkewMs: number;
  /** Who we are there (`SelfSubjectReview`), when it tells. */
  readonly user: string | undefined;
}

/** One right to ask for, as in a `SelfSubjectAccessReview`. Empty `namespace`: in all, or cluster-scoped. */
export interface Access {
  readonly verb: string;
  readonly group: string;
  /** Plural, `deployments`; with a subresource `serviceaccounts/token`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

/** The reference by which an object would be read again. */
export function refOf(object: JsonObject, id: ObjectId): ObjectRef {
  return { ...id, apiVersion: textAt(object, "apiVersion") ?? "" };
}
