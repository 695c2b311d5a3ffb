/** Mesh repositories of any size, for measuring: the same arguments give the same files. */

/** What to generate. Each primary serves `remotesPerPrimary` remotes; with 0 every cluster is a primary of its own network. */
export interface MeshSize {
  readonly primaries: number;
  readonly remotesPerPrimary: number;
  readonly configObjects: number;
}

/** Files by path. */
export function meshRepository(size: MeshSize): ReadonlyMap<string, string> {
  const files = new Map<string, string>([["mesh.yaml", meshDocument(size)]]);
  for (let primary = 0; primary < size.primaries; primary++) {
    files.set(`clusters/p${primary}.yaml`, clusterDocument(size, { name: `p${primary}`, index: primary }));
    for (let remote = 0; remote < size.remotesPerPrimary; remote++) {
      const name = `p${primary}-r${remote}`;
      const index = size.primaries + primary * size.remotesPerPrimary + remote;
      files.set(`clusters/${name}.yaml`, clusterDocument(size, { name, index, primary: `p${primary}` }));
    }
  }
  for (let object = 0; object < size.configObjects; object += 4) {
    const service = `s${object / 4}`;
    files.set(`config/all/team-${(object / 4) % 10}/${service}.yaml`, serviceDocuments(service, `team-${(object / 4) % 10}`));
  }
  return files;
}

/** The same repository after a change: one weight moved and one timeout set, for every tenth service. */
export function changedRepository(size: MeshSize): ReadonlyMap<string, string> {
  const files = new Map(meshRepository(size));
  for (const [path, text] of files) {
    if (/\/s\d*0\.yaml$/u.test(path)) files.set(path, text.replace("weight: 90", "weight: 80").replace("weight: 10", "weight: 20"));
  }
  return files;
}

function meshDocument({ remotesPerPrimary }: MeshSize): string {
  return `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: big }
spec:
  topology: ${remotesPerPrimary > 0 ? "primary-remote" : "multi-primary"}
  dataPlane: sidecar
  istio:
    charts: { source: bundled }
    revisions: [{ name: default, version: 1.31.0 }]
  trust:
    domain: cluster.local
    signer: { command: [./sign.sh] }
`;
}

function clusterDocument(_size: MeshSize, { name, index, primary }: { name: string; index: number; primary?: string }): string {
  const octets = `${100 + Math.floor(index / 250)}.${index % 250}`;
  return `apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: ${name}, labels: { region: region-${index % 7} } }
spec:
  role: ${primary === undefined ? "primary" : `remote\n  primary: ${primary}`}
  network: net-${name}
  kubernetes: "1.35"
  access: { kubeconfig: { env: KUBECONFIG_MESH }, context: ${name} }
  apiServer: { url: "https://${name}.api.example:6443" }
  cidrs: { pods: [10.${octets}.0/24], services: [172.${octets}.0/24] }
  locality: { region: region-${index % 7}, zones: [a, b] }
  gateways:
    - { name: istio-eastwestgateway, namespace: istio-system, kind: eastwest, service: { type: LoadBalancer } }
`;
}

function serviceDocuments(service: string, namespace: string): string {
  const host = `${service}.${namespace}.svc.cluster.local`;
  return `apiVersion: v1
kind: Service
metadata: { name: ${service}, namespace: ${namespace}, labels: { app: ${service} } }
spec: { selector: { app: ${service} }, ports: [{ name: http, port: 8080 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${service}, namespace: ${namespace} }
spec:
  host: ${host}
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5, interval: 10s }
  subsets:
    - { name: v1, labels: { version: v1 } }
    - { name: v2, labels: { version: v2 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${service}, namespace: ${namespace} }
spec:
  hosts: [${host}]
  http:
    - name: default
      timeout: 5s
      route:
        - destination: { host: ${host}, subset: v1 }
          weight: 90
        - destination: { host: ${host}, subset: v2 }
          weight: 10
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${service}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${service} } }
  action: ALLOW
  rules: [{ from: [{ source: { namespaces: [${namespace}] } }], to: [{ operation: { methods: [GET, POST] } }] }]
`;
}
