import type { CertificateFacts, Change, Changes, FieldChange } from "../../src/model/change.ts";
import { defaultChatOps } from "../../src/model/chatops.ts";
import type { Finding } from "../../src/model/finding.ts";
import { isList, isObject, type Json, type JsonObject } from "../../src/model/json.ts";
import { idOf, type Manifest, type Origin, type Stage } from "../../src/model/manifest.ts";
import type { Cluster, GatewaySpec, Mesh } from "../../src/model/mesh.ts";
import type { Plan, Step } from "../../src/model/plan.ts";
import type { Repository } from "../../src/model/repository.ts";
import type { Source } from "../../src/model/source.ts";
import type { Study } from "../../src/model/study.ts";
import { readValues } from "../../src/yaml/index.ts";

/** Builders for Study values: only what a case is about is written in the case. */

/** A source that answers every question with its own first line. */
export function sourceAt(file: string, line = 1): Source {
  return { file, index: 0, line, place: () => ({ file, line, column: 1 }) };
}

/** A gateway that carries traffic between networks. */
export function eastWest(name = "istio-eastwestgateway"): GatewaySpec {
  return {
    name,
    namespace: "istio-system",
    kind: "eastwest",
    revision: undefined,
    service: {},
    values: {},
    source: sourceAt("mesh.yaml", 30),
  };
}

/** A primary on a network of its own, with an east-west gateway. */
export function cluster(name: string, parts: Partial<Cluster> = {}): Cluster {
  return {
    name,
    labels: {},
    role: "primary",
    primary: undefined,
    configCluster: undefined,
    network: `net-${name}`,
    kubernetes: "1.35",
    platform: undefined,
    istioName: name,
    access: {},
    apiServer: { url: undefined, ca: undefined, tlsServerName: undefined, proxyUrl: undefined },
    cidrs: { pods: [], services: [], egress: [] },
    locality: { region: undefined, zones: [] },
    gateways: [eastWest()],
    systemNamespace: "istio-system",
    trustDomain: "cluster.local",
    clusterDomain: "cluster.local",
    components: {
      cni: { namespace: "istio-system", values: {}, enabled: false },
      ztunnel: { namespace: "istio-system", values: {}, enabled: false },
    },
    istio: istio("1.31.0"),
    adopt: false,
    source: sourceAt(`clusters/${name}.yaml`),
    ...parts,
  };
}

/** Istio of one version, from the bundled charts. */
export function istio(version: string): Mesh["istio"] {
  return {
    charts: { kind: "bundled" },
    images: { hub: undefined, pullSecrets: [] },
    gatewayApi: { manage: "install", version: undefined },
    revisions: [{ name: "default", version, tags: [] }],
    values: {},
  };
}

/** A multi-primary sidecar mesh of these clusters. */
export function mesh(clusters: readonly Cluster[], parts: Partial<Mesh> = {}): Mesh {
  return {
    name: "shop",
    meshId: "shop",
    topology: "multi-primary",
    dataPlane: "sidecar",
    istio: istio("1.31.0"),
    trust: { domain: "cluster.local", aliases: [], signer: { kind: "external" }, rotation: undefined },
    discovery: { tokens: "bound", lifetimeSeconds: 86_400, reader: { secrets: false } },
    groups: new Map(),
    chatops: defaultChatOps,
    rollout: { waves: [], soakSeconds: 0, restart: "report", maxDeletions: 10 },
    apply: "onMerge",
    clusters: [...clusters].sort((a, b) => (a.name < b.name ? -1 : 1)),
    source: sourceAt("mesh.yaml"),
    ...parts,
  };
}

export function repository(parts: Partial<Repository> = {}): Repository {
  const tree = { commit: undefined, entries: [] };
  return { tree, mesh: undefined, config: new Map(), acceptances: [], lock: undefined, findings: [], ...parts };
}

/** An object from YAML, as a file under `config/` holds it unless `origin` says otherwise. */
export function manifest(yaml: string, parts: { readonly origin?: Origin; readonly stage?: Stage } = {}): Manifest {
  const [object] = readValues(yaml);
  if (!isObject(object)) throw new Error(`not an object: ${yaml}`);
  const origin = parts.origin ?? { kind: "config", source: sourceAt("config/all/routing.yaml", 3) };
  return { id: idOf(object), object, origin, stage: parts.stage ?? "config" };
}

/** Where an object of a chart comes from. */
export function fromChart(chart: string, version = "1.31.0"): Origin {
  return { kind: "chart", release: chart, chart, version, template: "templates/all.yaml" };
}

type ChangeParts = Partial<Omit<Change, "id" | "before" | "after">>;

/** A change between two objects; a side that is not there makes it a creation or deletion. */
export function change(
  before: Manifest | undefined,
  after: Manifest | undefined,
  clusters: readonly string[],
  parts: ChangeParts = {},
): Change {
  const shown = after ?? before;
  if (shown === undefined) throw new Error("a change has a side");
  const isUpdate = before !== undefined && after !== undefined;
  return {
    id: shown.id,
    stage: shown.stage,
    kind: isUpdate ? "update" : after === undefined ? "delete" : "create",
    clusters: [...clusters].sort(),
    before,
    after,
    fields: isUpdate ? fieldsBetween("", before.object, after.object) : [],
    cause: undefined,
    why: undefined,
    certificates: [],
    ...parts,
  };
}

