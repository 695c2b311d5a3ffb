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
  const meshId = meshIdOf(usable);
  const others = usable.filter((document) => (meshIdIn(document) ?? meshId) !== meshId);
  const ofMesh = usable.filter((document) => !others.includes(document));
  const clusters = ofMesh.filter(isCluster);
  const certificates = ofMesh.filter((document) => !isCluster(document));
  const findings = [
    ...judged.flatMap((entry) => entry.findings),
    ...usable.flatMap(remarks),
    ...ofMesh.filter((document) => meshIdIn(document) === undefined).map((document) => withoutMesh(document, meshId)),
    ...others.map((other) => otherMesh(other, meshId ?? "")),
    ...moreCertificates(certificates),
    ...differentVersions(clusters),
    ...sameContext(clusters),
  ];
  // Also a cluster of another mesh: a misspelt meshID must not look like a cluster that leaves.
  const unusable = [...judged.filter((entry) => !entry.isUsable).map((entry) => entry.document), ...others];
  const standing = new Set(clusters.map(nameIn));
  const broken = [...new Set(unusable.filter(isCluster).map(nameIn))].filter((name) => name !== "" && !standing.has(name));

  const [first] = clusters;
  if (first === undefined) {
    const [any] = ofMesh;
    const isMissing = any !== undefined && broken.length === 0;
    const missing = isMissing ? [finding("ristioctl-without-clusters", {}, { source: any.source.place(["kind"]) })] : [];
    return { documents: [], findings: [...findings, ...missing], broken };
  }
  return {
    documents: [meshFrom(first, certificates[0], meshId), ...clusters.map((cluster) => clusterFrom(cluster, first))],
    findings,
    broken,
  };
}

function isCluster({ object }: LoadedDocument): boolean {
  return object["kind"] === "Cluster";
}

/** ristioctl takes an empty text for none. */
function meshIdIn({ object }: LoadedDocument): string | undefined {
  return textAt(object, "spec", "meshID") || undefined;
}

/** The mesh that most documents name, of equals the first: one that is misspelt is then the odd one out, wherever it stands. */
function meshIdOf(documents: readonly LoadedDocument[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of documents.map(meshIdIn)) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
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
  const file = textAt(spec, "kubeconfigFile") ?? "";
  if (/^(?:~|\/|[A-Za-z]:[\\/])/u.test(file))
    found.push(finding("ristioctl-path-of-one-machine", { cluster: name, file }, at(["spec", "kubeconfigFile"])));
  const version = textAt(spec, "version") ?? "";
  if (isOlder(version, oldestKnown))
    found.push(finding("ristioctl-version-unknown", { cluster: name, version, oldest: oldestKnown }, at(["spec", "version"])));
  return found;
}

function otherMesh({ object, source }: LoadedDocument, meshId: string): Finding {
  const facts = { ...named(object), other: textAt(object, "spec", "meshID") ?? "", meshId };
  return finding("ristioctl-several-meshes", facts, { source: source.place(["spec", "meshID"]), object: objectOf(object) });
}

function withoutMesh({ object, source }: LoadedDocument, meshId: string | undefined): Finding {
  const facts = { ...named(object), taken: meshId === undefined ? "no document names one" : `it is taken for one of mesh ${meshId}` };
  const clusters = object["kind"] === "Cluster" ? [facts.name] : [];
  return finding("ristioctl-mesh-id-missing", facts, { source: source.place(["spec"], "key"), object: objectOf(object), clusters });
}

function moreCertificates([first, ...more]: readonly LoadedDocument[]): readonly Finding[] {
  if (first === undefined) return [];
  const { file, line } = first.source;
  return more.map(({ object, source }) =>
    finding(
      "ristioctl-certificate-twice",
      { ...named(object), first: `${file}:${line}` },
      { source: source.place(["kind"]), object: objectOf(object) },
    ),
  );
}

function differentVersions(clusters: readonly LoadedDocument[]): readonly Finding[] {
  const versions = [...new Set(clusters.map(({ object }) => textAt(object, "spec", "version") ?? ""))];
  const different = clusters.find(({ object }) => textAt(object, "spec", "version") !== versions[0]);
  if (different === undefined) return [];
  const where = { source: different.source.place(["spec", "version"]), clusters: [...new Set(clusters.map(nameIn))] };
  return [finding("ristioctl-versions-differ", { versions: listText(versions) }, where)];
}

/** Two names for one context are one cluster described twice, and what is written for the second takes away what the first has. */
function sameContext(clusters: readonly LoadedDocument[]): readonly Finding[] {
  const seen = new Map<string, LoadedDocument>();
  return clusters.flatMap((cluster) => {
    const { kubeconfigFile, context } = objectAt(cluster.object, "spec");
    if (context === undefined) return [];
    const key = JSON.stringify([kubeconfigFile ?? "", context]);
    const earlier = seen.get(key);
    seen.set(key, earlier ?? cluster);
    if (earlier === undefined || nameIn(earlier) === nameIn(cluster)) return [];
    const names = [nameIn(earlier), nameIn(cluster)];
    const facts = { cluster: nameIn(cluster), other: nameIn(earlier), first: `${earlier.source.file}:${earlier.source.line}` };
    const where = { source: cluster.source.place(["spec", "context"]), object: objectOf(cluster.object), clusters: names };
    return [finding("ristioctl-context-twice", facts, where)];
  });
}

function nameIn({ object }: LoadedDocument): string {
  return textAt(object, "metadata", "name") ?? "";
}

function named(object: JsonObject): { readonly kind: string; readonly name: string } {
  return { kind: textAt(object, "kind") ?? "", name: textAt(object, "metadata", "name") ?? "" };
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
