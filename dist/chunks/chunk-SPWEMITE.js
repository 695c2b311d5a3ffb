import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/charts/engine.ts
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

// src/adapters/charts/effort.ts
function mark() {
  return { wall: performance.now(), cpu: cpuMs() };
}
__name(mark, "mark");
function workedSince({ wall, cpu }) {
  return Math.min(performance.now() - wall, cpuMs() - cpu);
}
__name(workedSince, "workedSince");
function isSpent(since, limitMs) {
  return performance.now() - since.wall > limitMs && cpuMs() - since.cpu > limitMs;
}
__name(isSpent, "isSpent");
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}
__name(cpuMs, "cpuMs");

// src/adapters/charts/failure.ts
function readFailure(text, chart) {
  const steps = stepsOf(text);
  const cause = steps.at(-1);
  if (cause === void 0) return violations(text) ?? stopped(text.trim());
  const [path = "", line = ""] = (steps.findLast(({ place }) => place.includes("/")) ?? cause).place.split(":");
  const template = path.startsWith(`${chart.name}/`) ? path.slice(chart.name.length + 1) : path;
  const source = chart.files.get(template)?.split("\n")[Number(line) - 1] ?? "";
  const message = cause.message.replace(/\s*\n\s*/gu, " ").trim();
  return { kind: "failed", message, template, line: Number(line), value: valueIn(cause.action) ?? valueIn(source) };
}
__name(readFailure, "readFailure");
function stopped(message) {
  return { kind: "failed", message, template: void 0, line: void 0, value: void 0 };
}
__name(stopped, "stopped");
function stepsOf(text) {
  const raised = /^(?:parse|execution) error (?:at|in) \((?<place>[^)]+)\): (?<message>[\s\S]*)$/u.exec(text)?.groups;
  if (raised !== void 0) return [{ place: raised["place"] ?? "", action: "", message: raised["message"] ?? "" }];
  return text.startsWith("template: ") ? chained(text) : stacked(text);
}
__name(stepsOf, "stepsOf");
function chained(text) {
  return text.split(/(?=\btemplate: \S+:\d)/u).map((part) => {
    const link = /^template: (?<place>\S+:\d+(?::\d+)?): (?:executing "[^"]*" at <(?<action>.*?)>: )?(?<message>[\s\S]*)$/u.exec(
      part
    )?.groups;
    return { place: link?.["place"] ?? "", action: link?.["action"] ?? "", message: link?.["message"] ?? part };
  });
}
__name(chained, "chained");
function stacked(text) {
  const parts = text.split(/^(?=\S+:\d+:\d+$)/mu).filter((part) => /^\S+:\d+:\d+$/mu.test(part));
  return parts.map((part) => {
    const [place = "", ...rest] = part.split("\n");
    const action = /^ {2}executing ".*" at <(?<action>.*)>:$/u.exec(rest[0] ?? "")?.groups?.["action"];
    return { place, action: action ?? "", message: rest.slice(action === void 0 ? 0 : 1).join("\n") };
  });
}
__name(stacked, "stacked");
function violations(text) {
  const found = [...text.matchAll(/^\s*- at '(?<pointer>[^']*)': (?<why>.*)$/gmu)].map(({ groups }) => ({ value: `.Values${(groups?.["pointer"] ?? "").replaceAll("/", ".")}`, why: inOrder(groups?.["why"] ?? "") })).filter(({ why }) => why !== "validation failed").sort((a, b) => `${a.value} ${a.why}` < `${b.value} ${b.why}` ? -1 : 1);
  const [first] = found;
  if (first === void 0) return void 0;
  const message = `the chart's schema refuses the values: ${found.map(({ value, why }) => `${value}: ${why}`).join("; ")}`;
  return { ...stopped(message), value: concerned(first) };
}
__name(violations, "violations");
function inOrder(why) {
  return why.replace(/'[^']*'(?:, '[^']*')+/u, (names) => names.split(", ").sort().join(", "));
}
__name(inOrder, "inOrder");
function concerned({ value, why }) {
  const surplus = /^additional properties '([^']+)' not allowed/u.exec(why)?.[1];
  return surplus === void 0 ? value : `${value}.${surplus}`;
}
__name(concerned, "concerned");
function valueIn(text) {
  const found = new Set(text.replaceAll("($.Values)", "$.Values").match(/\.Values(?:\.\w+)+/gu));
  return found.size === 1 ? [...found][0] : void 0;
}
__name(valueIn, "valueIn");

