import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Authority, type Credential, newAuthority, newSigningKeys } from "./authority.ts";
import { Client } from "./client.ts";
import type { Place } from "./places.ts";
import type { Processes, Running } from "./processes.ts";

/** Users that the API server knows from its token file, all of group `system:masters`. */
const tokenUsers = ["lab-admin", "lab-test", "lab-kubelet", "system:kube-controller-manager"] as const;
export type TokenUser = (typeof tokenUsers)[number];

/** Paths of the binaries, by name. */
export type Programs = Readonly<Record<string, string>>;

/** One cluster's etcd, API server and controller manager. */
export interface ControlPlane {
  readonly place: Place;
  readonly folder: string;
  readonly authority: Authority;
  readonly serving: Credential;
  /** The certificate by which the API server believes `X-Remote-User`; held by the fault proxy. */
  readonly proxy: Credential;
  readonly tokens: Readonly<Record<TokenUser, string>>;
  readonly directUrl: string;
  readonly frontUrl: string;
  client(user: TokenUser): Client;
  /** The API server's process; another one after `revive`. */
  readonly apiServer: Running;
  startApiServer(): Promise<void>;
}

/** Starts the processes and resolves when the API server is ready and the controller manager runs. */
export async function startControlPlane(place: Place, folder: string, programs: Programs, processes: Processes): Promise<ControlPlane> {
  mkdirSync(join(folder, "logs"), { recursive: true });
  const authority = await newAuthority(`${place.name}-authority`);
  const firstServiceAddress = place.serviceCIDR.replace(".0/16", ".1");
  const serving = await authority.issue({
    name: "kube-apiserver",
    addresses: ["127.0.0.1", place.host, firstServiceAddress],
    hosts: ["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", `${place.name}.lab.test`],
  });
  const proxy = await authority.issue({ name: "lab-front-proxy" });
  const tokens = Object.fromEntries(tokenUsers.map((user) => [user, randomBytes(18).toString("hex")])) as Record<TokenUser, string>;
  const directUrl = `https://${place.host}:${place.apiPort}`;
  writeInputs(folder, { authority, serving, tokens, proxy, directUrl });

  processes.start({
    name: `${place.name}/etcd`,
    command: [programs.etcd ?? "", ...etcdFlags(place, folder)],
    log: join(folder, "logs", "etcd.log"),
  });
  const command = [programs["kube-apiserver"] ?? "", ...apiServerFlags(place, folder)];
  const start = () => processes.start({ name: `${place.name}/kube-apiserver`, command, log: join(folder, "logs", "kube-apiserver.log") });
  let apiServer = start();
  const access = { url: directUrl, ca: authority.certificate };
  // An API server ends what takes a minute; the kubelet, which never blocks, goes on after two whatever happened.
  const patience = { limitMs: 120_000 };
  const client = (user: TokenUser) => new Client({ ...access, token: tokens[user], ...(user === "lab-kubelet" ? patience : {}) });
  const admin = client("lab-admin");
  await ready(admin, apiServer, folder);
  // It ends by itself when the API server is away while it begins.
  processes.keep({
    name: `${place.name}/kube-controller-manager`,
    command: [programs["kube-controller-manager"] ?? "", ...controllerFlags(place, folder)],
    log: join(folder, "logs", "kube-controller-manager.log"),
  });
  return {
    place,
    folder,
    authority,
    serving,
    proxy,
    tokens,
    directUrl,
    frontUrl: `https://${place.host}:${place.frontPort}`,
    client,
    get apiServer() {
      return apiServer;
    },
    async startApiServer() {
      apiServer = start();
      await ready(admin, apiServer, folder);
    },
  };
}

