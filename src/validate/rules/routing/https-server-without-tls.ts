import { isObject, listAt, textAt, valueAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"https-server-without-tls"> = ({ manifest }, report) => {
  listAt(manifest.object, "spec", "servers").forEach((server, index) => {
    const protocol = textAt(server, "port", "protocol")?.toUpperCase();
    if ((protocol !== "HTTPS" && protocol !== "TLS") || isObject(valueAt(server, ["tls"]))) return;
    report({ server: index + 1, name: manifest.id.name, protocol }, { on: manifest, path: ["spec", "servers", index] });
  });
};
