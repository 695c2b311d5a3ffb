import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveNew
} from "./chunk-XA3QOLBO.js";
import {
  KubeConfig
} from "./chunk-5T3WGQ4A.js";
import {
  UsageError
} from "./chunk-VXGAUNNG.js";
import {
  initMesh
} from "./chunk-5WJTI7LD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import {
  problem
} from "./chunk-DOMCM5IR.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/init.ts
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

// src/adapters/kubernetes/contexts.ts
import { readFile } from "node:fs/promises";
async function readContexts(file) {
  const text = await readFile(file, "utf8").catch((error) => {
    throw problem("kubeconfig-unreadable", { file, why: error.code ?? "unknown" }, error);
  });
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
  } catch {
    throw problem("kubeconfig-unreadable", { file, why: "it is not a kubeconfig" });
  }
  return config.getContexts().map(({ name, cluster }) => ({ name, cluster, server: config.getCluster(cluster)?.server ?? "" }));
}
__name(readContexts, "readContexts");

// src/shells/cli/commands/init.ts
async function init(terminal, options) {
  const contexts = await readContexts(options.kubeconfig ?? defaultKubeconfig());
  const wanted = options.context ?? contexts.map(({ name }) => name);
  const missing = wanted.find((name) => !contexts.some((context) => context.name === name));
  if (missing !== void 0)
    throw new UsageError(`the kubeconfig has no context ${missing}. It has: ${contexts.map(({ name }) => name).join(", ") || "none"}.`);
  const text = initMesh({ name: options.name, contexts: contexts.filter(({ name }) => wanted.includes(name)) });
  if (options.write === void 0) terminal.print(text);
  else await saveNew(terminal, options.write, text);
  return 0;
}
__name(init, "init");
function defaultKubeconfig() {
  return process.env["KUBECONFIG"]?.split(delimiter)[0] ?? join(homedir(), ".kube", "config");
}
__name(defaultKubeconfig, "defaultKubeconfig");
export {
  init
};
