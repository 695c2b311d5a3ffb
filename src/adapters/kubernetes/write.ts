import { problem } from "../../catalog/problem.ts";
import { isList, isObject, type Json, type JsonObject, textAt } from "../../model/json.ts";
import type { ObjectRef, Present } from "../../model/live.ts";
import { idOf, idText } from "../../model/manifest.ts";
import type { ApplyOptions, RemoveOptions, WriteOptions } from "../../world.ts";
import type { Resource } from "./discovery.ts";
import { filled } from "./fill.ts";
import { sealed } from "./seal.ts";
import { ask, isAbsence, objectIn, pathOf, refused, resourceOf, type Server } from "./server.ts";
import type { Call } from "./transport.ts";

/** Our name in the server's books. */
const fieldManager = "isthmus";
const strict = { fieldManager, fieldValidation: "Strict" };

/** Server-side apply: the same request as `kubectl apply --server-side --field-manager=isthmus`. */
export function apply(server: Server, object: JsonObject, options: ApplyOptions = {}): Promise<Present> {
  const query = { ...strict, fieldManager: options.manager ?? fieldManager, force: options.force === true ? "true" : "false" };
  const how = { method: "PATCH", verb: "patch", contentType: "application/apply-patch+yaml", query, isRepeatable: true } as const;
  return write(server, object, how, options);
}

export function create(server: Server, object: JsonObject, options: WriteOptions = {}): Promise<Present> {
  const how = { method: "POST", verb: "create", contentType: "application/json", query: strict, isRepeatable: false } as const;
  return write(server, object, how, options);
}

export function replace(server: Server, object: JsonObject, options: WriteOptions = {}): Promise<Present> {
  // With the version it was read at, a second one is refused: whoever repeats it would think that somebody else was faster.
  const isRepeatable = textAt(object, "metadata", "resourceVersion") === undefined;
  const how = { method: "PUT", verb: "update", contentType: "application/json", query: strict, isRepeatable } as const;
  return write(server, object, how, options);
}

interface How extends Pick<Call, "method" | "contentType" | "query" | "isRepeatable"> {
  readonly verb: string;
}

async function write(server: Server, object: JsonObject, { verb, ...how }: How, options: WriteOptions): Promise<Present> {
  const { object: whole, secrets } = filled(object, options.fill ?? new Map(), server.cluster);
  const id = idOf(whole);
  const resource = await resourceOf(server, { apiVersion: textAt(whole, "apiVersion") ?? "", kind: id.kind });
  mustHavePlace(server, resource, { what: idText(id), namespace: id.namespace });
  const path = pathOf(resource, id.namespace, how.method === "POST" ? "" : id.name);
  const stored = await ask(
    server,
    { ...how, ...given(how, options), path, body: JSON.stringify(whole) },
    { verb, object: idText(id), secrets },
  );
  if (id.kind === "CustomResourceDefinition" && options.dryRun !== true) server.catalogue.defined(objectIn(stored));
  return sealed(objectIn(stored));
}

/** Without a namespace the path would be that of all namespaces, and the server's refusal would be about something else. */
function mustHavePlace({ cluster }: Server, { isNamespaced }: Resource, { what, namespace }: { what: string; namespace: string }): void {
  if (!isNamespaced || namespace !== "") return;
  throw problem("object-refused", { cluster, object: what, why: "it names no namespace, and objects of its kind live in one" });
}

/** A dry run may be repeated like a read. */
function given(how: Pick<How, "query" | "isRepeatable">, { dryRun, until }: WriteOptions): Pick<Call, "query" | "isRepeatable" | "until"> {
  const isDry = dryRun === true;
  const query = { ...how.query, dryRun: isDry ? "All" : undefined };
  return { query, isRepeatable: how.isRepeatable || isDry, ...(until === undefined ? {} : { until }) };
}

/** A list is a JSON Patch, anything else a merge patch: that is repeatable, unless it names the version that it is for. */
export async function patch(server: Server, ref: ObjectRef, change: Json, options: WriteOptions = {}): Promise<Present> {
  const resource = await resourceOf(server, ref);
  const contentType = isList(change) ? "application/json-patch+json" : "application/merge-patch+json";
  const isRepeatable = isObject(change) && textAt(change, "metadata", "resourceVersion") === undefined;
  const { change: whole, secrets } = filledPatch(ref, change, options, server.cluster);
  const path = pathOf(resource, ref.namespace, ref.name);
  const call = {
    ...given({ query: strict, isRepeatable }, options),
    method: "PATCH" as const,
    path,
    contentType,
    body: JSON.stringify(whole),
  };
  return sealed(objectIn(await ask(server, call, { verb: "patch", object: idText(ref), secrets })));
}

/** Holes in a patch; texts of a Secret go where the server keeps them. */
function filledPatch(
  ref: ObjectRef,
  change: Json,
  { fill = new Map() }: WriteOptions,
  cluster: string,
): { change: Json; secrets: readonly string[] } {
  if (!isObject(change)) {
    const { object, secrets } = filled({ change }, fill, cluster);
    return { change: object["change"] ?? change, secrets };
  }
  const { apiVersion, kind } = ref;
  const { object, secrets } = filled({ ...change, apiVersion, kind }, fill, cluster);
  const { apiVersion: _, kind: __, ...rest } = object;
  return { change: rest, secrets };
}

/**
 * Gone already is fine, also when the first of two attempts did it. All options are in the body: where there is one, the server does not look at the query, and a dry
 * run asked for there would delete.
 */
export async function remove(server: Server, ref: ObjectRef, { dryRun, uid, until }: RemoveOptions = {}): Promise<void> {
  const resource = await server.catalogue.find(ref);
  if (resource === undefined) return;
  const options = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Background",
    ...(dryRun === true ? { dryRun: ["All"] } : {}),
    ...(uid === undefined ? {} : { preconditions: { uid } }),
  };
  const answer = await server.transport.send({
    method: "DELETE",
    path: pathOf(resource, ref.namespace, ref.name),
    body: JSON.stringify(options),
    contentType: "application/json",
    isRepeatable: true,
    ...(until === undefined ? {} : { until }),
  });
  if (ref.kind === "CustomResourceDefinition" && dryRun !== true) server.catalogue.forget();
  if (answer.status >= 300 && !isAbsence(answer)) throw refused(server, answer, { verb: "delete", object: idText(ref) });
}
