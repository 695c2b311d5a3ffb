import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  initMesh
} from "./chunk-USELJLII.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  UsageError
} from "./chunk-W6JRDVNY.js";
import {
  KubeConfig
} from "./chunk-OOBEMGFU.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-GTWNKH2M.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/init.ts
import { existsSync } from "node:fs";
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
  if (config.getContexts().length === 0) throw problem("kubeconfig-unreadable", { file, why: "it names no context" });
  return config.getContexts().map(({ name, cluster }) => ({ name, cluster, server: config.getCluster(cluster)?.server ?? "" }));
}
__name(readContexts, "readContexts");

// src/shells/cli/save-new.ts
import { lstatSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function saveNew(terminal, file, text) {
  if (lstatSync(file, { throwIfNoEntry: false }) !== void 0)
    throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  await mkdir(dirname(file), { recursive: true }).catch(() => void 0);
  await terminal.save(file, text);
  terminal.tell(`Written: ${file}`);
}
__name(saveNew, "saveNew");

// src/shells/cli/commands/init.ts
async function init(terminal, options) {
  const contexts = await contextsIn(options.kubeconfig === void 0 ? kubeconfigs() : [options.kubeconfig]);
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
async function contextsIn(files) {
  const there = files.length === 1 ? files : files.filter((file) => existsSync(file));
  const found = (await Promise.all((there.length === 0 ? files.slice(0, 1) : there).map(readContexts))).flat();
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}
__name(contextsIn, "contextsIn");
function kubeconfigs() {
  const named = (process.env["KUBECONFIG"] ?? "").split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), ".kube", "config")];
}
__name(kubeconfigs, "kubeconfigs");
export {
  init
};
