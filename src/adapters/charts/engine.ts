import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { problem } from "../../catalog/problem.ts";
import type { Engine } from "../../model/chart.ts";
import { mark, workedSince } from "./effort.ts";
import { stopped } from "./failure.ts";
import { type Instance, instantiate, renderIn } from "./instance.ts";
import { createSandbox, Stopped } from "./sandbox.ts";
import { shipped } from "./shipped.ts";

/** How long rendering may take; the memory limit is part of the module (`src/tools/build-engine.ts`). */
export interface EngineLimits {
  /** One render. */
  readonly renderMs: number;
  /** All slow renders of one chart together: a hostile chart that stays just below the limit must not hold a runner for as many renders as there are clusters. */
  readonly chartMs: number;
}

const usual: EngineLimits = { renderMs: 20_000, chartMs: 40_000 };

/** Renders quicker than this cost nothing of a chart's time, so a mesh of any size renders. The slowest official chart takes 1.5 s on its first run. */
const slowMs = 5_000;

/** Unpacked at once: Node's own 16 KiB would take twice the time for so large a file. */
const chunkSize = 1 << 22;

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Helm's engine. The module is compiled once per process; a render runs on the calling thread.
 * @throws Problem `engine-unavailable`
 */
export async function startEngine(limits: EngineLimits = usual): Promise<Engine> {
  compiled ??= compile();
  return engineOf(await compiled, limits);
}

/** The engine of one module of `src/tools/build-engine.ts`, started or not. */
export function engineOf(module: WebAssembly.Module, limits: EngineLimits = usual): Engine {
  let live: Instance | undefined;
  const spent = new Map<string, number>();
  return {
    version: "helm 4.3.1",
    render: (release) => {
      // Not by its files: the same chart comes again out of the folder of another commit.
      const { digest } = release.chart;
      const before = spent.get(digest) ?? 0;
      if (before >= limits.chartMs) return stopped(`the renders of this chart took longer than ${limits.chartMs / 1000} seconds in all`);
      const started = mark();
      try {
        live ??= instantiate(module, createSandbox(module));
        live.sandbox.watch(limits.renderMs);
        return renderIn(live, release);
      } catch (cause) {
        // Go's memory is in no known state after it was interrupted. The next render gets a new instance.
        const words = live?.sandbox.said() ?? "";
        live = undefined;
        return stopped(whyStopped(cause, words, limits));
      } finally {
        const took = workedSince(started);
        if (took > slowMs) spent.set(digest, before + took);
      }
    },
  };
}

async function compile(): Promise<WebAssembly.Module> {
  const path = shipped("helm-engine.wasm.br");
  if (path === undefined) throw problem("engine-unavailable", { why: "helm-engine.wasm.br is missing" });
  try {
    const packed = await readFile(path);
    return await WebAssembly.compile(new Uint8Array(await promisify(brotliDecompress)(packed, { chunkSize })));
  } catch (cause) {
    throw problem("engine-unavailable", { why: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

/** @throws whatever is no end of a run: our own mistake. */
function whyStopped(cause: unknown, words: string, limits: EngineLimits): string {
  if (cause instanceof Stopped && cause.message === "time") return `rendering took longer than ${limits.renderMs / 1000} seconds`;
  if (cause instanceof RangeError) return "the templates call each other too deeply";
  if (!(cause instanceof Stopped || cause instanceof WebAssembly.RuntimeError)) throw cause;
  // The third is what Go says when the memory has come to its limit (seen at 493 of 512 MB) while it made room for an arena.
  if (/out of memory|cannot allocate memory|arena already initialized|len out of range/u.test(words))
    return "rendering needed more memory than a chart may have";
  return `Helm's engine stopped: ${words.split("\n", 1)[0] || cause.message}`;
}
