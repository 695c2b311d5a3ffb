import type { Release, Rendering } from "../../model/chart.ts";
import { readFailure } from "./failure.ts";
import type { Sandbox } from "./sandbox.ts";
import { readFiles, writeFiles } from "./wire.ts";

/** What the Go program in `engine/` offers. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  /** Go's own name for: start the runtime. The shipped module is a started one and has no such function: see `src/tools/engine/warm.ts`. */
  readonly _initialize?: () => void;
  readonly reserve: (size: number) => number;
  readonly load: () => number;
  readonly render: (chart: number) => number;
  readonly answerAt: () => number;
  readonly answerSize: () => number;
}

/** A running engine and the charts it has loaded. */
export interface Instance {
  readonly exports: Exports;
  readonly sandbox: Sandbox;
  readonly charts: WeakMap<ReadonlyMap<string, string>, number>;
}

/** Starts Go when the module is not a started one. */
export function instantiate(module: WebAssembly.Module, sandbox: Sandbox): Instance {
  // The build is ours: its exports are those of engine/main.go.
  const exports = new WebAssembly.Instance(module, sandbox.imports).exports as Exports;
  sandbox.attach(exports.memory);
  // oxlint-disable-next-line no-underscore-dangle
  exports._initialize?.();
  return { exports, sandbox, charts: new WeakMap() };
}

/** Renders; the caller has set the sandbox's watch. */
export function renderIn(instance: Instance, release: Release): Rendering {
  const { exports } = instance;
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
