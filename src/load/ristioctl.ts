import { finding } from "../catalog/find.ts";
import { isRistioctlCertificate, isRistioctlCluster } from "../catalog/schemas/validators.gen.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject, Path } from "../model/json.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { Source } from "../model/source.ts";
import { check, objectOf } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";
import { groupOf } from "./mesh-file.ts";
import { isOlder } from "./older.ts";
import { listText } from "./words.ts";

/** The API group of ristioctl's documents. */
export const ristioctlGroup = "ristioctl.k8smgmt.io";

/** The oldest Istio whose charts and behaviour are known (`catalog/istio-versions.yaml`). */
const oldestKnown = "1.24";

/** ristioctl's documents as ours, each value with the place of the one it follows from. */
export interface Translation {
  readonly documents: readonly LoadedDocument[];
  readonly findings: readonly Finding[];
  /** Clusters whose documents cannot be used. */
  readonly broken: readonly string[];
}

/** True for a document that ristioctl would read. */
export function isRistioctl({ object }: LoadedDocument): boolean {
  return groupOf(object) === ristioctlGroup;
}

/**
 * Turns ristioctl's documents into a Mesh and its Clusters: multi-primary on one network per cluster, called `network-<name>` as ristioctl labels it, so
 * that a running mesh keeps its labels. Its root is where it was: `cacerts` exists, and is only verified.
 */
export function translate(documents: readonly LoadedDocument[]): Translation {
  const judged = documents.map((document) => ({ document, ...checkOne(document) }));
  const usable = judged.filter((entry) => entry.isUsable).map((entry) => entry.document);
  const certificates = usable.filter(({ object }) => object["kind"] === "Certificate");
  const clusters = usable.filter(({ object }) => object["kind"] === "Cluster");
  const findings = [...judged.flatMap((entry) => entry.findings), ...usable.flatMap(remarks)];

  const meshId = [...clusters, ...certificates]
    .map(({ object }) => textAt(object, "spec", "meshID"))
    .find((id) => id !== undefined && id !== "");
  const ofMesh = clusters.filter((cluster) => (textAt(cluster.object, "spec", "meshID") ?? meshId) === meshId);
  const others = [...clusters, ...certificates].filter(({ object }) => (textAt(object, "spec", "meshID") ?? meshId) !== meshId);
  findings.push(...others.map((other) => otherMesh(other, meshId ?? "")), ...differentVersions(ofMesh));
  const broken = judged.flatMap(({ document: { object }, isUsable }) => {
    const name = textAt(object, "metadata", "name");
    return isUsable || object["kind"] !== "Cluster" || name === undefined ? [] : [name];
  });
  const [first] = ofMesh;
  if (first === undefined) return { documents: [], findings, broken };
  const certificate = certificates.find((entry) => !others.includes(entry));
  return { documents: [meshFrom(first, certificate, meshId), ...ofMesh.map((cluster) => clusterFrom(cluster, first))], findings, broken };
}

function checkOne(document: LoadedDocument): ReturnType<typeof check> {
  const { object, source } = document;
  const kind = textAt(object, "kind") ?? "";
  const name = textAt(object, "metadata", "name");
  if (kind === "Certificate") return check(document, isRistioctlCertificate);
  if (kind === "Cluster") return check(document, isRistioctlCluster, name === undefined ? [] : [name]);
  return {
    isUsable: false,
    findings: [finding("ristioctl-kind-unknown", { kind }, { source: source.place(["kind"]), object: objectOf(object) })],
  };
}

/** What ristioctl accepts and does nothing with, and what nobody can do any more. */
function remarks({ object, source }: LoadedDocument): readonly Finding[] {
  const name = textAt(object, "metadata", "name") ?? "";
  const clusters = object["kind"] === "Cluster" ? [name] : [];
  const at = (path: Path, of: "key" | "value" = "value") => ({ source: source.place(path, of), object: objectOf(object), clusters });
  const spec = objectAt(object, "spec");
  const ignored = ["folder", "folderPath", "password", "sanSuffix", "validityHours", "installHelloWorld"].filter(
    (key) => spec[key] !== undefined,
  );
  const found = ignored.map((key) => finding("ristioctl-field-ignored", { key }, at(["spec", key], "key")));
  if (object["kind"] !== "Cluster") return found;
  if (spec["context"] === undefined) found.push(finding("ristioctl-context-missing", { cluster: name }, at(["spec"], "key")));
  const version = textAt(spec, "version") ?? "";
  if (isOlder(version, oldestKnown))
    found.push(finding("ristioctl-version-unknown", { cluster: name, version, oldest: oldestKnown }, at(["spec", "version"])));
  return found;
}

