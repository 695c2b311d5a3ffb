/** Two programs for a mesh: `echo` tells what it was asked and by whom, `client` waits to be used. Sidecars without iptables. */

const namespace = "sample";

/** Port of the Service, and of the sidecars' listeners; the program itself listens on another, they share an address. */
export const port = 8080;
const ownPort = 9090;

const script = `
require("node:http").createServer((request, response) => {
  response.end(JSON.stringify({ pod: process.env.HOSTNAME, url: request.url, headers: request.headers }));
}).listen(${ownPort}, "127.0.0.1");
`;

const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "echo", namespace },
  spec: { selector: { app: "echo" }, ports: [{ name: "http", port }] },
};

/** What every cluster of the mesh has: one namespace, one Service. */
export const common = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels: { "istio-injection": "enabled" } } },
  service,
  {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: "default", namespace },
    spec: { mtls: { mode: "STRICT" } },
  },
];

export const server = [
  ...program("echo"),
  sidecar("echo", {
    ingress: [{ port: { number: port, protocol: "HTTP", name: "http" }, captureMode: "NONE", defaultEndpoint: `127.0.0.1:${ownPort}` }],
  }),
];

export const client = [
  ...program("client"),
  sidecar("client", {
    egress: [
      {
        port: { number: port, protocol: "HTTP", name: "http" },
        bind: "127.0.0.1",
        captureMode: "NONE",
        hosts: ["./echo.sample.svc.cluster.local"],
      },
    ],
  }),
];

/** Asks for echo so many times, and prints the pod that answered each time, or what went wrong. */
export function askedFor(times: number): readonly string[] {
  const script = `const { get } = require("node:http");
  const ask = (left) => left > 0 && get({ host: "127.0.0.1", port: ${port}, headers: { host: "echo.${namespace}.svc.cluster.local:${port}" }, timeout: 5000 }, (answer) => {
    let text = "";
    answer.on("data", (part) => (text += part)).on("end", () => { console.log(answer.statusCode === 200 ? JSON.parse(text).pod : answer.statusCode + " " + text.slice(0, 80)); ask(left - 1); });
  }).on("error", (error) => console.log(error.message)).on("timeout", function () { this.destroy(new Error("no answer")); });
  ask(${times});`;
  return [process.execPath, "-e", script];
}

/** What a cluster runs: the Service, both programs, and nothing that an istiod would read. */
export const workloads = [...common, ...server, ...client].filter(({ apiVersion }) => !apiVersion.includes("istio.io"));

/** Echo without a proxy, in a namespace that ztunnel serves, its Service shared with the other clusters. */
export const ambientWorkloads = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels: { "istio.io/dataplane-mode": "ambient" } } },
  { ...service, metadata: { ...service.metadata, labels: { "istio.io/global": "true" } } },
  ...program("echo"),
];

/** What an istiod must know of them. */
export const configuration = [...common, ...server, ...client].filter(({ apiVersion }) => apiVersion.includes("istio.io"));

function sidecar(app: string, spec: object) {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Sidecar",
    metadata: { name: app, namespace },
    spec: { workloadSelector: { labels: { app } }, egress: [{ hosts: ["./*"] }], ...spec },
  };
}

function program(app: string) {
  const labels = { app };
  const metadata = { labels, annotations: { "sidecar.istio.io/interceptionMode": "NONE" } };
  const container = { name: app, image: "lab/node", args: ["/app/echo.js"], volumeMounts: [{ name: "app", mountPath: "/app" }] };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: app, namespace } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: app, namespace }, data: { "echo.js": script } },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: app, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata,
          spec: { serviceAccountName: app, containers: [container], volumes: [{ name: "app", configMap: { name: app } }] },
        },
      },
    },
  ];
}
