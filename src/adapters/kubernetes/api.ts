import { problem } from "../../catalog/problem.ts";
import { isObject, type Json, type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Access, Live, ObjectRef, Present, ServerFacts } from "../../model/live.ts";
import { idOf, idText } from "../../model/manifest.ts";
import { Problem } from "../../model/problem.ts";
import { Secret } from "../../model/secret.ts";
import type { ApplyOptions, Clock, ClusterApi, Minted, RemoveOptions, TokenRequest, WatchEvent, Where, WriteOptions } from "../../world.ts";
import type { Answer } from "./attempt.ts";
import { type Catalogue, createCatalogue, type Resource } from "./discovery.ts";
import { filled } from "./fill.ts";
import { forwarded } from "./forward.ts";
import { parseJson } from "./json.ts";
import { refusal } from "./refusal.ts";
import { sealed } from "./seal.ts";
import type { Call, Transport } from "./transport.ts";
import { watched } from "./watch.ts";

/** Our name in the server's books. */
const fieldManager = "isthmus";
const chunk = "500";

interface ApiOptions {
  readonly cluster: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

/** One API server over a transport: see `ClusterApi` for what each answer promises. */
export function createApi({ cluster, transport, clock }: ApiOptions): ClusterApi {
  const catalogue = createCatalogue(transport, cluster);
  const server = { cluster, transport, catalogue };
  return {
    cluster,
    server: () => serverFacts(server, clock),
    serves: async (kind) => (await catalogue.find(kind)) !== undefined,
    read: (ref) => read(server, ref),
    list: (where) => list(server, where),
    apply: (object, options) => apply(server, object, options),
    create: (object, options) => create(server, object, options),
    replace: (object, options) => replace(server, object, options),
    patch: (ref, patch, options) => patched(server, ref, patch, options),
    remove: (ref, options) => remove(server, ref, options),
    watch: (where, signal) => watchAll(server, where, signal),
    allowed: (rights) => Promise.all(rights.map((right) => allowed(server, right))),
    token: (request) => token(server, request),
    fetch: (path, options) => fetchText(server, path, options),
    inside: (pod, path, { timeoutMs = 15_000 } = {}) => forwarded(transport, { cluster, pod, path, timeoutMs }),
  };
}

interface Server {
  readonly cluster: string;
  readonly transport: Transport;
  readonly catalogue: Catalogue;
}

/** What a request is about, for messages. */
interface About {
  readonly verb: string;
  readonly object: string;
  readonly secrets?: readonly string[];
}

/** Sends and gives the answer's value; anything but success is a problem. */
async function ask(server: Server, call: Call, about: About): Promise<Json> {
  const answer = await server.transport.send(call);
  if (answer.status >= 300) throw refused(server, answer, about);
  return parseJson(answer.text);
}

function refused({ cluster, transport }: Server, answer: Answer, { verb, object, secrets = [] }: About): Problem {
  return refusal(answer, { cluster, verb, object, secrets: [...transport.secrets(), ...secrets] });
}

function objectIn(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

async function resourceOf({ catalogue, cluster }: Server, kind: { readonly apiVersion: string; readonly kind: string }): Promise<Resource> {
  const found = await catalogue.find(kind);
  if (found === undefined) throw problem("kind-not-served", { cluster, kind: kind.kind, apiVersion: kind.apiVersion });
  return found;
}

function pathOf({ apiVersion, plural, isNamespaced }: Resource, namespace: string, name = "", below = ""): string {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = isNamespaced && namespace !== "" ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return [group, place, `/${plural}`, name === "" ? "" : `/${encodeURIComponent(name)}`, below].join("");
}

async function serverFacts(server: Server, clock: Clock): Promise<ServerFacts> {
  const login = await server.transport.login();
  const before = clock.now();
  const answer = await server.transport.send({ method: "GET", path: "/version", isRepeatable: true });
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: "/version" });
  const told = Date.parse(answer.header("date") ?? "");
  const middle = (before + clock.now()) / 2;
  // The header has whole seconds: on average the server is half of one further.
  const clockSkewMs = Number.isNaN(told) ? 0 : told + 500 - middle;
  return {
    url: login.url,
    ca: login.ca,
    version: textAt(parseJson(answer.text), "gitVersion") ?? "",
    clockSkewMs,
    user: await whoAmI(server),
  };
}

