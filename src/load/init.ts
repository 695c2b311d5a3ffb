import { writeYaml } from "../yaml/index.ts";
import { labelFrom } from "./ristioctl.ts";

/** What is known before there is a mesh: the contexts of a kubeconfig. */
export interface InitInput {
  /** Name of the mesh. */
  readonly name: string;
  readonly contexts: readonly {
    readonly name: string;
    /** The kubeconfig's name for the cluster. */
    readonly cluster: string;
    /** Address of the API server; empty when the kubeconfig has none. */
    readonly server: string;
  }[];
}

/** The text of a first `mesh.yaml`: it loads without errors, and every line that wants a decision says which. */
export function initMesh({ name, contexts }: InitInput): string {
  const names = clusterNames(contexts.map((context) => context.name));
  return [meshText(labelFrom(name)), ...contexts.map((context, index) => clusterText(names[index] ?? "cluster", context))].join("---\n");
}

function meshText(name: string): string {
  return `# The mesh. Every key, its default and examples: docs/mesh.md of Isthmus.
apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata:
${inside({ name }, 2)}spec:
  # multi-primary: istiod in every cluster. primary-remote, external: some clusters are served by another's istiod.
  topology: multi-primary
  # sidecar: a proxy in each pod. ambient: a proxy on each node.
  dataPlane: sidecar
  istio:
    charts:
      # The snapshot that comes with Isthmus holds the 1.31 line alone, and is for previews. For another version, and to install, name a source instead and
      # run \`isthmus lock\`: repository: URL of a Helm repository, oci: REFERENCE, or path: FOLDER of this repository.
      source: bundled
    revisions:
      # Fill in: the version you run or want to run. Another than 1.31 needs another source above.
      - name: default
        version: "1.31.0"
  trust:
    # The trust domain stands in every certificate: changing it later means new identities everywhere.
    domain: cluster.local
    signer:
      # Fill in: who signs each cluster's intermediate. external only verifies the Secrets that are there.
      # command: [./sign-with-kms.sh] keeps the root key where it is; certManager: { issuer: { name: NAME } }.
      external: {}
  # onMerge, onCommand, or never: only check, until you trust what you see.
  apply: never
`;
}

function clusterText(name: string, context: InitInput["contexts"][number]): string {
  const env = `KUBECONFIG_${name.toUpperCase().replaceAll("-", "_")}`;
  return `apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata:
${inside({ name }, 2)}  # Labels choose the clusters of a group: labels: { region: us-east-1 }
spec:
  role: primary
  # Fill in: give clusters whose pods reach each other directly the same network; others meet through east-west gateways.
${inside({ network: name }, 2)}  # Fill in: the version of the API server. Charts and checks depend on it.
  # kubernetes: "1.35"
  # Where runs find the kubeconfig: an environment variable that holds it, or its path. Never the credentials themselves.
  access:
    kubeconfig:
${inside({ env }, 6)}${inside({ context: context.name }, 4)}${serverText(context.server)}  # Fill in, for the checks of overlap and firewalls: cidrs: { pods: [10.1.0.0/16], services: [10.101.0.0/16], egress: [] }
  gateways:
    - name: istio-eastwestgateway
      namespace: istio-system
      kind: eastwest
`;
}

/** `spec.apiServer`, with what the kubeconfig says where that can be right for others: an address of this machine alone is only named. */
function serverText(server: string): string {
  const blank = "  # apiServer: { url: https://ADDRESS:6443 }\n";
  const wanted = "the address under which the other clusters reach this API server.";
  if (!/^https:\/\/[^\s/@]+(?:\/\S*)?$/u.test(server)) return `  # Fill in: ${wanted}\n${blank}`;
  if (!/^https:\/\/(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(?:[:/]|$)/iu.test(server)) {
    return `  # Check: ${wanted}\n  apiServer:\n${inside({ url: server }, 4)}`;
  }
  return `  # Fill in: ${wanted}
  # The kubeconfig says ${server}, which is this machine's own. With kind the address is that of the node's container
  # (\`docker inspect NAME-control-plane\` shows it), and the port is 6443.
${blank}`;
}

/** One key and its value as YAML, indented; names of contexts may hold anything, so they are written by the writer. */
function inside(value: Readonly<Record<string, string>>, indent: number): string {
  return writeYaml(value).replace(/^(?=.)/gmu, " ".repeat(indent));
}

/** A DNS label per context, each once. */
function clusterNames(contexts: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const context of contexts) {
    const wanted = labelFrom(context.slice(context.lastIndexOf("/") + 1));
    let name = wanted;
    for (let number = 2; names.includes(name); number++) name = `${wanted.slice(0, 58)}-${number}`;
    names.push(name);
  }
  return names;
}
