import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  saveFile
} from "./chunk-SVVDHG7B.js";
import {
  initMesh,
  oneContextEach
} from "./chunk-7YQB7X5X.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import {
  KubeConfig
} from "./chunk-6E4SIUHC.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-PIHHU2PB.js";
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
async function readContexts(files) {
  const configs = await Promise.all(files.map(readConfig));
  const named = configs.flatMap((config) => config.getContexts());
  if (named.length === 0) throw problem("kubeconfig-unreadable", { file: files.join(", "), why: "it names no context" });
  const first = /* @__PURE__ */ __name((find) => configs.map(find).find((found) => found !== null) ?? void 0, "first");
  const distinct = named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
  return distinct.map(({ name, cluster, user }) => {
    const found = first((config) => config.getCluster(cluster));
    const command = first((config) => config.getUser(user))?.exec?.command;
    const program = typeof command === "string" ? command : void 0;
    return { name, cluster, server: found?.server ?? "", tlsServerName: found?.tlsServerName, program };
  });
}
__name(readContexts, "readContexts");
async function readConfig(file) {
  const text = await readFile(file, "utf8").catch((error) => {
    throw problem("kubeconfig-unreadable", { file, why: error.code ?? "unknown" }, error);
  });
  const config = new KubeConfig();
  try {
    if (text.trim() !== "") config.loadFromString(text);
  } catch {
    throw problem("kubeconfig-unreadable", { file, why: "it is not a kubeconfig" });
  }
  return config;
}
__name(readConfig, "readConfig");

// src/shells/cli/save-new.ts
import { lstatSync } from "node:fs";
async function saveNew(terminal, file, text) {
  if (lstatSync(file, { throwIfNoEntry: false }) !== void 0)
    throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  await saveFile(terminal, file, text);
  terminal.tell(`Written: ${file}`);
}
__name(saveNew, "saveNew");

// src/shells/cli/commands/init.ts
async function init(terminal, options) {
  const all = await contextsIn(options.kubeconfig === void 0 ? kubeconfigs() : [options.kubeconfig]);
  const wanted = options.context ?? all.map(({ name }) => name);
  const missing = wanted.find((name) => !all.some((context) => context.name === name));
  if (missing !== void 0) {
    const known = all.map(({ name }) => name).join(", ");
    throw new UsageError(oneLine(`the kubeconfig has no context ${missing}. It has: ${known || "none"}.`));
  }
  const { contexts, left } = oneContextEach(all.filter(({ name }) => wanted.includes(name)));
  for (const { context, why } of left) terminal.tell(oneLine(`Left out: context ${context}: ${why}.`));
  if (contexts.length === 0) throw new UsageError("no context is left that stands for a cluster.");
  const text = initMesh({ name: options.name, contexts });
  if (options.write === void 0) {
    terminal.print(text);
    return 0;
  }
  await saveNew(terminal, options.write, text);
  terminal.tell("Next: go through the lines that begin with \u201CFill in\u201D and \u201CCheck\u201D, then run `isthmus validate` there.");
  return 0;
}
__name(init, "init");
async function contextsIn(files) {
  const there = files.length === 1 ? files : files.filter((file) => existsSync(file));
  return readContexts(there.length === 0 ? files.slice(0, 1) : there);
}
__name(contextsIn, "contextsIn");
function oneLine(text) {
  return text.replace(new RegExp("\\p{Cc}+", "gu"), " ");
}
__name(oneLine, "oneLine");
function kubeconfigs() {
  const named = (process.env["KUBECONFIG"] ?? "").split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), ".kube", "config")];
}
__name(kubeconfigs, "kubeconfigs");
export {
  init
};
