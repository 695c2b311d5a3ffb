import { readFileSync } from "node:fs";
import { findTools } from "./lab/build.ts";
import { describeModel } from "./model-tests.ts";

// The gateway's Envoy lacks the filters of Istio's own, so its pod is never ready here: what a look would say of it is left out.
describeModel("ambient-two-networks", { verify: "none", files: () => ({ "config/all/gateway-api.yaml": definitions() }) });

function definitions(): string {
  const found = findTools()["gateway-api.yaml"];
  if (!("path" in found)) throw new Error(found.why);
  return readFileSync(found.path, "utf8");
}
