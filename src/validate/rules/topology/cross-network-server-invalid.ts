import { mtlsPort, serversOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"cross-network-server-invalid"> = ({ manifest }, report) => {
  for (const server of serversOf(manifest).filter(({ port }) => port === mtlsPort)) {
    const path = ["spec", "servers", server.index];
    if (server.protocol !== "TLS")
      report({ name: manifest.id.name, what: `protocol ${server.protocol || "none"}` }, { on: manifest, path: [...path, "port"] });
    else if (server.mode !== "AUTO_PASSTHROUGH")
      report({ name: manifest.id.name, what: `mode ${server.mode || "none"}` }, { on: manifest, path: [...path, "tls"] });
  }
};