async function whoAmI({ transport }: Server): Promise<string | undefined> {
  const body = JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" });
  const path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  const answer = await transport.send({ method: "POST", path, body, contentType: "application/json", isRepeatable: true });
  return answer.status < 300 ? textAt(parseJson(answer.text), "status", "userInfo", "username") : undefined;
}

async function read(server: Server, ref: ObjectRef): Promise<Live> {
  try {
    const resource = await server.catalogue.find(ref);
    if (resource === undefined) return { kind: "absent" };
    const answer = await server.transport.send({ method: "GET", path: pathOf(resource, ref.namespace, ref.name), isRepeatable: true });
    if (answer.status === 404) return { kind: "absent" };
    if (answer.status >= 300) return { kind: "unknown", why: refused(server, answer, { verb: "get", object: idText(ref) }) };
    return sealed(objectIn(parseJson(answer.text)));
  } catch (error) {
    if (error instanceof Problem) return { kind: "unknown", why: error };
    throw error;
  }
}

async function list(server: Server, { apiVersion, kind, namespace = "", labels }: Where): Promise<readonly Present[]> {
  const resource = await server.catalogue.find({ apiVersion, kind });
  if (resource === undefined) return [];
  const path = pathOf(resource, namespace);
  const about = { verb: "list", object: `${resource.plural} (${apiVersion})` };
  for (let restarts = 0; ; restarts += 1) {
    const found: Present[] = [];
    let next: string | undefined;
    do {
      const query = { limit: chunk, continue: next, labelSelector: labels };
      const answer = await server.transport.send({ method: "GET", path, query, isRepeatable: true });
      // The server forgot where we were, because the list took too long: from the start.
      if (answer.status === 410 && restarts < 3) {
        next = "gone";
        break;
      }
      if (answer.status === 404) return [];
      if (answer.status >= 300) throw refused(server, answer, about);
      const body = parseJson(answer.text);
      // Entries of a list carry neither their kind nor their version.
      for (const item of listAt(body, "items")) found.push(sealed({ apiVersion, kind, ...objectIn(item) }));
      next = textAt(body, "metadata", "continue") || undefined;
    } while (next !== undefined);
    if (next === undefined) return found;
  }
}

async function apply(server: Server, object: JsonObject, options: ApplyOptions = {}): Promise<Present> {
  const query = { fieldManager, fieldValidation: "Strict", force: options.force === true ? "true" : undefined };
  return write(server, object, {
    method: "PATCH",
    verb: "patch",
    contentType: "application/apply-patch+yaml",
    query,
    isRepeatable: true,
    options,
  });
}

async function create(server: Server, object: JsonObject, options: WriteOptions = {}): Promise<Present> {
  const query = { fieldManager, fieldValidation: "Strict" };
  return write(server, object, { method: "POST", verb: "create", contentType: "application/json", query, isRepeatable: false, options });
}

async function replace(server: Server, object: JsonObject, options: WriteOptions = {}): Promise<Present> {
  const query = { fieldManager, fieldValidation: "Strict" };
  // With the version it was read at, a second one is refused: whoever repeats it would think that somebody else was faster.
  return write(server, object, { method: "PUT", verb: "update", contentType: "application/json", query, isRepeatable: false, options });
}

interface Writing {
  readonly method: "PATCH" | "POST" | "PUT";
  readonly verb: string;
  readonly contentType: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly isRepeatable: boolean;
  readonly options: WriteOptions;
}

async function write(
  server: Server,
  object: JsonObject,
  { method, verb, contentType, query, isRepeatable, options }: Writing,
): Promise<Present> {
  const id = idOf(object);
  const whole = filled(object, options.fill ?? new Map(), server.cluster);
  const resource = await resourceOf(server, { apiVersion: textAt(object, "apiVersion") ?? "", kind: id.kind });
  const call = {
    method,
    path: pathOf(
      resource,
      textAt(whole.object, "metadata", "namespace") ?? "",
      method === "POST" ? "" : (textAt(whole.object, "metadata", "name") ?? ""),
    ),
    query: { ...query, dryRun: options.dryRun === true ? "All" : undefined },
    body: JSON.stringify(whole.object),
    contentType,
    isRepeatable,
    ...(options.until === undefined ? {} : { until: options.until }),
  };
  const stored = await ask(server, call, { verb, object: idText(id), secrets: whole.secrets });
  if (id.kind === "CustomResourceDefinition" && options.dryRun !== true) server.catalogue.forget();
  return sealed(objectIn(stored));
}

