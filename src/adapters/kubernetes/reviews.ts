import { problem } from "../../catalog/problem.ts";
import { type JsonObject, textAt, valueAt } from "../../model/json.ts";
import type { Access, ServerFacts } from "../../model/live.ts";
import { Problem } from "../../model/problem.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock, Minted, TokenRequest } from "../../world.ts";
import type { Answer } from "./attempt.ts";
import { ask, contentOf, refused, type Server } from "./server.ts";

/** Who answers there, how late it is there, and who we are there. A token that is not accepted is `credentials-refused`, also where versions are told to everybody. */
export async function serverFacts(server: Server, clock: Clock): Promise<ServerFacts> {
  const login = await server.transport.login();
  const [{ answer, middle }, user] = await Promise.all([versionAnswer(server, clock), whoAmI(server)]);
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: "/version" });
  const version = textAt(contentOf(server, answer), "gitVersion") ?? "";
  return { url: login.url, ca: login.ca, version, clockSkewMs: skew(answer, middle), user };
}

/** What it says of itself, and our time half-way between the question and the answer. */
async function versionAnswer({ transport }: Server, clock: Clock): Promise<{ readonly answer: Answer; readonly middle: number }> {
  const answer = await transport.send({ method: "GET", path: "/version", isRepeatable: true });
  return { answer, middle: clock.now() - answer.tookMs / 2 };
}

/** The header has whole seconds, so the server's time is between that and one second later; nearer to ours than that is no difference. */
function skew(answer: Answer, ours: number): number {
  const told = Date.parse(answer.header("date") ?? "");
  const seconds = Math.trunc((told + 500 - ours) / 1000);
  return Number.isNaN(seconds) || seconds === 0 ? 0 : seconds * 1000;
}

async function whoAmI(server: Server): Promise<string | undefined> {
  const answer = await server.transport.send(review("authentication.k8s.io/v1", "SelfSubjectReview"));
  if (answer.status === 401) throw refused(server, answer, { verb: "create", object: "SelfSubjectReview" });
  return answer.status < 300 ? textAt(contentOf(server, answer), "status", "userInfo", "username") : undefined;
}

/** Whether we hold a right, or why that could not be learnt. */
export async function allowed(server: Server, right: Access): Promise<boolean | Problem> {
  const [resource = "", subresource] = right.resource.split("/");
  const attributes = {
    verb: right.verb,
    group: right.group,
    resource,
    ...(subresource === undefined ? {} : { subresource }),
    ...(right.namespace === "" ? {} : { namespace: right.namespace }),
    ...(right.name === "" ? {} : { name: right.name }),
  };
  const call = review("authorization.k8s.io/v1", "SelfSubjectAccessReview", { resourceAttributes: attributes });
  try {
    return valueAt(await ask(server, call, { verb: "create", object: "SelfSubjectAccessReview" }), ["status", "allowed"]) === true;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Reviews are questions: nothing is stored, so they may be repeated. */
function review(apiVersion: string, kind: string, spec?: JsonObject) {
  const body = JSON.stringify({ apiVersion, kind, ...(spec === undefined ? {} : { spec }) });
  const path = `/apis/${apiVersion}/${kind.toLowerCase()}s`;
  return { method: "POST", path, body, contentType: "application/json", isRepeatable: true } as const;
}

/** A bounded token, or the endless one of a Secret. */
export async function token(server: Server, request: TokenRequest): Promise<Minted> {
  if (request.secret !== undefined) return legacyToken(server, request.namespace, request.secret);
  const { namespace, account, seconds } = request;
  const call = {
    method: "POST" as const,
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}/token`,
    body: JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: seconds } }),
    contentType: "application/json",
    // A second token beside a lost first one harms nobody: both end.
    isRepeatable: true,
  };
  const object = `token of ServiceAccount ${namespace}/${account}`;
  const answer = await ask(server, call, { verb: "create", object });
  const minted = textAt(answer, "status", "token") ?? "";
  const expiresAt = Date.parse(textAt(answer, "status", "expirationTimestamp") ?? "");
  if (minted === "" || Number.isNaN(expiresAt)) {
    throw problem("object-refused", { cluster: server.cluster, object, why: "the answer holds no token with an end" });
  }
  return { token: new Secret(minted), expiresAt };
}

async function legacyToken(server: Server, namespace: string, name: string): Promise<Minted> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  const object = `Secret ${namespace}/${name}`;
  const secret = await ask(server, { method: "GET", path, isRepeatable: true }, { verb: "get", object });
  const encoded = textAt(secret, "data", "token");
  if (encoded === undefined) throw problem("object-moved", { cluster: server.cluster, object });
  return { token: new Secret(Buffer.from(encoded, "base64").toString("utf8")), expiresAt: Number.POSITIVE_INFINITY };
}
