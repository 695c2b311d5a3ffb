import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer, type ServerHttp2Stream } from "node:http2";

/**
 * Stands in for istio-csr, which cannot be built from the Go module proxy: a program for a pod of the lab, as a file of its own without imports. Towards proxies,
 * istiod and cert-manager it does what istio-csr does: it takes Istio's `CreateCertificate`, has the token looked at by TokenReview (audience `istio-ca`), refuses
 * another cluster's name, asks cert-manager for the certificate by a CertificateRequest in the system namespace, and gives the mesh's root to every namespace. Not
 * played: leader election, metrics, renewal of what it serves with, certificates of clients, nodes that ask for others (ambient).
 */

const {
  CLUSTER_ID: clusterId = "",
  TRUST_DOMAIN: trustDomain = "cluster.local",
  ISSUER = "{}",
  ISTIO_NAMESPACE: system = "",
} = process.env;
const issuerRef: unknown = JSON.parse(ISSUER);
const root = readFileSync("/etc/root/root-cert.pem", "utf8");
const mostSeconds = 3600;

interface ApiObject {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly deletionTimestamp?: string };
  readonly items: readonly ApiObject[];
  readonly data?: Readonly<Record<string, string>>;
  readonly status: {
    readonly certificate?: string;
    readonly conditions?: readonly { readonly type: string; readonly reason: string; readonly message: string }[];
    readonly authenticated?: boolean;
    readonly user?: { readonly username: string };
  };
}

const server = `https://${process.env["KUBERNETES_SERVICE_HOST"]}:${process.env["KUBERNETES_SERVICE_PORT"]}`;
const account = "/var/run/secrets/kubernetes.io/serviceaccount";

async function api(method: string, path: string, body?: unknown, type = "application/json"): Promise<ApiObject> {
  const authorization = `Bearer ${readFileSync(`${account}/token`, "utf8")}`;
  const headers = { authorization, "content-type": type };
  const answer = await fetch(`${server}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ApiObject;
}

class Refused extends Error {}

/** The SPIFFE identity of whoever shows this token; throws `Refused`. */
async function identityOf(token: string, cluster: string): Promise<string> {
  if (cluster !== clusterId) throw new Refused(`knows cluster ${clusterId}, not ${cluster}`);
  const spec = { token, audiences: ["istio-ca"] };
  const { status } = await api("POST", "/apis/authentication.k8s.io/v1/tokenreviews", {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenReview",
    spec,
  });
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/u.exec(status.user?.username ?? "") ?? [];
  if (status.authenticated !== true || namespace === undefined) throw new Refused("the token is nobody's");
  return `spiffe://${trustDomain}/ns/${namespace}/sa/${name}`;
}

/** Whether a request asks for this one URI: its DER holds it as a name of that length. */
function asksFor(csr: string, identity: string): boolean {
  const der = Buffer.from(csr.replaceAll(/-----[^-]+-----|\s/gu, ""), "base64");
  return der.includes(Buffer.concat([Buffer.from([0x86, identity.length]), Buffer.from(identity)]));
}

const requests = `/apis/cert-manager.io/v1/namespaces/${system}/certificaterequests`;

/** The certificate with what leads up to the root, as cert-manager signed it. */
async function signed(csr: string, identity: string, seconds: number): Promise<string> {
  const { metadata } = await api("POST", requests, {
    apiVersion: "cert-manager.io/v1",
    kind: "CertificateRequest",
    metadata: { generateName: "istio-csr-", annotations: { "istio.cert-manager.io/identities": identity } },
    spec: {
      request: Buffer.from(csr).toString("base64"),
      duration: `${Math.min(seconds, mostSeconds)}s`,
      usages: ["client auth", "server auth"],
      issuerRef,
    },
  });
  const path = `${requests}/${metadata.name}`;
  try {
    for (let tries = 0; tries < 200; tries++) {
      const { status = {} } = await api("GET", path);
      if (status.certificate !== undefined) return Buffer.from(status.certificate, "base64").toString();
      const bad = status.conditions?.find(({ type, reason }) => type === "Denied" || reason === "Failed");
      if (bad !== undefined) throw new Error(bad.message);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`cert-manager has not signed ${metadata.name} within 20 s`);
  } finally {
    await api("DELETE", path);
  }
}

/** The fields of a message: numbers and byte strings by number, the last of each. */
function fieldsOf(message: Buffer): ReadonlyMap<number, number | Buffer> {
  const fields = new Map<number, number | Buffer>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const value = varint();
    fields.set(key >> 3, (key & 7) === 2 ? message.subarray(at, (at += value)) : value);
  }
  return fields;
}

