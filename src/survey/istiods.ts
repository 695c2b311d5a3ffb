import { type JsonObject, listAt, textAt, valueAt } from "../model/json.ts";
import { Problem } from "../model/problem.ts";
import type { IstiodSeen } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import { orProblem } from "./read-objects.ts";

/** The istiods of a namespace, whoever installed them; `undefined` when they could not be read. */
export async function readIstiods(api: ClusterApi, namespace: string): Promise<readonly IstiodSeen[] | undefined> {
  const listed = await orProblem(api.list({ apiVersion: "apps/v1", kind: "Deployment", namespace, labels: "app=istiod" }));
  if (listed instanceof Problem) return undefined;
  return listed.map(({ object }) => istiodIn(object)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function istiodIn(object: JsonObject): IstiodSeen {
  const containers = listAt(object, "spec", "template", "spec", "containers");
  const image =
    containers.map((container) => textAt(container, "image") ?? "").find((text) => /pilot/u.test(text)) ?? textAt(containers[0], "image");
  return {
    name: textAt(object, "metadata", "name") ?? "",
    revision: textAt(object, "metadata", "labels", "istio.io/rev") ?? "default",
    version: /:([\w][\w.-]*)(?:@|$)/u.exec(image ?? "")?.[1],
    replicas: numberAt(object, "spec", "replicas") ?? 1,
    ready: numberAt(object, "status", "readyReplicas") ?? 0,
  };
}

function numberAt(object: JsonObject, ...path: string[]): number | undefined {
  const value = valueAt(object, path);
  return typeof value === "number" ? value : undefined;
}
