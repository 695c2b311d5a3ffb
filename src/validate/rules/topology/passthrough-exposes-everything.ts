import { serversOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"passthrough-exposes-everything"> = ({ manifest }, report) => {
  for (const server of serversOf(manifest)) {
    const index = server.hosts.findIndex((host) => host === "*" || host.endsWith("/*"));
    if (server.mode !== "AUTO_PASSTHROUGH" || index < 0) continue;
    report({ name: manifest.id.name }, { on: manifest, path: ["spec", "servers", server.index, "hosts", index] });
  }
};
