import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Exports, type Instance, instantiate, renderIn } from "../../adapters/charts/instance.ts";
import { createSandbox, present } from "../../adapters/charts/sandbox.ts";
import type { Chart } from "../../model/chart.ts";
import { freeze, withGlobalsExported } from "./freeze.ts";

const bundle = join(import.meta.dirname, "..", "..", "..", "dist", "charts.json.br");
/** What `src/adapters/charts/instance.ts` calls of a started engine. */
const kept = ["memory", "reserve", "load", "render", "answerAt", "answerSize"] satisfies readonly (keyof Exports)[];

/**
 * Releases by the chart they install, in the order of a cluster, with the charts' own values: what is kept (templates, schemas, CRDs) is the same for all values. The names are those
 * that `src/render/releases.ts` gives, because a chart writes its release's name into every CRD: under another name all of them would be written anew.
 */
export const warmReleases: Readonly<Record<string, string>> = {
  base: "istio-base",
  istiod: "istiod",
  cni: "istio-cni",
  ztunnel: "ztunnel",
  gateway: "istio-eastwestgateway",
};

/**
 * The engine as it is after it was started and has loaded and rendered every bundled chart once, in the sandbox in which it will run: neither the
 * start of Go's runtime nor the first reading of Istio's charts is left for the user's time. What it keeps is what it would keep between two
 * renders of one run: charts by their files, results of pure functions by their argument. The same module and charts give the same bytes: the
 * sandbox has neither time nor randomness.
 */
export function warmed(module: Buffer, limitBytes: number): Buffer {
  const open = new WebAssembly.Module(withGlobalsExported(module));
  const sandbox = createSandbox(open, 0n);
  const instance = instantiate(open, sandbox);
  for (const [chart, name] of Object.entries(warmReleases)) renderOnce(instance, name, chartOf(chart));
  // Exported by engine/main.go.
  (instance.exports as Exports & { readonly settle: () => void }).settle();
  if (sandbox.now() >= present) throw new Error("the clock of the build is ahead of the one its result will see");
  return freeze(module, instance.exports as unknown as Record<string, unknown>, limitBytes, kept);
}

function renderOnce(instance: Instance, name: string, chart: Chart): void {
  const release = { name, namespace: "istio-system", chart, values: {}, isUpgrade: false, kubeVersion: "v1.35.0" };
  const rendering = renderIn(instance, release);
  if (rendering.kind === "failed") throw new Error(`${chart.name} does not render: ${rendering.message}`);
}

function chartOf(name: string): Chart {
  const { version, charts } = JSON.parse(brotliDecompressSync(readFileSync(bundle)).toString("utf8"));
  return { name, version, appVersion: version, digest: "", origin: "bundled", files: new Map(Object.entries(charts[name].files)) };
}
