import type { Json, Path } from "../../../model/json.ts";
import { listAt, objectAt, textAt, valueAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"failover-without-outlier-detection"> = ({ manifest }, report) => {
  const top: Path = ["spec", "trafficPolicy"];
  const inherited = valueAt(manifest.object, [...top, "outlierDetection"]);
  const policies: readonly (readonly [Path, Json | undefined])[] = [
    [top, undefined],
    ...portsIn(manifest.object, top, inherited),
    ...listAt(manifest.object, "spec", "subsets").map((_, index) => [["spec", "subsets", index, "trafficPolicy"], inherited] as const),
  ];
  for (const [path, above] of policies) {
    const policy = valueAt(manifest.object, path);
    const locality = objectAt(policy, "loadBalancer", "localityLbSetting");
    const key = ["failover", "failoverPriority"].find((name) => listAt(locality, name).length > 0);
    if (key === undefined || locality["enabled"] === false || valueAt(policy, ["outlierDetection"]) !== undefined || above !== undefined)
      continue;
    const at = { on: manifest, path: [...path, "loadBalancer", "localityLbSetting", key], of: "key" as const };
    report({ host: textAt(manifest.object, "spec", "host") ?? "" }, at);
  }
};

function portsIn(object: Json, top: Path, inherited: Json | undefined): readonly (readonly [Path, Json | undefined])[] {
  return listAt(object, ...top, "portLevelSettings").map((_, index) => [[...top, "portLevelSettings", index], inherited] as const);
}
