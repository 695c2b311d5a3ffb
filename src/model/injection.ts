import { isObject, type JsonObject, objectAt, textAt } from "./json.ts";
import type { Cluster } from "./mesh.ts";

/** What decides which proxy a pod gets, and which it got: read off objects of Istio's charts and of pods that were injected. */

/** Names of the injector's ConfigMaps begin so; then `-` and the revision, which the default one leaves out. */
const injector = "istio-sidecar-injector";

/** The revision whose injector a ConfigMap configures; `undefined` for any other ConfigMap. */
export function injectorRevision(name: string): string | undefined {
  if (name === injector) return "default";
  return name.startsWith(`${injector}-`) ? name.slice(injector.length + 1) : undefined;
}

/** The image that the injector of this ConfigMap gives to proxies, as its template puts it together; `undefined` when its values cannot be read. */
export function injectedImage(configMap: JsonObject): string | undefined {
  const values = parsed(textAt(configMap, "data", "values") ?? "");
  const image = textAt(values, "global", "proxy", "image") ?? "proxyv2";
  if (image.includes("/")) return image;
  const { hub, tag, variant } = objectAt(values, "global");
  const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
  if (text(hub) === "" || text(tag) === "") return undefined;
  return `${text(hub)}/${image}:${text(tag)}${text(variant) === "" ? "" : `-${text(variant)}`}`;
}

/** The tag of an image; `undefined` where it has none or is named by its digest. Registries are mirrored, tags are not. */
export function tagOf(image: string): string | undefined {
  return image.includes("@") ? undefined : /:([^/:]+)$/u.exec(image)?.[1];
}

/** What an injected pod carries. */
export interface Carried {
  readonly revision: string;
  readonly image: string;
  /** Whether the pod itself asks for an image. */
  readonly isChosen: boolean;
}

/** The proxy that was injected into a pod; `undefined` for a pod without one. */
export function carriedBy(pod: JsonObject): Carried | undefined {
  const annotations = objectAt(pod, "metadata", "annotations");
  const status = annotations["sidecar.istio.io/status"];
  const containers = ["containers", "initContainers"].flatMap((key) => objectAt(pod, "spec")[key] ?? []).filter(isObject);
  const proxy = containers.find(({ name }) => name === "istio-proxy");
  const image = textAt(proxy, "image");
  if (typeof status !== "string" || image === undefined) return undefined;
  const revision = textAt(parsed(status), "revision") ?? "default";
  return { revision, image, isChosen: annotations["sidecar.istio.io/proxyImage"] !== undefined };
}

type Labels = JsonObject;

/**
 * The revision or tag whose injector a new pod with these labels would meet in a namespace with these; `undefined`: none would. As the selectors of the chart's
 * webhooks say it: the older label of a namespace wins over the newer one, and a pod is asked only where its namespace says nothing.
 */
export function askedOf(namespace: Labels, pod: Labels): string | undefined {
  if (pod["sidecar.istio.io/inject"] === "false" || namespace["istio-injection"] === "disabled") return undefined;
  if (namespace["istio-injection"] === "enabled") return "default";
  const named = namespace["istio.io/rev"];
  if (typeof named === "string") return named;
  const own = pod["istio.io/rev"];
  if (typeof own === "string") return own;
  return pod["sidecar.istio.io/inject"] === "true" ? "default" : undefined;
}

/** The revision that a name stands for in a cluster: its own, or the one that has it as a tag. */
export function revisionNamed(cluster: Cluster, name: string): string | undefined {
  const { revisions } = cluster.istio;
  return (revisions.find(({ tags }) => tags.includes(name)) ?? revisions.find((revision) => revision.name === name))?.name;
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
