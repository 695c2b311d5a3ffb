import { problem } from "../../catalog/problem.ts";
import { type Json, listAt, textAt } from "../../model/json.ts";
import type { Live, ObjectRef, Present } from "../../model/live.ts";
import { idText } from "../../model/manifest.ts";
import { Problem } from "../../model/problem.ts";
import type { Where } from "../../world.ts";
import type { Resource } from "./discovery.ts";
import { sealed } from "./seal.ts";
import { contentOf, isAbsence, objectIn, pathOf, refused, type Server } from "./server.ts";

/** One object; what fails is `unknown`. */
export async function read(server: Server, ref: ObjectRef): Promise<Live> {
  try {
    const resource = await server.catalogue.find(ref);
    if (resource === undefined) return { kind: "absent" };
    const answer = await server.transport.send({ method: "GET", path: pathOf(resource, ref.namespace, ref.name), isRepeatable: true });
    if (isAbsence(answer)) return { kind: "absent" };
    if (answer.status === 404 && (await isGone(server, ref))) return { kind: "absent" };
    if (answer.status >= 300) return { kind: "unknown", why: refused(server, answer, { verb: "get", object: idText(ref) }) };
    return sealed(objectIn(contentOf(server, answer)));
  } catch (error) {
    if (error instanceof Problem) return { kind: "unknown", why: error };
    throw error;
  }
}

/** Whether a kind that was served a moment ago is served no longer: its definition was deleted. */
async function isGone(server: Server, kind: { readonly apiVersion: string; readonly kind: string }): Promise<boolean> {
  server.catalogue.forget();
  return (await server.catalogue.find(kind)) === undefined;
}

const chunk = "500";

/** After so many lists that the server forgot while they were read, the next is asked for in one piece, which cannot be forgotten. */
const restarts = 2;

/** Every object of a kind, and the version of the list they are from: where a watch goes on. `undefined` when the kind is not served. */
export interface Listed {
  readonly objects: readonly Present[];
  readonly version: string;
}

export async function list(server: Server, where: Where): Promise<Listed | undefined> {
  const { apiVersion, kind, namespace = "" } = where;
  const resource = await server.catalogue.find({ apiVersion, kind });
  if (resource === undefined) return undefined;
  for (let attempt = 0; ; attempt += 1) {
    const found = await listOnce(server, where, { resource, limit: attempt < restarts ? chunk : undefined });
    if (found === "gone") return undefined;
    if (found !== "forgotten") return found;
    if (attempt > restarts) {
      const why = `it forgot the list of ${resource.plural}${namespace === "" ? "" : ` in ${namespace}`} while it was read`;
      throw problem("cluster-overloaded", { cluster: server.cluster, why });
    }
  }
}

interface Way {
  readonly resource: Resource;
  readonly limit: string | undefined;
}

async function listOnce(server: Server, where: Where, { resource, limit }: Way): Promise<Listed | "forgotten" | "gone"> {
  const { apiVersion, kind, namespace = "", labels, name } = where;
  const path = pathOf(resource, namespace);
  const objects: Present[] = [];
  let next: string | undefined;
  for (;;) {
    const query = { limit, continue: next, labelSelector: labels, fieldSelector: fieldSelectorOf(name) };
    const answer = await server.transport.send({ method: "GET", path, query, isRepeatable: true });
    // The rest of a list is kept for some minutes only.
    if (answer.status === 410) return "forgotten";
    if (answer.status === 404 && (await isGone(server, where))) return "gone";
    if (answer.status >= 300) throw refused(server, answer, { verb: "list", object: `${resource.plural} (${apiVersion})` });
    const body = contentOf(server, answer);
    for (const item of entriesOf(server, body)) objects.push(sealed({ apiVersion, kind, ...objectIn(item) }));
    next = textAt(body, "metadata", "continue") || undefined;
    if (next === undefined) return { objects, version: textAt(body, "metadata", "resourceVersion") ?? "" };
  }
}

/** The entries of a list. They carry neither their kind nor their version. Something that is no list has not "no entries". */
function entriesOf({ cluster }: Server, body: Json): readonly Json[] {
  if (textAt(body, "kind")?.endsWith("List") !== true) {
    throw problem("cluster-unreachable", { cluster, url: "its address", why: "it answered a list with something else" });
  }
  return listAt(body, "items");
}

/** Asks for objects of one name only; a right that is narrowed to that name is then enough. */
export function fieldSelectorOf(name: string | undefined): string | undefined {
  return name && `metadata.name=${name}`;
}
