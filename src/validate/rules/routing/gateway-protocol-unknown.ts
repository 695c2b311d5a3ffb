import { listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

/** What `protocol.Parse` of Istio knows, in its own writing; upper and lower case are the same to it. */
const known: ReadonlySet<string> = new Set("HTTP HTTP2 HTTPS HTTP_PROXY HBONE GRPC GRPC-WEB TLS TCP UDP MONGO REDIS MYSQL".split(" "));

export const check: Check<"gateway-protocol-unknown"> = ({ manifest }, report) => {
  listAt(manifest.object, "spec", "servers").forEach((server, index) => {
    const protocol = textAt(server, "port", "protocol");
    if (protocol === undefined || known.has(protocol.toUpperCase()) || protocol.includes("⟦")) return;
    report({ name: manifest.id.name, protocol }, { on: manifest, path: ["spec", "servers", index, "port", "protocol"] });
  });
};
