import { listAt, textAt, valueAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

const expectedPorts: ReadonlyMap<number, number> = new Map([
  [15012, 15012],
  [15017, 443],
]);

export const check: Check<"istiod-route-wrong-port"> = (cluster, report) => {
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    for (const protocol of ["tls", "http", "tcp"]) {
      listAt(manifest.object, "spec", protocol).forEach((rule, index) => {
        const port = listAt(rule, "match").map((match) => Number(valueAt(match, ["port"])))[0] ?? 0;
        const expected = expectedPorts.get(port);
        listAt(rule, "route").forEach((route, number) => {
          const host = textAt(route, "destination", "host") ?? "";
          const seen = valueAt(route, ["destination", "port", "number"]);
          if (expected === undefined || !/^istiod(?:[-.]|$)/u.test(host) || typeof seen !== "number" || seen === expected) return;
          const path = ["spec", protocol, index, "route", number, "destination", "port", "number"];
          report({ port, seen, host, expected }, { on: manifest, path });
        });
      });
    }
  }
};