// src/adapters/charts/wire.ts
function writeFiles(files) {
  const parts = [...files].flatMap(([name, text]) => [...writeText(name), ...writeText(text)]);
  return Buffer.concat(parts);
}
__name(writeFiles, "writeFiles");
function writeText(text) {
  const bytes = Buffer.from(text, "utf8");
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return [size, bytes];
}
__name(writeText, "writeText");
function readFiles(message) {
  const files = /* @__PURE__ */ new Map();
  for (let at = 0; at < message.length; ) {
    const name = readText(message, at);
    const content = readText(message, name.end);
    files.set(name.text, content.text);
    at = content.end;
  }
  return files;
}
__name(readFiles, "readFiles");
function readText(message, at) {
  const start = at + 4;
  const end = start + message.readUInt32LE(at);
  return { text: message.toString("utf8", start, end), end };
}
__name(readText, "readText");

// src/adapters/charts/instance.ts
function instantiate(module, sandbox) {
  const exports = new WebAssembly.Instance(module, sandbox.imports).exports;
  sandbox.attach(exports.memory);
  exports._initialize?.();
  return { exports, sandbox, charts: /* @__PURE__ */ new WeakMap() };
}
__name(instantiate, "instantiate");
function renderIn(instance, release) {
  const { exports } = instance;
  const { chart, name, namespace, isUpgrade, kubeVersion, values } = release;
  const number = instance.charts.get(chart.files) ?? loadInto(instance, chart.files);
  if (number < 0) return readFailure(answer(exports).toString("utf8"), chart);
  send(exports, Buffer.from(JSON.stringify({ name, namespace, isUpgrade, kubeVersion, values })));
  if (exports.render(number) < 0) return readFailure(answer(exports).toString("utf8"), chart);
  const prefix = `${chart.name}/`;
  const templates = [...readFiles(answer(exports))].map(
    ([path, text]) => [path.startsWith(prefix) ? path.slice(prefix.length) : path, text]
  );
  return { kind: "rendered", templates: new Map(templates) };
}
__name(renderIn, "renderIn");
function loadInto(instance, files) {
  send(instance.exports, writeFiles(files));
  const number = instance.exports.load();
  if (number >= 0) instance.charts.set(files, number);
  return number;
}
__name(loadInto, "loadInto");
function send(exports, message) {
  const at = exports.reserve(message.length);
  new Uint8Array(exports.memory.buffer, at, message.length).set(message);
}
__name(send, "send");
function answer(exports) {
  return Buffer.from(exports.memory.buffer, exports.answerAt(), exports.answerSize());
}
__name(answer, "answer");

// src/adapters/charts/sandbox.ts
var Stopped = class extends Error {
  static {
    __name(this, "Stopped");
  }
};
var success = 0;
var badDescriptor = 8;
var unsupported = 52;
var programName = "helm";
var present = 1000000000n;
function createSandbox(module, beginning = present) {
  let memory;
  let begun = mark();
  let limit = Number.POSITIVE_INFINITY;
  let ticks = beginning;
  let said = "";
  const buffer = /* @__PURE__ */ __name(() => memory?.buffer ?? new ArrayBuffer(0), "buffer");
  const view = /* @__PURE__ */ __name(() => new DataView(buffer()), "view");
  const bytes = /* @__PURE__ */ __name((at, size) => new Uint8Array(buffer(), at, size), "bytes");
  const answers = {
    args_sizes_get: /* @__PURE__ */ __name((count = 0, size = 0) => {
      view().setUint32(count, 1, true);
      view().setUint32(size, programName.length + 1, true);
      return success;
    }, "args_sizes_get"),
    args_get: /* @__PURE__ */ __name((list = 0, text = 0) => {
      view().setUint32(list, text, true);
      bytes(text, programName.length + 1).set(Buffer.from(`${programName}\0`));
      return success;
    }, "args_get"),
    environ_sizes_get: /* @__PURE__ */ __name((count = 0, size = 0) => {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return success;
    }, "environ_sizes_get"),
    environ_get: /* @__PURE__ */ __name(() => success, "environ_get"),
    // Go asks for the time whenever it collects garbage and whenever it has nothing to do, so a loop in a template passes here, too: every
    // step of a template allocates. This is where a run that takes too long is ended.
    clock_time_get: /* @__PURE__ */ __name((clock = 0, _precision = 0, at = 0) => {
      if (isSpent(begun, limit)) throw new Stopped("time");
      ticks += 1000n;
      view().setBigUint64(at, clock === 0 ? 0n : ticks, true);
      return success;
    }, "clock_time_get"),
    // Sleeping ends at once: the one event that was waited for is that the time is over.
    poll_oneoff: /* @__PURE__ */ __name((subscriptions = 0, events = 0, _count = 0, happened = 0) => {
      if (isSpent(begun, limit)) throw new Stopped("time");
      bytes(events, 32).fill(0);
      bytes(events, 8).set(bytes(subscriptions, 8));
      view().setUint32(happened, 1, true);
      return success;
    }, "poll_oneoff"),
    sched_yield: /* @__PURE__ */ __name(() => success, "sched_yield"),
    // Go seeds its hash tables from here. Templates that want randomness are refused in the engine (engine/functions.go).
    random_get: /* @__PURE__ */ __name((at = 0, size = 0) => {
      bytes(at, size).fill(7);
      return success;
    }, "random_get"),
    // Only Go's own last words are written: warnings of charts, or why it has to stop.
    fd_write: /* @__PURE__ */ __name((_descriptor = 0, vectors = 0, count = 0, written = 0) => {
      let total = 0;
      for (let index = 0; index < count; index++) {
        const at = view().getUint32(vectors + 8 * index, true);
        const size = view().getUint32(vectors + 8 * index + 4, true);
        if (said.length < 2e3) said += Buffer.from(bytes(at, Math.min(size, 2e3))).toString("utf8");
        total += size;
      }
      view().setUint32(written, total, true);
      return success;
    }, "fd_write"),
    fd_fdstat_get: /* @__PURE__ */ __name(() => badDescriptor, "fd_fdstat_get"),
    fd_prestat_get: /* @__PURE__ */ __name(() => badDescriptor, "fd_prestat_get"),
    proc_exit: /* @__PURE__ */ __name(() => {
      throw new Stopped("exit");
    }, "proc_exit")
  };
  const wanted = WebAssembly.Module.imports(module).map(({ name }) => [name, answers[name] ?? (() => unsupported)]);
  return {
    imports: { wasi_snapshot_preview1: Object.fromEntries(wanted) },
    attach: /* @__PURE__ */ __name((given) => {
      memory = given;
    }, "attach"),
    watch: /* @__PURE__ */ __name((limitMs) => {
      begun = mark();
      limit = limitMs;
      said = "";
    }, "watch"),
    now: /* @__PURE__ */ __name(() => ticks, "now"),
    said: /* @__PURE__ */ __name(() => said, "said")
  };
}
__name(createSandbox, "createSandbox");

