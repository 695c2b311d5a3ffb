import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackCharts } from "./bundled-charts.ts";
import { helmBinary } from "./helm.ts";
import { measure } from "./measure.ts";

/** What the tools took that a person would put together instead, and how to call them. */
export interface Peer {
  readonly peer: string;
  readonly peerMs?: number;
}

/** One release, as `isthmus render --as-helm --output json` tells it. */
export interface Release {
  readonly cluster: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly values: unknown;
}

/** The configuration that every cluster gets, before and after a change: documents of YAML. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/**
 * `helm template` once per release, for one side only: a peer would have to do it for both. With `sides` and a `dyff` on the PATH also `dyff between` what helm gave together
 * with the configuration of either side, once per cluster.
 */
export async function helmPeer(root: string, scratch: string, releases: readonly Release[], sides?: Sides): Promise<Peer> {
  const helm = helmBinary(root);
  if (helm === undefined) return { peer: "helm is not here" };
  const charts = unpackCharts(root, join(scratch, "charts"));
  const rendered = new Map<string, string[]>();
  let peerMs = 0;
  for (const [index, { cluster, name, namespace, chart, values }] of releases.entries()) {
    const file = join(scratch, `values-${index}.json`);
    writeFileSync(file, JSON.stringify(values));
    const ran = await measure(helm, ["template", name, join(charts, chart), "-n", namespace, "-f", file], root);
    peerMs += ran.wallMs;
    rendered.set(cluster, [...(rendered.get(cluster) ?? []), ran.stdout]);
  }
  const peer = `helm template, ${releases.length} releases, one side`;
  const dyff = sides === undefined ? undefined : onPath("dyff");
  if (sides === undefined || dyff === undefined) return { peer: sides === undefined ? peer : `${peer} (dyff is not here)`, peerMs };
  return { peer: `${peer} + dyff, ${rendered.size} clusters`, peerMs: peerMs + (await dyffMs(dyff, scratch, rendered, sides)) };
}

async function dyffMs(dyff: string, scratch: string, rendered: ReadonlyMap<string, readonly string[]>, sides: Sides): Promise<number> {
  const folder = join(scratch, "dyff");
  mkdirSync(folder, { recursive: true });
  let ms = 0;
  for (const texts of rendered.values()) {
    const files = (["before", "after"] as const).map((side) => {
      const file = join(folder, `${side}.yaml`);
      writeFileSync(file, [...texts, sides[side]].join("\n---\n"));
      return file;
    });
    const ran = await measure(dyff, ["between", "--set-exit-code", ...files], folder);
    // 1: there are differences, as there must be.
    if (ran.code !== 1) throw new Error(`dyff ended with ${ran.code}`);
    ms += ran.wallMs;
  }
  return ms;
}

function onPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
