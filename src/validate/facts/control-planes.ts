import { textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { environment, workloads } from "./workloads.ts";

/** An istiod that runs in the cluster. */
export interface ControlPlane {
  readonly manifest: Manifest;
  /** `default` when it has no revision. */
  readonly revision: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly image: string;
}

/** Every istiod of the cluster: Deployments with a container `discovery`, as the official chart names it. */
export function controlPlanes(view: ClusterView<"apps/Deployment" | "apps/DaemonSet">): readonly ControlPlane[] {
  return view.remember(workloads).flatMap(({ manifest, labels, containers }) => {
    const discovery = containers.find((container) => container["name"] === "discovery");
    if (discovery === undefined) return [];
    const image = textAt(discovery, "image") ?? "";
    return [{ manifest, revision: labels["istio.io/rev"] ?? "default", environment: environment(discovery), image }];
  });
}

/** An injector (or a tag of one) that the cluster has: which revision or tag it answers for. */
export interface Injector {
  readonly manifest: Manifest;
  readonly revision: string;
  readonly tag: string | undefined;
}

/** Every injection webhook configuration of the cluster, those of tags included. */
export function injectors(view: ClusterView<"admissionregistration.k8s.io/MutatingWebhookConfiguration">): readonly Injector[] {
  return view.list("admissionregistration.k8s.io/MutatingWebhookConfiguration").flatMap((manifest) => {
    if (textAt(manifest.object, "metadata", "labels", "app") !== "sidecar-injector") return [];
    const revision = textAt(manifest.object, "metadata", "labels", "istio.io/rev") ?? "default";
    return [{ manifest, revision, tag: textAt(manifest.object, "metadata", "labels", "istio.io/tag") }];
  });
}