// src/adapters/charts/shipped.ts
import { existsSync } from "node:fs";
import { join } from "node:path";
var folders = [".", "..", join("..", "..", "..", "dist")];
function shipped(name) {
  return folders.map((folder) => join(import.meta.dirname, folder, name)).find((path) => existsSync(path));
}
__name(shipped, "shipped");

// src/adapters/charts/engine.ts
var usual = { renderMs: 2e4, chartMs: 4e4 };
var slowMs = 5e3;
var chunkSize = 1 << 22;
var compiled;
async function startEngine(limits = usual) {
  compiled ??= compile();
  return engineOf(await compiled, limits);
}
__name(startEngine, "startEngine");
function engineOf(module, limits = usual) {
  let live;
  const spent = /* @__PURE__ */ new Map();
  return {
    version: "helm 4.3.1",
    render: /* @__PURE__ */ __name((release) => {
      const { digest } = release.chart;
      const before = spent.get(digest) ?? 0;
      if (before >= limits.chartMs) return stopped(`the renders of this chart took longer than ${limits.chartMs / 1e3} seconds in all`);
      const started = mark();
      try {
        live ??= instantiate(module, createSandbox(module));
        live.sandbox.watch(limits.renderMs);
        return renderIn(live, release);
      } catch (cause) {
        const words = live?.sandbox.said() ?? "";
        live = void 0;
        return stopped(whyStopped(cause, words, limits));
      } finally {
        const took = workedSince(started);
        if (took > slowMs) spent.set(digest, before + took);
      }
    }, "render")
  };
}
__name(engineOf, "engineOf");
async function compile() {
  const path = shipped("helm-engine.wasm.br");
  if (path === void 0) throw problem("engine-unavailable", { why: "helm-engine.wasm.br is missing" });
  try {
    const packed = await readFile(path);
    return await WebAssembly.compile(new Uint8Array(await promisify(brotliDecompress)(packed, { chunkSize })));
  } catch (cause) {
    throw problem("engine-unavailable", { why: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}
__name(compile, "compile");
function whyStopped(cause, words, limits) {
  if (cause instanceof Stopped && cause.message === "time") return `rendering took longer than ${limits.renderMs / 1e3} seconds`;
  if (cause instanceof RangeError) return "the templates call each other too deeply";
  if (!(cause instanceof Stopped || cause instanceof WebAssembly.RuntimeError)) throw cause;
  if (/out of memory|cannot allocate memory|arena already initialized|len out of range/u.test(words))
    return "rendering needed more memory than a chart may have";
  return `Helm's engine stopped: ${words.split("\n", 1)[0] || cause.message}`;
}
__name(whyStopped, "whyStopped");

export {
  shipped,
  startEngine,
  engineOf
};
