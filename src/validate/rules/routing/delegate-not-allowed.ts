import type { Json } from "../../../model/json.ts";
import { isObject, listAt, objectAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"delegate-not-allowed"> = ({ manifest }, report) => {
  const spec = objectAt(manifest.object, "spec");
  const name = manifest.id.name;
  const isDelegate = listAt(spec, "hosts").length === 0;
  if (isDelegate) {
    for (const key of ["gateways", "tls", "tcp"] as const) {
      if (listAt(spec, key).length === 0) continue;
      const facts = { name, what: `has no hosts, so it is a delegate, and has ${key}`, advice: wayOut[key] };
      report(facts, { on: manifest, path: ["spec", key], of: "key" });
    }
  }
  listAt(spec, "http").forEach((rule, index) => {
    if (!isObject(rule) || !isObject(rule["delegate"])) return;
    const at = (key: string) => ({ on: manifest, path: ["spec", "http", index, key], of: "key" }) as const;
    if (isDelegate) {
      const what = "has no hosts, so it is a delegate, and goes on to a delegate";
      report({ name, what, advice: "Put the routes here, or let the VirtualService with the hosts point at both." }, at("delegate"));
    }
    for (const key of ["route", "redirect"] as const) {
      if (isDelegate || !has(rule, key)) continue;
      const what = `has both delegate and ${key} in its HTTP rule ${index + 1}`;
      report({ name, what, advice: "Keep one of the two: what is delegated is decided there." }, at(key));
    }
  });
};

const wayOut = {
  gateways: "Name gateways in the VirtualService that points here, or give this one hosts.",
  tls: "Give this one hosts: only HTTP routes can be delegated.",
  tcp: "Give this one hosts: only HTTP routes can be delegated.",
};

function has(rule: Json, key: "route" | "redirect"): boolean {
  return key === "route" ? listAt(rule, key).length > 0 : isObject(rule) && isObject(rule[key]);
}
