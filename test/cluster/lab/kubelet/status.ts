import type { V1Container, V1Pod } from "@kubernetes/client-node";
import { isSidecar } from "./images.ts";

/** What the lab knows of a container. */
export interface ContainerState {
  running: boolean;
  ready: boolean;
  /** Looks in a row that its probe was not content with. */
  misses?: number;
  restarts: number;
  /** Since when it runs. */
  since?: string;
  /** Why it does not run, in a kubelet's word. */
  waiting?: string;
  message?: string;
}

interface Facts {
  readonly pod: V1Pod;
  readonly address: string;
  readonly hostAddress: string;
  readonly started: string;
  readonly states: ReadonlyMap<string, ContainerState>;
}

/** The status to write, and the part that says whether there is news (without times). */
export function statusOf({ pod, address, hostAddress, started, states }: Facts) {
  const all = [...states.values()];
  const ready = all.every((state) => state.ready);
  const begun = all.every((state) => state.running);
  const told = { ready, begun, states: all };
  const of = (containers: readonly V1Container[]) => containers.map((container) => containerStatus(container, states.get(container.name)));
  const now = new Date().toISOString();
  const whole = {
    phase: begun || all.some(({ restarts }) => restarts > 0) ? "Running" : "Pending",
    hostIP: hostAddress,
    hostIPs: [{ ip: hostAddress }],
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: started,
    conditions: [
      { type: "PodScheduled", status: "True", lastTransitionTime: started },
      { type: "Initialized", status: "True", lastTransitionTime: started },
      { type: "ContainersReady", status: ready ? "True" : "False", lastTransitionTime: now },
      { type: "Ready", status: ready ? "True" : "False", lastTransitionTime: now },
    ],
    initContainerStatuses: of((pod.spec?.initContainers ?? []).filter(isSidecar)),
    containerStatuses: of(pod.spec?.containers ?? []),
  };
  return { told, whole };
}

function containerStatus({ name, image = "" }: V1Container, state: ContainerState | undefined) {
  const running = state?.running === true;
  return {
    name,
    image,
    imageID: "",
    ready: state?.ready ?? false,
    started: running,
    restartCount: state?.restarts ?? 0,
    state: running
      ? { running: { startedAt: state.since ?? new Date().toISOString() } }
      : { waiting: { reason: state?.waiting ?? "ContainerCreating", ...(state?.message === undefined ? {} : { message: state.message }) } },
  };
}
