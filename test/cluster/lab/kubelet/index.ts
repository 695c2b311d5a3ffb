import type { V1ConfigMap, V1Pod, V1Secret } from "@kubernetes/client-node";
import type { ControlPlane, Programs } from "../control-plane.ts";
import { follow } from "../follow.ts";
import type { Place } from "../places.ts";
import type { Processes } from "../processes.ts";
import { labNode, startBinder } from "./binder.ts";
import { type Addresses, type Kubelet, PlayedPod } from "./pod.ts";
import { startServer } from "./server.ts";
import { startServices } from "./services.ts";

/** Port of a kubelet. */
const port = 10250;

export interface KubeletOptions {
  readonly plane: ControlPlane;
  readonly places: readonly Place[];
  readonly programs: Programs;
  readonly processes: Processes;
  /** Whether there are network namespaces, so that programs of pods can run. Without, every pod is only said to run. */
  readonly plays: boolean;
}

/** The node `lab` of one cluster: binds pods, plays those the lab has a program for, proxies Services and gives load balancers addresses. */
export async function startKubelet({ plane, places, programs, processes, plays }: KubeletOptions): Promise<void> {
  const client = plane.client("lab-kubelet");
  await client.apply([node]);
  const path = `/api/v1/nodes/${labNode}/status`;
  await client.request("PATCH", path, { status: nodeStatus(plane.place) }, "application/merge-patch+json");

  const pods = new Map<string, PlayedPod>();
  const tell = (kind: "configMap" | "secret", { metadata }: V1ConfigMap | V1Secret) => {
    for (const pod of pods.values()) pod.refresh(kind, metadata?.namespace ?? "", metadata?.name ?? "");
  };
  const configMaps = await follow<V1ConfigMap>(client, "/api/v1/configmaps", { set: (object) => tell("configMap", object) });
  const secrets = await follow<V1Secret>(client, "/api/v1/secrets", { set: (object) => tell("secret", object) });
  const services = plays ? await startServices(plane, client) : undefined;
  const addresses = { played: newAddresses(plane.place.podCIDR), pretended: newAddresses(plane.place.pretendedPodCIDR) };
  const kubelet: Kubelet = { plane, places, programs, processes, client, configMaps, secrets, services, addresses };

  await follow<V1Pod>(client, `/api/v1/pods?fieldSelector=spec.nodeName%3D${labNode}`, {
    set: (pod) => {
      const uid = pod.metadata?.uid ?? "";
      const known = pods.get(uid);
      if (pod.metadata?.deletionTimestamp !== undefined) void (known ?? new PlayedPod(pod, kubelet)).end();
      else if (known === undefined) pods.set(uid, new PlayedPod(pod, kubelet).begin());
    },
    gone: (pod) => {
      void pods.get(pod.metadata?.uid ?? "")?.end();
      pods.delete(pod.metadata?.uid ?? "");
    },
  });
  if (plays) await startServer(plane, port, (namespace, name) => [...pods.values()].find((pod) => pod.is(namespace, name)));
  await startBinder(client);
}

const node = {
  apiVersion: "v1",
  kind: "Node",
  metadata: {
    name: labNode,
    labels: {
      "kubernetes.io/hostname": labNode,
      "kubernetes.io/os": "linux",
      "kubernetes.io/arch": "amd64",
      "topology.kubernetes.io/region": "lab",
      "topology.kubernetes.io/zone": "lab-a",
    },
  },
};

function nodeStatus({ host }: Place) {
  const amounts = { cpu: "64", memory: "256Gi", pods: "200", "ephemeral-storage": "100Gi" };
  const now = new Date().toISOString();
  return {
    capacity: amounts,
    allocatable: amounts,
    addresses: [{ type: "InternalIP", address: host }],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
    conditions: [
      {
        type: "Ready",
        status: "True",
        reason: "LabReady",
        message: "the lab plays pods here",
        lastHeartbeatTime: now,
        lastTransitionTime: now,
      },
    ],
    nodeInfo: {
      architecture: "amd64",
      bootID: "",
      containerRuntimeVersion: "lab://1",
      kernelVersion: "lab",
      kubeProxyVersion: "",
      kubeletVersion: "v1.35.4",
      machineID: "",
      operatingSystem: "linux",
      osImage: "lab",
      systemUUID: "",
    },
  };
}

/** Addresses for pods, each once in the life of a lab while that lasts: a late packet then meets nobody. */
function newAddresses(range: string): Addresses {
  const base = range.replace(".0/24", "");
  const taken = new Set<number>();
  let last = 9;
  return {
    take() {
      for (let tries = 0; tries < 245; tries++) {
        last = last >= 254 ? 10 : last + 1;
        if (taken.has(last)) continue;
        taken.add(last);
        return `${base}.${last}`;
      }
      throw new Error(`no address is left in ${range}`);
    },
    give: (address) => void taken.delete(Number(address.split(".").at(-1))),
  };
}