async function ready(admin: Client, apiServer: Running, folder: string): Promise<void> {
  let ended: string | undefined;
  void apiServer.ended.then(({ code, signal }) => (ended = `${code ?? signal}`));
  const end = Date.now() + 120_000;
  for (;;) {
    const answer = await admin.request("GET", "/readyz").catch(() => undefined);
    if (answer?.status === 200) return;
    if (ended !== undefined) throw new Error(`the API server ended with ${ended}; see ${join(folder, "logs")}`);
    if (Date.now() > end) throw new Error(`the API server is not ready after two minutes; see ${join(folder, "logs")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface Inputs {
  readonly authority: Authority;
  readonly serving: Credential;
  readonly proxy: Credential;
  readonly tokens: Readonly<Record<TokenUser, string>>;
  readonly directUrl: string;
}

function writeInputs(folder: string, { authority, serving, proxy, tokens, directUrl }: Inputs): void {
  const keys = newSigningKeys();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
  write("ca.pem", authority.certificate);
  write("serving.pem", serving.certificate);
  write("serving.key", serving.key);
  write("proxy.pem", proxy.certificate);
  write("proxy.key", proxy.key);
  write("service-accounts.pub", keys.publicKey);
  write("service-accounts.key", keys.privateKey);
  write("tokens.csv", tokenUsers.map((user) => `${tokens[user]},${user},${user},"system:masters"\n`).join(""));
  write("audit-policy.json", JSON.stringify(auditPolicy));
  const context = { name: "lab", url: directUrl, ca: authority.certificate, token: tokens["system:kube-controller-manager"] };
  write("kube-controller-manager.kubeconfig", kubeconfigText([context]));
}

/** What the lab's own parts read is left out: it would be most of the log. */
const auditPolicy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  omitStages: ["RequestReceived", "ResponseStarted"],
  rules: [
    { level: "None", users: [...tokenUsers, "system:apiserver"], verbs: ["get", "list", "watch"] },
    {
      level: "None",
      users: tokenUsers,
      resources: [{ group: "coordination.k8s.io", resources: ["leases"] }],
      namespaces: ["kube-node-lease", "kube-system"],
    },
    { level: "Metadata" },
  ],
};

export interface Context {
  readonly name: string;
  readonly url: string;
  readonly ca: string;
  readonly token?: string;
  readonly certificate?: Credential;
}

/** A kubeconfig (JSON is YAML) with a context per entry; the first is current. */
export function kubeconfigText(contexts: readonly Context[]): string {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return JSON.stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      "current-context": contexts[0]?.name,
      clusters: contexts.map(({ name, url, ca }) => ({ name, cluster: { server: url, "certificate-authority-data": base64(ca) } })),
      users: contexts.map(({ name, token, certificate }) => ({
        name,
        user: {
          ...(token === undefined ? {} : { token }),
          ...(certificate === undefined
            ? {}
            : { "client-certificate-data": base64(certificate.certificate), "client-key-data": base64(certificate.key) }),
        },
      })),
      contexts: contexts.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
    },
    undefined,
    2,
  );
}

function etcdFlags({ host, etcdPort }: Place, folder: string): readonly string[] {
  const url = `http://${host}:${etcdPort}`;
  return [
    "--name=lab",
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=unix://${join(folder, "etcd-peer")}:0`,
    "--unsafe-no-fsync",
    "--log-level=warn",
  ];
}

function apiServerFlags(place: Place, folder: string): readonly string[] {
  const file = (name: string) => join(folder, name);
  return [
    `--etcd-servers=http://${place.host}:${place.etcdPort}`,
    `--bind-address=${place.host}`,
    `--secure-port=${place.apiPort}`,
    `--advertise-address=${place.advertised}`,
    `--tls-cert-file=${file("serving.pem")}`,
    `--tls-private-key-file=${file("serving.key")}`,
    `--client-ca-file=${file("ca.pem")}`,
    `--token-auth-file=${file("tokens.csv")}`,
    "--authorization-mode=RBAC",
    `--service-account-key-file=${file("service-accounts.pub")}`,
    `--service-account-signing-key-file=${file("service-accounts.key")}`,
    "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
    `--service-cluster-ip-range=${place.serviceCIDR}`,
    "--allow-privileged=true",
    "--enable-aggregator-routing=true",
    `--kubelet-certificate-authority=${file("ca.pem")}`,
    "--kubelet-preferred-address-types=InternalIP",
    `--requestheader-client-ca-file=${file("ca.pem")}`,
    "--requestheader-allowed-names=lab-front-proxy",
    "--requestheader-username-headers=X-Remote-User",
    "--requestheader-group-headers=X-Remote-Group",
    "--requestheader-extra-headers-prefix=X-Remote-Extra-",
    `--proxy-client-cert-file=${file("proxy.pem")}`,
    `--proxy-client-key-file=${file("proxy.key")}`,
    `--audit-policy-file=${file("audit-policy.json")}`,
    `--audit-log-path=${file("audit.log")}`,
    "--enable-priority-and-fairness=false",
    "--profiling=false",
  ];
}

/** Without the controllers that would judge nodes: nobody but the lab knows whether they live. */
function controllerFlags(place: Place, folder: string): readonly string[] {
  return [
    `--kubeconfig=${join(folder, "kube-controller-manager.kubeconfig")}`,
    "--secure-port=0",
    "--leader-elect=false",
    "--controllers=*,-node-ipam-controller,-node-lifecycle-controller,-taint-eviction-controller,-node-route-controller,-cloud-node-lifecycle-controller,-service-lb-controller",
    `--service-account-private-key-file=${join(folder, "service-accounts.key")}`,
    `--root-ca-file=${join(folder, "ca.pem")}`,
    `--service-cluster-ip-range=${place.serviceCIDR}`,
    "--kube-api-qps=200",
    "--kube-api-burst=400",
    "--profiling=false",
  ];
}
