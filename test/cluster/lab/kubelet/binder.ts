import type { V1Pod } from "@kubernetes/client-node";
import type { Client } from "../client.ts";
import { follow } from "../follow.ts";
import { settled } from "../settled.ts";

/** The only node of a cluster. */
export const labNode = "lab";

/** The lab's scheduler: every pod that has no node gets the lab's one. */
export async function startBinder(client: Client): Promise<void> {
  await follow<V1Pod>(client, "/api/v1/pods", {
    set: (pod) => {
      if (pod.spec?.nodeName === undefined && pod.metadata?.deletionTimestamp === undefined) void bind(client, pod);
    },
  });
}

async function bind(client: Client, { metadata }: V1Pod): Promise<void> {
  const { name = "", namespace = "" } = metadata ?? {};
  const target = { apiVersion: "v1", kind: "Node", name: labNode };
  const binding = { apiVersion: "v1", kind: "Binding", metadata: { name, namespace }, target };
  await settled(() => client.request("POST", `/api/v1/namespaces/${namespace}/pods/${name}/binding`, binding));
}
