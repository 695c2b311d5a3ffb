import { createHash, randomUUID } from "node:crypto";
import { type JsonObject, textAt } from "../../../src/model/json.ts";
import { Refusal } from "./answer.ts";

/** What somebody may do, as in a ClusterRole; with `namespace`, there only. `*` stands for all. */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly namespace?: string;
}

/** Somebody who may ask. Without `rules`: everything. */
export interface User {
  readonly name: string;
  readonly token: string;
  readonly rules?: readonly Rule[];
  /** Milliseconds since 1970 from which on the token is refused. */
  readonly expiresAt?: number;
}

export interface Wish {
  readonly verb: string;
  readonly group: string;
  /** With its subresource, `serviceaccounts/token`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

export class Users {
  readonly #users = new Map<string, User>();

  constructor(users: readonly User[]) {
    for (const user of users) this.#users.set(user.token, user);
  }

  /** @throws Refusal 401 */
  of(authorization: string | undefined): User {
    const user = this.#users.get(authorization?.replace(/^Bearer /u, "") ?? "");
    if (user === undefined || (user.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now())
      throw new Refusal(401, "Unauthorized", "Unauthorized");
    return user;
  }

  /** Who showed a client certificate of ours with this common name. @throws Refusal 401 */
  named(name: string): User {
    const user = [...this.#users.values()].find((each) => each.name === name);
    if (user === undefined) throw new Refusal(401, "Unauthorized", "Unauthorized");
    return user;
  }

  setRules(name: string, rules: readonly Rule[]): void {
    for (const user of this.#users.values()) if (user.name === name) this.#users.set(user.token, { ...user, rules });
  }

  /** From now on the token is worth nothing. */
  revoke(token: string): void {
    this.#users.delete(token);
  }

  add(user: User): void {
    this.#users.set(user.token, user);
  }

  /** A token as the API server makes them, for a service account with the given rights (none unless said otherwise). */
  mint(account: JsonObject, seconds: number, rules: readonly Rule[] = []): { readonly token: string; readonly expiresAt: number } {
    const namespace = textAt(account, "metadata", "namespace") ?? "";
    const name = textAt(account, "metadata", "name") ?? "";
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      aud: ["https://kubernetes.default.svc"],
      exp: now + seconds,
      iat: now,
      jti: randomUUID(),
      "kubernetes.io": { namespace, serviceaccount: { name, uid: textAt(account, "metadata", "uid") } },
      sub: `system:serviceaccount:${namespace}:${name}`,
    };
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = `${part({ alg: "RS256", kid: "loopback" })}.${part(claims)}`;
    // No signature anybody could check: the server knows its tokens by heart.
    const token = `${body}.${createHash("sha256").update(body).digest("base64url")}`;
    this.add({ name: claims.sub, token, rules, expiresAt: claims.exp * 1000 });
    return { token, expiresAt: claims.exp * 1000 };
  }
}

export function may({ rules }: User, { verb, group, resource, namespace }: Wish): boolean {
  const covers = (given: readonly string[], wanted: string): boolean => given.includes("*") || given.includes(wanted);
  if (rules === undefined) return true;
  return rules.some(
    (rule) =>
      covers(rule.verbs, verb) &&
      covers(rule.apiGroups, group) &&
      covers(rule.resources, resource) &&
      (rule.namespace === undefined || rule.namespace === namespace),
  );
}

/** The words of RBAC. */
export function forbidden(user: User, { verb, group, resource, namespace, name }: Wish): Refusal {
  const [plural = ""] = resource.split("/");
  const what = `${plural}${group === "" ? "" : `.${group}`}`;
  const scope = namespace === "" ? "at the cluster scope" : `in the namespace "${namespace}"`;
  const message = `${what}${name === "" ? "" : ` "${name}"`} is forbidden: User "${user.name}" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`;
  return new Refusal(403, "Forbidden", message, { name, group, kind: plural });
}
