import type { Change } from "../../../../src/model/change.ts";
import { change, changes, cluster, fromChart, istio, manifest, study } from "../../../support/study.ts";

const all = ["east", "eu", "west"];
const object = (name: string, version: string, image: string) =>
  manifest(
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}, namespace: istio-system, labels: {helm.sh/chart: istiod-${version}, app.kubernetes.io/version: ${version}}}, spec: {template: {spec: {containers: [{name: discovery, ${image}}]}}}}`,
    { origin: fromChart("istiod", version), stage: "install" },
  );
const labelled = (name: string, version: string) =>
  manifest(
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: istio-system, labels: {helm.sh/chart: istiod-${version}, app.kubernetes.io/version: ${version}}}}`,
    { origin: fromChart("istiod", version), stage: "install" },
  );

const parts: Partial<Change> = { cause: { kind: "chart", chart: "istiod", from: "1.30.3", to: "1.31.0" } };
const labelsOnly = Array.from({ length: 46 }, (_, index) => {
  const name = `istio-part-${String(index).padStart(2, "0")}`;
  return change(labelled(name, "1.30.3"), labelled(name, "1.31.0"), all, parts);
});
const istiod = change(
  object("istiod", "1.30.3", "image: 'registry.istio.io/release/pilot:1.30.3'"),
  object("istiod", "1.31.0", "image: 'registry.istio.io/release/pilot:1.31.0', env: [{name: PILOT_ENABLE_AMBIENT, value: 'true'}]"),
  all,
  parts,
);
const added = change(undefined, labelled("istio-part-new", "1.31.0"), all, parts);
const old = all.map((name) => cluster(name, { istio: istio("1.30.3") }));

/** Istio 1.30.3 to 1.31.0: 48 objects of one chart change, 47 of them by version labels alone, one by its image, one is new. */
export default study({ clusters: all.map((name) => cluster(name)), baseClusters: old, changes: changes([...labelsOnly, istiod, added]) });
