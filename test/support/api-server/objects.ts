import { parseJson } from "../../../src/adapters/kubernetes/json.ts";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../../src/model/json.ts";
import { badRequest, conflict, notFound, Refusal } from "./answer.ts";
import { appliedTo, updatedBy, type Writing } from "./books.ts";
import { keysOf } from "./fields.ts";
import { apiVersionOf, resourceName } from "./kinds.ts";
import { jsonPatched, mergePatched } from "./patch.ts";
import type { State } from "./state.ts";
import { refuseUnknownFields } from "./strict.ts";
import type { Asked, Target } from "./target.ts";

/** Reads and writes of single objects and lists, without watches. Gives the status and what is answered. @throws Refusal */
export function answerFor(state: State, asked: Asked, target: Target): { readonly code: number; readonly body: JsonObject } {
  switch (asked.method) {
    case "GET":
      return { code: 200, body: target.name === "" ? listed(state, asked, target) : got(state, target) };
    case "POST":
      return { code: 201, body: created(state, asked, target) };
    case "PUT":
      return { code: 200, body: replaced(state, asked, target) };
    case "PATCH":
      return patched(state, asked, target);
    case "DELETE":
      return { code: 200, body: removed(state, asked, target) };
  }
  throw new Refusal(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
}

function got(state: State, { kind, namespace, name }: Target): JsonObject {
  const object = state.get(kind, namespace, name);
  if (object === undefined) throw notFound(resourceName(kind), name);
  return object;
}

function listed(state: State, { query }: Asked, { kind, namespace }: Target): JsonObject {
  const selector = query.get("labelSelector") ?? "";
  const all = state.list(kind, namespace).filter((object) => matches(object, selector) && isNamed(object, query));
  const token = query.get("continue");
  const place = token === null ? undefined : placeIn(token);
  if (place !== undefined && place.version < state.forgotten) {
    throw new Refusal(410, "Expired", "The provided continue parameter is too old to display a consistent list result.");
  }
  const limit = Number(query.get("limit") ?? 0) || all.length;
  const start = place?.start ?? 0;
  const items = all.slice(start, start + limit).map((object) => {
    const { apiVersion: _, kind: __, ...rest } = object;
    return rest;
  });
  const version = place?.version ?? state.version;
  const isLast = start + limit >= all.length;
  const next = isLast ? {} : { continue: Buffer.from(JSON.stringify({ version, start: start + limit })).toString("base64url") };
  return { kind: `${kind.kind}List`, apiVersion: apiVersionOf(kind), metadata: { resourceVersion: String(version), ...next }, items };
}

/** The one field selector that is asked with: `metadata.name=a`. */
export function isNamed(object: JsonObject, query: URLSearchParams): boolean {
  const selector = query.get("fieldSelector");
  return selector === null || selector === `metadata.name=${textAt(object, "metadata", "name")}`;
}

/** Where a list goes on, as the token of its last chunk says. @throws Refusal */
function placeIn(token: string): { readonly version: number; readonly start: number } {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString()) as { version: number; start: number };
  } catch {
    throw badRequest("continue key is not valid");
  }
}

/** `a=b,c!=d,e,!f`. */
export function matches(object: JsonObject, selector: string): boolean {
  const labels = objectAt(object, "metadata", "labels");
  return selector
    .split(",")
    .filter((part) => part !== "")
    .every((part) => {
      if (part.startsWith("!")) return labels[part.slice(1)] === undefined;
      const [key = "", value] = part.split(/!?==?/u);
      if (value === undefined) return labels[key] !== undefined;
      return part.includes("!=") ? labels[key] !== value : labels[key] === value;
    });
}

function bodyOf({ body, query, headers }: Asked, { kind, namespace, name }: Target): JsonObject {
  let object: Json;
  try {
    object = parseJson(body);
  } catch {
    throw badRequest("the body is no JSON");
  }
  if (!isObject(object)) throw badRequest("the body is no object");
  if (textAt(object, "apiVersion") !== apiVersionOf(kind) || object["kind"] !== kind.kind) {
    throw badRequest(
      `the API version in the data (${textAt(object, "apiVersion") ?? ""}) does not match the expected API version (${apiVersionOf(kind)})`,
    );
  }
  const given = textAt(object, "metadata", "namespace") ?? namespace;
  if (given !== namespace) throw badRequest("the namespace of the provided object does not match the namespace sent on the request");
  if (name !== "" && (textAt(object, "metadata", "name") ?? name) !== name) {
    throw badRequest("the name of the object does not match the name on the URL");
  }
  const isApply = (headers["content-type"] ?? "").startsWith("application/apply-patch+yaml");
  if (isApply || query.get("fieldValidation") === "Strict") refuseUnknownFields(object, kind, isApply);
  return namespace === "" ? object : { ...object, metadata: { ...objectAt(object, "metadata"), namespace } };
}

function writing({ query, headers }: Asked, { kind }: Target): Writing {
  const manager = query.get("fieldManager") ?? (headers["user-agent"] ?? "unknown").split("/")[0] ?? "unknown";
  return { manager, apiVersion: apiVersionOf(kind), keysAt: keysOf(kind), time: new Date().toISOString().replace(/\.\d+/u, "") };
}

function isDry({ query }: Asked): boolean {
  return query.get("dryRun") === "All";
}

