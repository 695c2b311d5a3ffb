import { problem } from "../../catalog/problem.ts";
import { isObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import type { Answer } from "./attempt.ts";
import type { Catalogue, GroupKind, Resource } from "./discovery.ts";
import { parseJson } from "./json.ts";
import { refusal } from "./refusal.ts";
import { statusOf } from "./status.ts";
import type { Call, Transport } from "./transport.ts";

/** One API server: the way to it, and what it serves. */
export interface Server {
  readonly cluster: string;
  readonly transport: Transport;
  readonly catalogue: Catalogue;
}

/** What a request is about, for messages. */
export interface Subject {
  /** `patch`, `list`. */
  readonly verb: string;
  /** `VirtualService shop/checkout`. */
  readonly object: string;
  /** Values in the request that no message may repeat. */
  readonly secrets?: readonly string[];
}

/** Sends and gives the answer's value; anything but success is a problem. */
export async function ask(server: Server, call: Call, subject: Subject): Promise<Json> {
  const answer = await server.transport.send(call);
  if (answer.status >= 300) throw refused(server, answer, subject);
  return contentOf(server, answer);
}

/** The problem behind an answer that is no success. */
export function refused({ cluster, transport }: Pick<Server, "cluster" | "transport">, answer: Answer, subject: Subject): Problem {
  const { verb, object, secrets = [] } = subject;
  return refusal(answer, { cluster, verb, object, secrets: [...transport.secrets(), ...secrets] });
}

/** The value of a successful answer. Whoever answers with something else than JSON is no API server; what it said is not quoted. @throws Problem */
export function contentOf({ cluster }: Pick<Server, "cluster">, answer: Answer): Json {
  try {
    return parseJson(answer.text);
  } catch {
    const why = "what answers there is no API server: it sent no JSON (a proxy, or a page to log in?)";
    throw problem("cluster-unreachable", { cluster, url: "its address", why });
  }
}

/**
 * True when an API server says that the object is not there. A 404 without such words comes from somebody else, or is about the kind, and means nothing for the
 * object: "could not be read" is never "is not there".
 */
export function isAbsence(answer: Answer): boolean {
  return answer.status === 404 && statusOf(answer).reason === "NotFound";
}

/** How the server serves a kind; one whose definition was just written is waited for. @throws Problem `kind-not-served` */
export async function resourceOf(server: Server, kind: GroupKind): Promise<Resource> {
  const found = await server.catalogue.await(kind);
  if (found === undefined) throw problem("kind-not-served", { cluster: server.cluster, kind: kind.kind, apiVersion: kind.apiVersion });
  return found;
}

/** The path of objects of a kind, or of one of them. Empty `namespace`: all, or cluster-scoped. */
export function pathOf({ apiVersion, plural, isNamespaced }: Resource, namespace: string, name = ""): string {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = isNamespaced && namespace !== "" ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return [group, place, `/${plural}`, name === "" ? "" : `/${encodeURIComponent(name)}`].join("");
}

export function objectIn(value: Json): JsonObject {
  return isObject(value) ? value : {};
}
