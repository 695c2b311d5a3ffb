import { readFileSync } from "node:fs";
import { findTools } from "./lab/build.ts";
import { describeModel } from "./model-tests.ts";

describeModel("ambient-two-networks", { files: () => ({ "config/all/gateway-api.yaml": definitions() }) });

function definitions(): string {
  const found = findTools()["gateway-api.yaml"];
  if (!("path" in found)) throw new Error(found.why);
  return readFileSync(found.path, "utf8");
}
