import { textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";
import type { RootMap } from "../observed.ts";

const name = "istio-ca-root-cert";

/** The roots that istiod gave to each namespace; where listing is not granted, to the system namespace. @throws Problem */
export async function readRoots(api: ClusterApi, systemNamespace: string): Promise<readonly RootMap[]> {
  const maps = await listed(api, systemNamespace);
  return maps
    .filter(({ object }) => textAt(object, "metadata", "name") === name)
    .map(({ object }) => ({
      namespace: textAt(object, "metadata", "namespace") ?? "",
      pem: textAt(object, "data", "root-cert.pem") ?? "",
    }))
    .sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
}

async function listed(api: ClusterApi, namespace: string): Promise<readonly Present[]> {
  try {
    // By name, so that nobody must let us read every ConfigMap.
    return await api.list({ apiVersion: "v1", kind: "ConfigMap", name });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "permission-missing") throw error;
    const live = await api.read({ apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name });
    if (live.kind === "unknown") throw live.why;
    return live.kind === "absent" ? [] : [live];
  }
}