/** What differs, by key and by index: enough for objects of tests, whose lists keep their length or are told whole. */
export function fieldsBetween(path: string, before: Json | undefined, after: Json | undefined): readonly FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => fieldsBetween(below(path, key), before[key], after[key]));
  }
  if (isList(before) && isList(after) && before.length === after.length) {
    return after.flatMap((entry, index) => fieldsBetween(`${path}[${index}]`, before[index], entry));
  }
  return [{ path, before, after, lines: undefined }];
}

function below(path: string, key: string): string {
  if (!/^[\w-]+$/u.test(key)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

export function changes(list: readonly Change[], parts: Partial<Changes> = {}): Changes {
  return { changes: list, unchanged: new Map(), clusters: { added: [], removed: [] }, normalised: [], ...parts };
}

/** A plan with a digest and nothing to do. */
export function plan(parts: Partial<Plan> = {}): Plan {
  const digest = { plan: "7c1e9ab4d07f4f1f9a3b5c6d7e8f90123456789abcdef0123456789abcdef012", clusters: new Map<string, string>() };
  return { steps: [], waves: [], guards: [], deletions: new Map(), kept: [], digest, ...parts };
}

export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: "route-to-missing-subset",
    severity: "error",
    layer: "mesh",
    message: "Subset `v3` is not defined by DestinationRule `checkout`. Defined: `v1`, `v2`.",
    remedy: "Add the subset or change the route.",
    object: { apiVersion: "networking.istio.io/v1", kind: "VirtualService", namespace: "shop", name: "checkout" },
    source: { file: "config/all/routing.yaml", line: 14, column: 13 },
    clusters: [],
    refs: ["IST0101"],
    accepted: undefined,
    ...parts,
  };
}

export function certificate(parts: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    subject: "O=shop,CN=eu intermediate",
    issuer: "O=shop,CN=root R1",
    serial: "01a4",
    notBefore: "2026-08-01T00:00:00Z",
    notAfter: "2027-08-01T00:00:00Z",
    subjectAltNames: [],
    isCa: true,
    keyKind: "EC P-256",
    keyFingerprint: "9f215a0c".repeat(8),
    ...parts,
  };
}

export interface StudyParts {
  readonly clusters?: readonly Cluster[];
  readonly baseClusters?: readonly Cluster[];
  readonly changes?: Changes;
  readonly plan?: Plan;
  readonly findings?: readonly Finding[];
  readonly study?: Partial<Study>;
}

const headCommit = "5f2c8d1e0b7a4c3d9e8f7a6b5c4d3e2f1a0b9c8d";
const baseCommit = "a91be07c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a";

/** A study of a pull request on the mesh of `clusters`; the base has the same clusters unless it is told otherwise. */
export function study(parts: StudyParts = {}): Study {
  const clusters = parts.clusters ?? [cluster("east"), cluster("eu"), cluster("west")];
  const head = repository({ tree: { commit: headCommit, entries: [] }, mesh: mesh(clusters) });
  const base = repository({ tree: { commit: baseCommit, entries: [] }, mesh: mesh(parts.baseClusters ?? clusters) });
  const chart = {
    name: "istiod",
    version: "1.31.0",
    appVersion: "1.31.0",
    digest: "sha256:00",
    origin: "bundled snapshot 2026-08-27 of the 1.31 line",
    files: new Map<string, string>(),
  };
  const desired = { classes: [], engine: "helm 4.3.1", charts: [chart], findings: [] };
  return {
    request: {
      head: { kind: "commit", revision: headCommit },
      base: { kind: "commit", revision: baseCommit },
      at: 1_795_000_000_000,
      clusters: [],
    },
    head,
    base,
    desired,
    baseline: desired,
    changes: parts.changes ?? changes([], { unchanged: new Map(clusters.map(({ name }) => [name, 41])) }),
    plan: parts.plan ?? plan(),
    findings: parts.findings ?? [],
    problems: [],
    ...parts.study,
  };
}

/** A YAML object of Istio's networking group in namespace `shop`. */
export function networking(kind: string, name: string, spec: JsonObject, parts: Parameters<typeof manifest>[1] = {}): Manifest {
  const object = { apiVersion: "networking.istio.io/v1", kind, metadata: { name, namespace: "shop" }, spec };
  return manifest(JSON.stringify(object), parts);
}

/** A step of the plan that writes nothing; its cluster is the first part of its id. */
export function step(id: string, parts: Partial<Step> = {}): Step {
  return {
    id,
    kind: "config",
    stage: "config",
    clusters: [id.split("/")[0] ?? ""],
    after: [],
    writes: [],
    gate: undefined,
    wave: 1,
    irreversible: undefined,
    ...parts,
  };
}