function otherMesh({ object, source }: LoadedDocument, meshId: string): Finding {
  const facts = {
    kind: textAt(object, "kind") ?? "",
    name: textAt(object, "metadata", "name") ?? "",
    other: textAt(object, "spec", "meshID") ?? "",
    meshId,
  };
  return finding("ristioctl-several-meshes", facts, { source: source.place(["spec", "meshID"]), object: objectOf(object) });
}

function differentVersions(clusters: readonly LoadedDocument[]): readonly Finding[] {
  const versions = [...new Set(clusters.map(({ object }) => textAt(object, "spec", "version") ?? ""))];
  const different = clusters.find(({ object }) => textAt(object, "spec", "version") !== versions[0]);
  if (different === undefined) return [];
  const names = clusters.map(({ object }) => textAt(object, "metadata", "name") ?? "");
  return [
    finding(
      "ristioctl-versions-differ",
      { versions: listText(versions) },
      { source: different.source.place(["spec", "version"]), clusters: names },
    ),
  ];
}

function meshFrom(first: LoadedDocument, certificate: LoadedDocument | undefined, meshId: string | undefined): LoadedDocument {
  const name = labelFrom(meshId ?? textAt(certificate?.object ?? {}, "metadata", "name") ?? "mesh");
  const { source } = certificate ?? first;
  const object: JsonObject = {
    apiVersion: "isthmus.dev/v1alpha1",
    kind: "Mesh",
    metadata: { name },
    spec: {
      ...(meshId === undefined || meshId === name ? {} : { id: meshId }),
      topology: "multi-primary",
      dataPlane: "sidecar",
      istio: { revisions: [{ name: "default", version: textAt(first.object, "spec", "version") ?? "" }], values: { istiod: installed } },
      trust: { domain: "cluster.local", signer: { external: {} } },
    },
  };
  return { object, source: translated(source, () => ["metadata", "name"]) };
}

/** What ristioctl's IstioOperator sets beside the names: the same keys of the istiod chart. */
const installed: JsonObject = {
  meshConfig: {
    enablePrometheusMerge: false,
    defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true", ISTIO_META_DNS_AUTO_ALLOCATE: "true" } },
  },
};

function clusterFrom({ object, source }: LoadedDocument, first: LoadedDocument): LoadedDocument {
  const name = textAt(object, "metadata", "name") ?? "";
  const spec = objectAt(object, "spec");
  const file = textAt(spec, "kubeconfigFile");
  const context = textAt(spec, "context");
  const version = textAt(spec, "version") ?? "";
  const isSame = version === textAt(first.object, "spec", "version");
  const written: JsonObject = {
    apiVersion: "isthmus.dev/v1alpha1",
    kind: "Cluster",
    metadata: { name },
    spec: {
      role: "primary",
      network: `network-${name}`,
      istioName: name,
      access: { ...(file === undefined ? {} : { kubeconfig: { file } }), ...(context === undefined ? {} : { context }) },
      gateways: [{ name: "istio-eastwestgateway", namespace: "istio-system", kind: "eastwest" }],
      ...(isSame ? {} : { istio: { revisions: [{ name: "default", version }] } }),
      adopt: true,
    },
  };
  return { object: written, source: translated(source, clusterPath) };
}

/** Which of ristioctl's values one of ours follows from. */
function clusterPath(path: Path): Path {
  const [, part, inner] = path;
  if (path[0] !== "spec") return ["metadata", "name"];
  if (part === "access") return ["spec", inner === "context" ? "context" : "kubeconfigFile"];
  return part === "istio" ? ["spec", "version"] : ["metadata", "name"];
}

function translated(source: Source, to: (path: Path) => Path): Source {
  return {
    file: source.file,
    index: source.index,
    line: source.line,
    place: (path, of) => source.place(path.length === 0 ? [] : to(path), of),
  };
}

/** The nearest DNS label to a text. */
export function labelFrom(text: string): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/gu, "");
  return label === "" ? "mesh" : label;
}