/** The content of one Secret key is base64; `stringData` becomes such. */
function stored(object: JsonObject): JsonObject {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1") return object;
  const { stringData, ...rest } = object;
  for (const value of Object.values(objectAt(rest, "data"))) {
    if (typeof value !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/u.test(value)) throw badRequest("illegal base64 data at input byte 0");
  }
  const plain = Object.entries(isObject(stringData) ? stringData : {}).map(([key, text]) => [
    key,
    Buffer.from(String(text)).toString("base64"),
  ]);
  const data = { ...objectAt(rest, "data"), ...Object.fromEntries(plain) };
  return { ...rest, ...(Object.keys(data).length === 0 ? {} : { data }), type: rest["type"] ?? "Opaque" };
}

function created(state: State, asked: Asked, target: Target): JsonObject {
  const object = bodyOf(asked, target);
  const name =
    textAt(object, "metadata", "name") ?? `${textAt(object, "metadata", "generateName") ?? ""}${Math.random().toString(36).slice(2, 7)}`;
  const { kind, namespace } = target;
  if (state.get(kind, namespace, name) !== undefined) {
    throw new Refusal(409, "AlreadyExists", `${resourceName(kind)} "${name}" already exists`, { name, kind: kind.plural });
  }
  const named = { ...object, metadata: { ...objectAt(object, "metadata"), name } };
  return settled(state, updatedBy(undefined, stored(named), writing(asked, target)), { asked, target });
}

function replaced(state: State, asked: Asked, target: Target): JsonObject {
  const live = got(state, target);
  const object = bodyOf(asked, target);
  mustBeCurrent(live, object, target);
  return settled(state, updatedBy(live, withStatusOf(live, stored(object), target), writing(asked, target)), { asked, target });
}

function patched(state: State, asked: Asked, target: Target): { readonly code: number; readonly body: JsonObject } {
  const { kind, namespace, name } = target;
  const live = state.get(kind, namespace, name);
  const type = asked.headers["content-type"] ?? "";
  if (type.startsWith("application/apply-patch+yaml")) {
    const config = bodyOf(asked, target);
    if (objectAt(config, "metadata")["managedFields"] !== undefined) throw badRequest("metadata.managedFields must be nil");
    if (live !== undefined) mustBeCurrent(live, config, target);
    const wanted = { ...stored(config), metadata: { ...objectAt(config, "metadata"), name } };
    // `type` of a Secret is a default of the server's, not the applier's.
    const own = config["type"] === undefined ? withoutType(wanted) : wanted;
    const next = appliedTo(live, own, asked.query.get("force") === "true", writing(asked, target));
    return { code: live === undefined ? 201 : 200, body: settled(state, stored(withStatusOf(live, next, target)), { asked, target }) };
  }
  if (live === undefined) throw notFound(resourceName(kind), name);
  const patch = parseJson(asked.body);
  if (type.startsWith("application/strategic-merge-patch+json") && kind.schema !== undefined) {
    throw new Refusal(
      415,
      "UnsupportedMediaType",
      "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
    );
  }
  const next = type.startsWith("application/json-patch+json") ? jsonPatched(live, patch) : mergePatched(live, patch);
  if (!isObject(next)) throw badRequest("the patch leaves no object");
  mustBeCurrent(live, next, target);
  return {
    code: 200,
    body: settled(state, updatedBy(live, withStatusOf(live, stored(next), target), writing(asked, target)), { asked, target }),
  };
}

function withoutType(object: JsonObject): JsonObject {
  const { type: _, ...rest } = object;
  return object["kind"] === "Secret" ? rest : object;
}

/** Status is written by `/status` alone, and nothing else is written by it. */
function withStatusOf(live: JsonObject | undefined, next: JsonObject, { kind, subresource }: Target): JsonObject {
  if (!kind.hasStatus) return next;
  if (subresource === "status") return { ...live, metadata: objectAt(live, "metadata"), status: next["status"] };
  const { status: _, ...rest } = next;
  return live?.["status"] === undefined ? rest : { ...rest, status: live["status"] };
}

function mustBeCurrent(live: JsonObject, object: JsonObject, { kind, name }: Target): void {
  const version = textAt(object, "metadata", "resourceVersion");
  const uid = textAt(object, "metadata", "uid");
  if (version !== undefined && version !== textAt(live, "metadata", "resourceVersion")) {
    throw conflict(resourceName(kind), name, "the object has been modified; please apply your changes to the latest version and try again");
  }
  if (uid !== undefined && uid !== textAt(live, "metadata", "uid")) {
    throw conflict(
      resourceName(kind),
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${textAt(live, "metadata", "uid")}`,
    );
  }
}

function settled(state: State, object: JsonObject, { asked, target }: { readonly asked: Asked; readonly target: Target }): JsonObject {
  const result = state.put(target.kind, defaulted(state.admission(object)), isDry(asked));
  return { ...result, apiVersion: apiVersionOf(target.kind) };
}

/** The few things that controllers do at once and that callers wait for. */
function defaulted(object: JsonObject): JsonObject {
  if (object["kind"] !== "CustomResourceDefinition") return object;
  return {
    ...object,
    status: {
      conditions: [
        { type: "NamesAccepted", status: "True" },
        { type: "Established", status: "True" },
      ],
    },
  };
}

function removed(state: State, asked: Asked, target: Target): JsonObject {
  const { kind, namespace, name } = target;
  const live = got(state, target);
  const options = asked.body === "" ? {} : parseJson(asked.body);
  const uid = textAt(options, "preconditions", "uid");
  if (uid !== undefined) mustBeCurrent(live, { metadata: { uid } }, target);
  // As the real one: options in the query count only where there is no body.
  const isTry = asked.body === "" ? isDry(asked) : listAt(options, "dryRun").includes("All");
  if (!isTry) state.remove(kind, namespace, name);
  return {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Success",
    details: { name, kind: kind.plural, uid: textAt(live, "metadata", "uid") },
  };
}
