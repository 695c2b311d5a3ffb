import { problem } from "../../src/catalog/problem.ts";
import { resourceOf } from "../../src/catalog/resources.ts";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../../src/model/json.ts";
import type { Live, ObjectRef, Present } from "../../src/model/live.ts";
import type { ClusterApi, Where } from "../../src/world.ts";
import type { Api } from "./lab/types.ts";

/** The part of a port that adoption needs, over the lab's own bare client: a look at the stages on a real server, without the transport between. */
export type BarePort = Pick<ClusterApi, "cluster" | "server" | "read" | "list" | "apply" | "patch">;

/** No retries, no sealing but of nothing: what it reads stays in the test. */
export function barePort(cluster: string, request: Api["request"]): BarePort {
  const changed = async (path: string, body: Json, type: string): Promise<Present> => {
    const answer = await request("PATCH", path, body, type);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return present(answer.body);
  };
  return {
    cluster,
    server: async () => ({ url: "https://192.0.2.1:6443", ca: undefined, version: "v1.35.4", clockSkewMs: 0, user: "admin" }),
    read: async (ref: ObjectRef): Promise<Live> => {
      const answer = await request("GET", pathOf(ref));
      if (answer.status === 404) return { kind: "absent" };
      if (answer.status === 200) return present(answer.body);
      return { kind: "unknown", why: problem("cluster-unreachable", { cluster, url: "", why: JSON.stringify(answer.body) }) };
    },
    list: async ({ apiVersion, kind, namespace = "", labels = "" }: Where) => {
      const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
      const answer = await request(
        "GET",
        `${pathOf({ apiVersion, group, kind, namespace, name: "" })}?labelSelector=${encodeURIComponent(labels)}`,
      );
      const items = answer.body["items"];
      return isList(items) ? items.flatMap((item) => (isObject(item) ? [present({ apiVersion, kind, ...item })] : [])) : [];
    },
    apply: (object: JsonObject, { force = false } = {}) => {
      const metadata = objectAt(object, "metadata");
      const apiVersion = String(object["apiVersion"]);
      const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
      const namespace = typeof metadata["namespace"] === "string" ? metadata["namespace"] : "";
      const path = pathOf({ apiVersion, group, kind: String(object["kind"]), namespace, name: String(metadata["name"]) });
      return changed(`${path}?fieldManager=isthmus&fieldValidation=Strict&force=${force}`, object, "application/apply-patch+yaml");
    },
    patch: (ref: ObjectRef, patch: Json) =>
      changed(`${pathOf(ref)}?fieldManager=isthmus`, patch, isList(patch) ? "application/json-patch+json" : "application/merge-patch+json"),
  };
}

function pathOf({ apiVersion, namespace, name, ...kind }: ObjectRef): string {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${root}${namespace === "" ? "" : `/namespaces/${namespace}`}/${resourceOf(kind)}${name === "" ? "" : `/${name}`}`;
}

function present(body: unknown): Present {
  if (!isObject(body)) throw new Error("the server answers with objects");
  const { data, ...rest } = body;
  if (body["kind"] !== "Secret" || !isObject(data)) return { kind: "present", object: body, privates: [] };
  const texts = Object.entries(data).map(([key, text]) => [key, Buffer.from(String(text), "base64").toString("utf8")] as const);
  return { kind: "present", object: { ...rest, stringData: Object.fromEntries(texts) }, privates: [] };
}
