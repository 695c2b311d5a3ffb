import type { V1Container, V1Pod } from "@kubernetes/client-node";

/** An image the lab can play: which program it starts with when the container names no command. */
export interface Image {
  readonly kind: "istiod" | "proxy" | "node" | "cert-manager";
  readonly entrypoint: readonly string[];
}

/** By the last part of the image's name, without tag and digest. */
const images: Readonly<Record<string, Image>> = {
  pilot: { kind: "istiod", entrypoint: ["/usr/local/bin/pilot-discovery"] },
  proxyv2: { kind: "proxy", entrypoint: ["/usr/local/bin/pilot-agent"] },
  node: { kind: "node", entrypoint: ["/usr/local/bin/node"] },
  "cert-manager": { kind: "cert-manager", entrypoint: ["/usr/local/bin/cert-manager"] },
};

/** Of a name that is no project's own only the lab's image is meant: others' stay theirs. */
const ofTheLab = ["node", "cert-manager"];

/** The image of a container, or `undefined` when the lab knows nothing of it. */
export function imageOf({ image = "" }: V1Container): Image | undefined {
  const name = image.replace(/@.*$/, "").replace(/:[^/]*$/, "");
  const last = name.split("/").at(-1) ?? "";
  if (ofTheLab.includes(last) && !name.endsWith(`lab/${last}`)) return undefined;
  return images[last];
}

/**
 * Pods that are played: those with a program the lab knows, and those whose image is still `auto`, which means that injection did not happen. A real
 * kubelet could not pull that, so it never becomes ready here either. Not the gateways of an ambient mesh: plain Envoy does not start with what pilot-agent
 * tells it there (`metadata_discovery`), so they are said to run as ztunnel is.
 */
export function isForLab(pod: V1Pod): boolean {
  const containers = [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? []).filter(isSidecar)];
  if (containers.some(({ args = [] }) => args.includes("waypoint"))) return false;
  return containers.some((container) => container.image === "auto" || imageOf(container) !== undefined);
}

/** An init container that runs beside the others. */
export const isSidecar = (container: V1Container): boolean => container.restartPolicy === "Always";
