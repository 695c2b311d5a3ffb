import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { problem } from "../../catalog/problem.ts";
import type { Engine, Release, Rendering } from "../../model/chart.ts";
import { readFailure, stopped } from "./failure.ts";
import { createSandbox, type Sandbox, Stopped } from "./sandbox.ts";
import { shipped } from "./shipped.ts";
import { readFiles, writeFiles } from "./wire.ts";

/** How long one render may take; the memory limit is part of the module (`src/tools/build-engine.ts`). */
export interface EngineLimits {
  readonly renderMs: number;
}

const usual: EngineLimits = { renderMs: 30_000 };

/** What the Go program in `engine/` offers. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  /** Go's own name for: start the runtime. */
  readonly _initialize: () => void;
  readonly reserve: (size: number) => number;
  readonly load: () => number;
  readonly render: (chart: number) => number;
  readonly answerAt: () => number;
  readonly answerSize: () => number;
}

/** A running engine and the charts it has loaded. */
interface Instance {
  readonly exports: Exports;
  readonly sandbox: Sandbox;
  readonly charts: WeakMap<ReadonlyMap<string, string>, number>;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Helm's engine. The module is compiled once per process; a render runs on the calling thread.
 * @throws Problem `engine-unavailable`
 */
export async function startEngine(limits: EngineLimits = usual): Promise<Engine> {
  compiled ??= compile();
  const module = await compiled;
  let live: Instance | undefined;
  return {
    version: "helm 4.3.1",
    render: (release) => {
      try {
        live ??= instantiate(module, limits);
        return renderIn(live, release, limits);
      } catch (cause) {
        // Go's memory is in no known state after it was interrupted. The next render gets a new instance.
        const words = live?.sandbox.said() ?? "";
        live = undefined;
        return stopped(whyStopped(cause, words, limits));
      }
    },
  };
}

async function compile(): Promise<WebAssembly.Module> {
  const path = shipped("helm-engine.wasm.br");
  if (path === undefined) throw problem("engine-unavailable", { why: "helm-engine.wasm.br is missing" });
  try {
    const packed = await readFile(path);
    return await WebAssembly.compile(new Uint8Array(await promisify(brotliDecompress)(packed)));
  } catch (cause) {
    throw problem("engine-unavailable", { why: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function instantiate(module: WebAssembly.Module, limits: EngineLimits): Instance {
  const sandbox = createSandbox(module);
  // The build is ours: its exports are those of engine/main.go.
  const exports = new WebAssembly.Instance(module, sandbox.imports).exports as Exports;
  sandbox.attach(exports.memory);
  sandbox.watch(limits.renderMs);
  // oxlint-disable-next-line no-underscore-dangle
  exports._initialize();
  return { exports, sandbox, charts: new WeakMap() };
}

function renderIn(instance: Instance, release: Release, limits: EngineLimits): Rendering {
  const { exports, sandbox } = instance;
  sandbox.watch(limits.renderMs);
  const { chart, name, namespace, isUpgrade, kubeVersion, values } = release;
  const number = instance.charts.get(chart.files) ?? loadInto(instance, chart.files);
  if (number < 0) return readFailure(answer(exports).toString("utf8"), chart);
  send(exports, Buffer.from(JSON.stringify({ name, namespace, isUpgrade, kubeVersion, values })));
  if (exports.render(number) < 0) return readFailure(answer(exports).toString("utf8"), chart);
  const prefix = `${chart.name}/`;
  const templates = [...readFiles(answer(exports))].map(
    ([path, text]) => [path.startsWith(prefix) ? path.slice(prefix.length) : path, text] as const,
  );
  return { kind: "rendered", templates: new Map(templates) };
}

function loadInto(instance: Instance, files: ReadonlyMap<string, string>): number {
  send(instance.exports, writeFiles(files));
  const number = instance.exports.load();
  if (number >= 0) instance.charts.set(files, number);
  return number;
}

function send(exports: Exports, message: Uint8Array): void {
  const at = exports.reserve(message.length);
  new Uint8Array(exports.memory.buffer, at, message.length).set(message);
}

/** A view of the answer, valid until the next call. */
function answer(exports: Exports): Buffer {
  return Buffer.from(exports.memory.buffer, exports.answerAt(), exports.answerSize());
}

/** @throws whatever is no end of a run: our own mistake. */
function whyStopped(cause: unknown, words: string, limits: EngineLimits): string {
  if (cause instanceof Stopped && cause.message === "time") return `rendering took longer than ${limits.renderMs / 1000} seconds`;
  if (cause instanceof RangeError) return "the templates call each other too deeply";
  if (!(cause instanceof Stopped || cause instanceof WebAssembly.RuntimeError)) throw cause;
  if (/out of memory|cannot allocate memory|len out of range/u.test(words)) return "rendering needed more memory than a chart may have";
  return `Helm's engine stopped: ${words.split("\n", 1)[0] || cause.message}`;
}
