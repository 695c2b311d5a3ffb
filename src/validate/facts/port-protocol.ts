import type { Json } from "../../model/json.ts";
import { textAt, valueAt } from "../../model/json.ts";

const prefixes: ReadonlySet<string> = new Set([
  "tcp",
  "udp",
  "grpc",
  "http",
  "http_proxy",
  "http2",
  "https",
  "tls",
  "mongo",
  "redis",
  "mysql",
]);

/** Values of `appProtocol` that Kubernetes defines. */
const standard: Readonly<Record<string, string>> = {
  "kubernetes.io/h2c": "http2",
  "kubernetes.io/ws": "http",
  "kubernetes.io/wss": "https",
};

/** Ports on which the server speaks first, where Istio takes bytes for bytes instead of guessing. */
const serverSpeaksFirst: ReadonlySet<number> = new Set([25, 53, 3306, 27_017]);

/**
 * What Istio takes a Service's port for (`pkg/config/kube/conversion.go`): `appProtocol` where it is set, else the name up to its first hyphen;
 * `undefined` where it says nothing, so that each proxy guesses from the first bytes.
 */
export function protocolOf(port: Json): string | undefined {
  if (textAt(port, "protocol") === "UDP") return "udp";
  const written = textAt(port, "appProtocol");
  const named = written === undefined ? undefined : standard[written];
  if (named !== undefined) return named;
  const name = (written ?? textAt(port, "name") ?? "").toLowerCase();
  if (name.startsWith("grpc-web")) return "grpc-web";
  const [prefix = ""] = name.split("-", 1);
  if (prefixes.has(prefix)) return prefix;
  return serverSpeaksFirst.has(Number(valueAt(port, ["port"]))) ? "tcp" : undefined;
}
