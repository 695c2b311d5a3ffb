import { type Desired, objectsOf } from "../../src/model/desired.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { canonical, listAt, objectAt, textAt } from "../../src/model/json.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import { idText, stages } from "../../src/model/manifest.ts";
import { writeYaml } from "../../src/yaml/index.ts";

/** What was rendered, as a person would check it against the reference: releases with their values, objects with the fields that decide, findings. */
export function summaryOf(desired: Desired): string {
  const clusters = desired.classes.flatMap(({ members }) => members).sort();
  return [...clusters.map((cluster) => clusterText(desired, cluster)), "findings", ...desired.findings.map(findingText), ""].join("\n");
}

function clusterText(desired: Desired, cluster: string): string {
  const owner = desired.classes.find(({ members }) => members.includes(cluster));
  const objects = objectsOf(desired, cluster);
  const lines = stages.flatMap((stage) => {
    const here = objects.filter((manifest) => manifest.stage === stage && manifest.id.kind !== "CustomResourceDefinition");
    return here.length === 0 ? [] : [`  ${stage}`, ...here.flatMap(objectLines)];
  });
  const crds = objects.filter((manifest) => manifest.id.kind === "CustomResourceDefinition").length;
  const releases = (owner?.releases ?? []).flatMap(({ name, namespace, kubeVersion, values }) => [
    `  release ${name} in ${namespace} for ${kubeVersion}`,
    ...indented(writeYaml(values), 4),
  ]);
  const gaps = (owner?.gaps ?? []).map(({ release, why }) => `  gap ${release}: ${why.split("\n")[0] ?? ""}`);
  return [`cluster ${cluster} (class of ${owner?.members.length ?? 0})`, ...releases, ...gaps, `  ${crds} CRDs`, ...lines, ""].join("\n");
}

function objectLines(manifest: Manifest): readonly string[] {
  const { object, origin } = manifest;
  const facts = factsOf(object);
  if (origin.kind !== "derived") return [`    ${idText(manifest.id)}${facts.map((fact) => `\n      ${fact}`).join("")}`];
  const { apiVersion, kind: _kind, metadata, ...rest } = object;
  const { name: _name, namespace: _namespace, ...more } = objectAt(metadata);
  const shown = manifest.id.kind === "ClusterRole" ? more : { ...more, ...rest };
  return [`    ${idText(manifest.id)} [${apiVersion}] exists because ${origin.why}`, ...indented(writeYaml(shown), 6)];
}

/** Per kind, what reference 1.1 to 1.8 says about it. */
function factsOf(object: JsonObject): readonly string[] {
  const containers = listAt(object, "spec", "template", "spec", "containers");
  const env = containers
    .flatMap((container) => listAt(container, "env"))
    .filter((entry) =>
      /^(CLUSTER_ID|NETWORK|EXTERNAL_ISTIOD|AMBIENT_|ISTIO_META_|PILOT_ENABLE_|REVISION|SHARED|LOCAL_|INJECTION|VALIDATION|CA_TRUSTED|XDS_ADDRESS)/u.test(
        textAt(entry, "name") ?? "",
      ),
    );
  const webhooks = listAt(object, "webhooks").map((webhook) => canonical(objectAt(webhook, "clientConfig")));
  const spec = objectAt(object, "spec");
  return [
    ...containers.flatMap((container) => (textAt(container, "image") === undefined ? [] : [`image ${textAt(container, "image")}`])),
    ...env.map((entry) => `env ${textAt(entry, "name")}=${textAt(entry, "value")}`),
    ...[...new Set(webhooks)].map((text) => `webhook ${text}`),
    ...networkOf(object),
    ...(textAt(object, "kind") === "Service"
      ? [`${textAt(spec, "type") ?? "ClusterIP"} ${listAt(spec, "ports").map(portText).join(" ")}`]
      : []),
    ...listAt(object, "endpoints").map((endpoint) => `endpoint ${canonical(endpoint)}`),
    ...listAt(object, "subjects").map((subject) => `subject ${textAt(subject, "namespace")}/${textAt(subject, "name")}`),
  ];
}

function networkOf(object: JsonObject): readonly string[] {
  const network = textAt(object, "metadata", "labels", "topology.istio.io/network");
  return network === undefined ? [] : [`network ${network}`];
}

function portText(port: Json): string {
  const { port: number, targetPort } = objectAt(port);
  return `${textAt(port, "name")}:${number}${targetPort === undefined || targetPort === number ? "" : `>${targetPort}`}`;
}

function findingText({ severity, rule, message, remedy, source, clusters }: Finding): string {
  const place = source === undefined ? "-" : `${source.file}:${source.line}:${source.column}`;
  return `  ${severity} ${rule} ${place} [${clusters.join(" ")}]\n    ${message}\n    ${remedy}`;
}

function indented(text: string, by: number): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `${" ".repeat(by)}${line}`);
}
