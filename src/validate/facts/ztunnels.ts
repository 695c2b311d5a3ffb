import { textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { environment, workloads } from "./workloads.ts";

/** A ztunnel that runs in the cluster. */
export interface Ztunnel {
  readonly manifest: Manifest;
  readonly environment: ReadonlyMap<string, string>;
  readonly image: string;
}

/** Every ztunnel of the cluster: DaemonSets whose pods are labelled so, as the official chart does. */
export function ztunnels(view: ClusterView<"apps/Deployment" | "apps/DaemonSet">): readonly Ztunnel[] {
  return view.remember(workloads).flatMap(({ manifest, labels, containers }) => {
    if (manifest.id.kind !== "DaemonSet" || labels["app"] !== "ztunnel") return [];
    return [{ manifest, environment: environment(containers[0]), image: textAt(containers[0], "image") ?? "" }];
  });
}