async function patched(server: Server, ref: ObjectRef, patch: Json, options: WriteOptions = {}): Promise<Present> {
  const resource = await resourceOf(server, ref);
  const contentType = Array.isArray(patch) ? "application/json-patch+json" : "application/merge-patch+json";
  const call = {
    method: "PATCH" as const,
    path: pathOf(resource, ref.namespace, ref.name),
    query: { fieldManager, fieldValidation: "Strict", dryRun: options.dryRun === true ? "All" : undefined },
    body: JSON.stringify(patch),
    contentType,
    isRepeatable: false,
    ...(options.until === undefined ? {} : { until: options.until }),
  };
  return sealed(objectIn(await ask(server, call, { verb: "patch", object: idText(ref) })));
}

async function remove(server: Server, ref: ObjectRef, { dryRun, uid, until }: RemoveOptions = {}): Promise<void> {
  const resource = await server.catalogue.find(ref);
  if (resource === undefined) return;
  const options = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Background",
    ...(uid === undefined ? {} : { preconditions: { uid } }),
  };
  const answer = await server.transport.send({
    method: "DELETE",
    path: pathOf(resource, ref.namespace, ref.name),
    query: { dryRun: dryRun === true ? "All" : undefined },
    body: JSON.stringify(options),
    contentType: "application/json",
    isRepeatable: true,
    ...(until === undefined ? {} : { until }),
  });
  if (answer.status !== 404 && answer.status >= 300) throw refused(server, answer, { verb: "delete", object: idText(ref) });
}

async function* watchAll(server: Server, where: Where, signal: AbortSignal): AsyncIterable<WatchEvent> {
  const resource = await resourceOf(server, where);
  const path = pathOf(resource, where.namespace ?? "");
  yield* watched(server.transport, {
    path,
    where,
    signal,
    fail: (answer) => refused(server, answer, { verb: "watch", object: resource.plural }),
  });
}

async function allowed(server: Server, right: Access): Promise<boolean | Problem> {
  const [resource = "", subresource] = right.resource.split("/");
  const attributes = {
    verb: right.verb,
    group: right.group,
    resource,
    ...(subresource === undefined ? {} : { subresource }),
    ...(right.namespace === "" ? {} : { namespace: right.namespace }),
    ...(right.name === "" ? {} : { name: right.name }),
  };
  const body = JSON.stringify({
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: attributes },
  });
  const path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  try {
    const call = { method: "POST" as const, path, body, contentType: "application/json", isRepeatable: true };
    const review = await ask(server, call, { verb: "create", object: "SelfSubjectAccessReview" });
    return valueAt(review, ["status", "allowed"]) === true;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function token(server: Server, request: TokenRequest): Promise<Minted> {
  if (request.secret !== undefined) return legacyToken(server, request, request.secret);
  const { namespace, account, seconds } = request;
  const call = {
    method: "POST" as const,
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}/token`,
    body: JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: seconds } }),
    contentType: "application/json",
    // A second token beside a lost first one harms nobody: both end.
    isRepeatable: true,
  };
  const answer = await ask(server, call, { verb: "create", object: `token of ServiceAccount ${namespace}/${account}` });
  const expiresAt = Date.parse(textAt(answer, "status", "expirationTimestamp") ?? "");
  return { token: new Secret(textAt(answer, "status", "token") ?? ""), expiresAt: Number.isNaN(expiresAt) ? 0 : expiresAt };
}

async function legacyToken(server: Server, { namespace }: TokenRequest, name: string): Promise<Minted> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  const secret = await ask(server, { method: "GET", path, isRepeatable: true }, { verb: "get", object: `Secret ${namespace}/${name}` });
  const encoded = textAt(secret, "data", "token");
  if (encoded === undefined) throw problem("object-moved", { cluster: server.cluster, object: `Secret ${namespace}/${name}` });
  return { token: new Secret(Buffer.from(encoded, "base64").toString("utf8")), expiresAt: Number.POSITIVE_INFINITY };
}

async function fetchText(server: Server, path: string, { timeoutMs }: { readonly timeoutMs?: number } = {}): Promise<string> {
  const call: Call = { method: "GET", path, accept: "*/*", isRepeatable: true, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const answer = await server.transport.send(call);
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: path });
  return answer.text;
}
