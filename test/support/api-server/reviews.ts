import { parseJson } from "../../../src/adapters/kubernetes/json.ts";
import { type JsonObject, objectAt, textAt, valueAt } from "../../../src/model/json.ts";
import { notFound } from "./answer.ts";
import type { State } from "./state.ts";
import type { Asked, Target } from "./target.ts";
import { may, type Rule, type User, type Users } from "./users.ts";

/** What is asked about oneself; `undefined` for any other path. */
export function reviewFor({ path, body }: Asked, user: User): JsonObject | undefined {
  if (path === "/apis/authentication.k8s.io/v1/selfsubjectreviews") {
    return {
      kind: "SelfSubjectReview",
      apiVersion: "authentication.k8s.io/v1",
      status: { userInfo: { username: user.name, groups: ["system:authenticated"] } },
    };
  }
  if (path !== "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews") return undefined;
  const review = parseJson(body);
  const asked = objectAt(review, "spec", "resourceAttributes");
  const text = (key: string): string => textAt(asked, key) ?? "";
  const resource = text("subresource") === "" ? text("resource") : `${text("resource")}/${text("subresource")}`;
  const allowed = may(user, { verb: text("verb"), group: text("group"), resource, namespace: text("namespace"), name: text("name") });
  return { ...objectAt(review), status: { allowed } };
}

interface Minting {
  readonly state: State;
  readonly users: Users;
  /** Rights of tokens of service accounts. */
  readonly accountRules: readonly Rule[];
  /** The most seconds that are granted. */
  readonly longest: number;
}

/** TokenRequest. */
export function tokenFor({ body }: Asked, { kind, namespace, name }: Target, { state, users, accountRules, longest }: Minting): JsonObject {
  const account = state.get(kind, namespace, name);
  if (account === undefined) throw notFound("serviceaccounts", name);
  const request = parseJson(body);
  const wished = valueAt(request, ["spec", "expirationSeconds"]);
  const seconds = Math.min(longest, typeof wished === "number" ? wished : 3600);
  const { token, expiresAt } = users.mint(account, seconds, accountRules);
  return { ...objectAt(request), status: { token, expirationTimestamp: new Date(expiresAt).toISOString().replace(/\.\d+/u, "") } };
}