/** `repeated string cert_chain = 1` in the frame of gRPC. */
function framed(chain: readonly string[]): Buffer {
  const length = (size: number): readonly number[] => (size < 0x80 ? [size] : [(size & 0x7f) | 0x80, ...length(size >> 7)]);
  const message = Buffer.concat(chain.flatMap((text) => [Buffer.from([0x0a, ...length(Buffer.byteLength(text))]), Buffer.from(text)]));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

async function createCertificate(token: string, cluster: string, body: Buffer): Promise<Buffer> {
  const fields = fieldsOf(body.subarray(5));
  const csr = String(fields.get(1) ?? "");
  const identity = await identityOf(token, cluster);
  if (!asksFor(csr, identity)) throw new Refused(`the request is not for ${identity}`);
  const chain = await signed(csr, identity, Number(fields.get(3) ?? mostSeconds));
  console.log(`signed for ${identity}`);
  return framed([chain, root]);
}

function end(stream: ServerHttp2Stream, status: number, message: string, answer?: Buffer): void {
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(status), "grpc-message": encodeURIComponent(message) }));
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.end(answer);
}

function serve(): void {
  const pair = { cert: readFileSync("/etc/serving/tls.crt"), key: readFileSync("/etc/serving/tls.key") };
  createSecureServer(pair)
    .on("stream", (stream, headers) => {
      const parts: Buffer[] = [];
      stream.on("error", (error) => console.log(`stream: ${error.message}`));
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (headers[":path"] !== "/istio.v1.auth.IstioCertificateService/CreateCertificate") return end(stream, 12, "no such method");
        const token = String(headers["authorization"] ?? "").replace(/^Bearer /u, "");
        createCertificate(token, String(headers["clusterid"] ?? ""), Buffer.concat(parts)).then(
          (answer) => end(stream, 0, "", answer),
          (error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            console.log(`refused: ${message}`);
            // UNAUTHENTICATED and INTERNAL.
            end(stream, error instanceof Refused ? 16 : 13, message);
          },
        );
      });
    })
    .listen(6443);
  createServer((_, response) => response.end("ok")).listen(6060);
}

/** Every namespace has the root in `istio-ca-root-cert`; looked at once a second, where istio-csr watches. */
async function giveRoots(): Promise<void> {
  const name = "istio-ca-root-cert";
  const given = await api("GET", `/api/v1/configmaps?fieldSelector=metadata.name%3D${name}`);
  const good = new Set(given.items.filter(({ data }) => data?.["root-cert.pem"] === root).map(({ metadata }) => metadata.namespace));
  const { items } = await api("GET", "/api/v1/namespaces");
  for (const { metadata } of items) {
    if (good.has(metadata.name) || metadata.deletionTimestamp !== undefined) continue;
    const path = `/api/v1/namespaces/${metadata.name}/configmaps/${name}?fieldManager=cert-manager-istio-csr&force=true`;
    const wanted = { metadata: { name, labels: { "istio.io/config": "true" } }, data: { "root-cert.pem": root } };
    await api("PATCH", path, { apiVersion: "v1", kind: "ConfigMap", ...wanted }, "application/apply-patch+yaml");
  }
}

serve();
for (;;) {
  await giveRoots().catch((error: unknown) => console.log(String(error)));
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
