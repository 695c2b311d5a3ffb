import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { dump, loadAll } from "js-yaml";
import { isObject, type JsonObject, objectAt, textAt } from "../../src/model/json.ts";
import { type Lab, startLab } from "./lab/index.ts";
import { repositoryOf, type TestMesh } from "./mesh.ts";

/**
 * A deployment model as a case: `models/NAME/mesh.yaml` is the document a person would write, `models/NAME/seen.txt` what istiods and proxies must say
 * of the mesh that comes of it.
 */
export interface Model {
  readonly name: string;
  readonly lab: Lab;
  readonly mesh: TestMesh;
  readonly dataPlane: "sidecar" | "ambient";
  /** As in the document, sorted by name. */
  readonly clusters: readonly ModelCluster[];
}

export interface ModelCluster {
  readonly name: string;
  readonly role: "primary" | "remote" | "external";
  readonly network: string;
  readonly systemNamespace: string;
  /** Where istiod reads configuration: by these clusters' API servers. */
  readonly holdsConfig: boolean;
}

/** Starts a lab with the clusters of a model, each on its network, and a repository with the model's documents and `files`. */
export async function startModel(name: string, files: Readonly<Record<string, string>> = {}): Promise<Model> {
  const documents = documentsOf(name);
  const clusters = clustersIn(documents);
  const lab = await startLab({ clusters: clusters.map((cluster) => ({ name: cluster.name, network: cluster.network })) });
  const mesh = await repositoryOf(lab, { "mesh.yaml": textFor(lab, documents), ...configOf(name), ...files });
  const isAmbient = documents.some((document) => textAt(document, "spec", "dataPlane") === "ambient");
  return { name, lab, mesh, dataPlane: isAmbient ? "ambient" : "sidecar", clusters };
}

function configOf(name: string): Readonly<Record<string, string>> {
  const folder = join(import.meta.dirname, "models", name);
  if (!existsSync(join(folder, "config"))) return {};
  const files = readdirSync(join(folder, "config"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

/** What istiods and proxies must say of a model. */
export function expectedOf(name: string): string {
  return readFileSync(join(import.meta.dirname, "models", name, "seen.txt"), "utf8");
}

/** The same document with what a lab needs and a model does not: ways to the API servers, a root, one replica of everything, no soak. */
export function textFor(lab: Lab, documents: readonly JsonObject[]): string {
  return documents.map((document) => dump(document["kind"] === "Mesh" ? withLabIstio(document) : withAccess(lab, document))).join("---\n");
}

/** The documents of a model's `mesh.yaml`. */
export function documentsOf(name: string): readonly JsonObject[] {
  const text = readFileSync(join(import.meta.dirname, "models", name, "mesh.yaml"), "utf8");
  return loadAll(text).filter((document) => isObject(document));
}

function clustersIn(documents: readonly JsonObject[]): readonly ModelCluster[] {
  const own = documents.filter(({ kind }) => kind === "Cluster");
  const configClusters = own.map((document) => textAt(document, "spec", "configCluster"));
  const isExternal = configClusters.some((found) => found !== undefined);
  const clusters = own.map((document): ModelCluster => {
    const name = textAt(document, "metadata", "name") ?? "";
    const role = (textAt(document, "spec", "role") ?? "primary") as ModelCluster["role"];
    const systemNamespace = textAt(document, "spec", "systemNamespace") ?? "istio-system";
    const holdsConfig = isExternal ? configClusters.includes(name) : role === "primary";
    return { name, role, network: textAt(document, "spec", "network") ?? "", systemNamespace, holdsConfig };
  });
  return clusters.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withAccess(lab: Lab, document: JsonObject): JsonObject {
  const { kubeconfig, url } = lab.cluster(textAt(document, "metadata", "name") ?? "");
  const spec = { kubernetes: "1.35", access: { kubeconfig: { file: kubeconfig } }, apiServer: { url }, ...objectAt(document, "spec") };
  return { ...document, spec };
}

function withLabIstio(document: JsonObject): JsonObject {
  const spec = objectAt(document, "spec");
  const values = {
    istiod: { pilot: { autoscaleEnabled: false }, telemetry: { enabled: false } },
    gateway: { autoscaling: { enabled: false } },
  };
  const signer = { builtin: { certificate: { env: "ROOT_CERT" }, key: { env: "ROOT_KEY" } } };
  return { ...document, spec: { ...spec, istio: { ...objectAt(spec, "istio"), values }, trust: { signer }, rollout: { soak: "0s" } } };
}
