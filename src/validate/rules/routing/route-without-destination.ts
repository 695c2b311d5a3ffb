import type { Json } from "../../../model/json.ts";
import { isObject, listAt, objectAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

const protocols = ["http", "tls", "tcp"] as const;
const actions = ["redirect", "directResponse", "delegate"];

export const check: Check<"route-without-destination"> = ({ manifest }, report) => {
  const spec = objectAt(manifest.object, "spec");
  if (protocols.every((protocol) => listAt(spec, protocol).length === 0)) {
    const facts = { what: `VirtualService \`${manifest.id.name}\` has no routes`, wanted: "`http`, `tls` or `tcp`" };
    report(facts, { on: manifest, path: ["spec"], of: "key" });
  }
  for (const protocol of protocols) {
    const wanted = protocol === "http" ? "`route`, `redirect`, `directResponse` or `delegate`" : "`route`";
    listAt(spec, protocol).forEach((rule, index) => {
      if (!isObject(rule) || leadsSomewhere(rule, protocol === "http")) return;
      const facts = { what: `The ${protocol} rule ${index + 1} of VirtualService \`${manifest.id.name}\` leads nowhere`, wanted };
      report(facts, { on: manifest, path: ["spec", protocol, index] });
    });
  }
};

function leadsSomewhere(rule: Json, isHttp: boolean): boolean {
  return listAt(rule, "route").length > 0 || (isHttp && isObject(rule) && actions.some((action) => isObject(rule[action])));
}
