import { leadsNowhere, plainAddress } from "../model/address.ts";
import { writeYaml } from "../yaml/index.ts";
import { labelFrom } from "./ristioctl.ts";

/** A context of a kubeconfig: what is known of a cluster before there is a mesh. */
export interface InitContext {
  readonly name: string;
  /** The kubeconfig's name for the cluster. */
  readonly cluster: string;
  /** Address of the API server; empty when the kubeconfig has none. */
  readonly server: string;
  readonly tlsServerName?: string | undefined;
  /** The program that the kubeconfig starts to log in. */
  readonly program?: string | undefined;
}

export interface InitInput {
  /** Name of the mesh. */
  readonly name: string;
  readonly contexts: readonly InitContext[];
}

/** The contexts that stand for a cluster each, and why the others do not. */
export interface Chosen {
  readonly contexts: readonly InitContext[];
  readonly left: readonly { readonly context: string; readonly why: string }[];
}

/** One context per cluster, the first of several: two documents of one cluster would undo each other's work. */
export function oneContextEach(contexts: readonly InitContext[]): Chosen {
  const seen = new Map<string, InitContext>();
  const left: { context: string; why: string }[] = [];
  for (const context of contexts) {
    const key = JSON.stringify([plainAddress(context.server), context.tlsServerName ?? ""]);
    const why = whyNot(context, seen.get(key));
    if (why === undefined) seen.set(key, context);
    else left.push({ context: context.name, why });
  }
  return { contexts: [...seen.values()], left };
}

function whyNot({ name, cluster, server }: InitContext, earlier: InitContext | undefined): string | undefined {
  if (!isLine(name)) return "its name is empty or not one line";
  if (server === "") return `the kubeconfig has no address for its cluster ${cluster}`;
  return earlier === undefined ? undefined : `it leads to the same API server as ${earlier.name}`;
}

function isLine(text: string): boolean {
  return /^[^\p{Cc}]{1,4096}$/u.test(text);
}

/** The text of a first `mesh.yaml`: it loads without errors, and every line that wants a decision says which. */
export function initMesh({ name, contexts }: InitInput): string {
  const names = clusterNames(contexts.map((context) => context.name));
  const texts = contexts.map((context, index) => {
    const isTaken = contexts.slice(0, index).some((other) => plainAddress(other.server) === plainAddress(context.server));
    return clusterText(names[index] ?? "cluster", context, isTaken ? "" : context.server);
  });
  return [meshText(labelFrom(name)), ...texts].join("---\n");
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

function clusterText(name: string, { name: context, program }: InitContext, address: string): string {
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
${inside({ env }, 6)}${inside({ context }, 4)}${loginText(program)}${serverText(address)}  # Fill in, for the checks of overlap and firewalls: cidrs: { pods: [10.1.0.0/16], services: [10.101.0.0/16], egress: [] }
  gateways:
    - name: istio-eastwestgateway
      namespace: istio-system
      kind: eastwest
`;
}

function loginText(program: string | undefined): string {
  if (program === undefined || !isLine(program)) return "";
  const why = "    # Check: the program that the kubeconfig starts to log in. It has to be there where runs are; no other is started.\n";
  return why + inside({ exec: [program] }, 4);
}

/** `spec.apiServer`, with what the kubeconfig says where that can be right for others: an address of this machine alone is only named. */
function serverText(url: string): string {
  const blank = "  # apiServer: { url: https://ADDRESS:6443 }\n";
  const wanted = "the address under which the other clusters reach this API server.";
  // Not one with a password or a query in it: both may be secret.
  if (!/^https:\/\/[^\s\p{Cc}/@?#]+(?:\/[^\s\p{Cc}@?#]*)?$/u.test(url)) return `  # Fill in: ${wanted}\n${blank}`;
  if (!leadsNowhere(url)) return `  # Check: ${wanted}\n  apiServer:\n${inside({ url }, 4)}`;
  return `  # Fill in: ${wanted}
  # The kubeconfig says ${url}, which is this machine's own. With kind the address is that of the node's container
  # (\`docker inspect NAME-control-plane\` shows it), and the port is 6443.
${blank}`;
}

/** One key and its value as YAML, indented; names of contexts may hold anything, so they are written by the writer. */
function inside(value: Readonly<Record<string, string | readonly string[]>>, indent: number): string {
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
