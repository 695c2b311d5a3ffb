import { classOf, type Desired, type ReleaseRecord, substituteIn } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import { filled, standInsFor } from "./stand-ins.ts";

/** One release as a person would render it with Helm. */
export interface AsHelm {
  readonly cluster: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly digest: string;
  /** `helm template …`, for a shell; CHART stands for the chart's address or folder, values are in `values.yaml`. */
  readonly command: string;
  /** Holes are filled with stand-ins of the same shape. */
  readonly values: JsonObject;
  /** What the stand-ins in `values` stand for. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** How to get the charts' objects of one cluster with Helm alone: the same ones, less our label, with stand-ins in place of what only exists at apply time. */
export function asHelm(desired: Desired, cluster: string): readonly AsHelm[] {
  const owner = classOf(desired, cluster);
  const symbols = owner?.symbols.get(cluster) ?? new Map<string, string>();
  return (owner?.releases ?? []).map((release) => {
    const values = substituteIn(release.values, symbols) as JsonObject;
    const standIns = standInsFor(values);
    const { name, namespace, chart, version, digest } = release;
    return { cluster, name, namespace, chart, version, digest, command: commandOf(release), values: filled(values, standIns), standIns };
  });
}

function commandOf({ name, namespace, isUpgrade, kubeVersion }: ReleaseRecord): string {
  const flags = `${isUpgrade ? " --is-upgrade" : ""} --kube-version ${kubeVersion}`;
  return `helm template ${name} CHART --namespace ${namespace} --values values.yaml${flags}`;
}
