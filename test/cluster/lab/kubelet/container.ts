import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { V1Container } from "@kubernetes/client-node";
import type { Programs } from "../control-plane.ts";
import type { Running } from "../processes.ts";
import { istiodEnvironment } from "./bends.ts";
import { environmentOf, expand, type Played, type Sources } from "./environment.ts";
import type { Image } from "./images.ts";
import type { Kubelet } from "./pod.ts";

export interface ContainerPlace {
  /** The pod's folder. */
  readonly folder: string;
  /** Name of the pod's network namespace. */
  readonly network: string;
}

/** Starts the program of a container in its own root with the pod's network. Throws `Absent` while something it refers to is not there. */
export function startContainer(
  container: V1Container,
  image: Image,
  played: Played,
  sources: Sources,
  place: ContainerPlace,
  kubelet: Kubelet,
): Running {
  const { pod } = played;
  const env = {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    ...serviceEnvironment(kubelet.plane.place.serviceCIDR),
    ...environmentOf(container, played, sources),
    HOSTNAME: pod.metadata?.name ?? "",
    ...(image.kind === "istiod" ? istiodEnvironment : {}),
  };
  const command = [...(container.command ?? image.entrypoint), ...(container.args ?? [])].map((part) => expand(part, env));
  const root = join(place.folder, container.name, "root");
  mkdirSync(join(root, "etc"), { recursive: true });
  writeFileSync(join(root, "etc", "passwd"), "root:x:0:0::/:/bin/sh\nistio-proxy:x:1337:1337::/:/bin/sh\n");
  writeFileSync(join(root, "etc", "nsswitch.conf"), "hosts: files\n");
  // A kubelet writes one; istiod does not start without. Nobody answers there: names are in the hosts file.
  writeFileSync(join(root, "etc", "resolv.conf"), "nameserver 127.0.0.1\n");
  writeFileSync(join(root, "etc", "hostname"), `${pod.metadata?.name}\n`);
  const mounts = join(place.folder, container.name, "mounts");
  const lines = [...programMounts(kubelet.programs), `${kubelet.services?.hostsFile} /etc/hosts`, ...volumeMounts(container, place.folder)];
  writeFileSync(mounts, `${lines.join("\n")}\n`);
  const script = join(import.meta.dirname, "container.sh");
  const enter = ["nsenter", `--net=/run/netns/${place.network}`, "--", "unshare", "--mount", "--propagation=private", "--", script];
  return kubelet.processes.start({
    name: `${kubelet.plane.place.name}/${pod.metadata?.namespace}/${pod.metadata?.name}/${container.name}`,
    command: [...enter, root, mounts, container.workingDir ?? "/", ...command],
    env,
    log: logOf(place.folder, container.name),
  });
}

export const logOf = (folder: string, container: string) => join(folder, `${container}.log`);

/** Where a volume of a pod lies. */
export const volumeFolder = (folder: string, volume: string) => join(folder, "volumes", volume);

/** As every kubelet tells every container; the first address of the range is that of the API server. */
function serviceEnvironment(serviceCIDR: string): Readonly<Record<string, string>> {
  return {
    KUBERNETES_SERVICE_HOST: serviceCIDR.replace(".0/16", ".1"),
    KUBERNETES_SERVICE_PORT: "443",
    KUBERNETES_SERVICE_PORT_HTTPS: "443",
  };
}

/** Programs where their images have them. */
function programMounts(programs: Programs): readonly string[] {
  const here: Readonly<Record<string, string | undefined>> = {
    "/usr/local/bin/pilot-discovery": programs["pilot-discovery"],
    "/usr/local/bin/pilot-agent": programs["pilot-agent"],
    "/usr/local/bin/envoy": programs["envoy"],
    "/usr/local/bin/node": process.execPath,
    "/usr/local/bin/cert-manager": programs["cert-manager"],
    "/var/lib/istio/envoy/envoy_bootstrap_tmpl.json": programs["envoy_bootstrap.json"],
  };
  return Object.entries(here).flatMap(([target, source]) => (source === undefined ? [] : [`${source} ${target}`]));
}

/** Outer folders first, so that one does not hide another. */
function volumeMounts({ volumeMounts = [] }: V1Container, folder: string): readonly string[] {
  const sorted = volumeMounts.toSorted((one, other) => one.mountPath.length - other.mountPath.length);
  return sorted.flatMap(({ name, mountPath, subPath }) => {
    const source = subPath === undefined ? volumeFolder(folder, name) : join(volumeFolder(folder, name), subPath);
    return existsSync(source) ? [`${source} ${mountPath}`] : [];
  });
}
