import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { type Measured, measure, median } from "./measure.ts";
import { changedRepository, type MeshSize, meshRepository } from "./mesh.ts";
import type { OnClusters, Side } from "./on-clusters-result.ts";
import { helmPeer, type Release, type Sides } from "./peers.ts";

/**
 * `npm run bench`: the built dist as a process, and the peer beside it in the same run. Prints ratios and keeps the figures in bench/results/. What has no peer on
 * this machine says so. `npm run bench -- startup three` runs only the rows whose name begins so.
 */

const root = join(import.meta.dirname, "..", "..", "..");
const cli = join(root, "dist", "cli.js");
const action = join(root, "dist", "action.js");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-bench-"));
const wanted = process.argv.slice(2);

interface Row {
  readonly row: string;
  readonly ms: number;
  readonly mb: number;
  /** Processor time of the whole process, all threads. Absent where other processes had a part in it. */
  readonly cpuMs?: number;
  readonly target: string;
  readonly peer: string;
  readonly peerMs?: number;
  readonly ratio?: number;
  /** Processes that waited for a core when the row began: with more than there are cores, times say little and ratios more. */
  readonly load?: number;
}

const rows: Row[] = [];

await bench("startup", async () => {
  const bare = await median(7, () => measure(process.execPath, ["-e", "console.log(0)"], root));
  const started = await median(7, () => measure(process.execPath, [action], root));
  return {
    ms: started.firstMs - bare.firstMs,
    mb: started.peakMb,
    cpuMs: started.cpuMs,
    target: "≤ 150 ms over bare Node",
    peer: `first line after ${Math.round(started.firstMs)} ms, bare Node ${Math.round(bare.firstMs)} ms`,
  };
});

await bench("three clusters, cold", async () => {
  const ours = await median(3, () => preview(["demo", "--output", "json"]));
  return {
    ...figures(ours),
    target: "≤ 3 s, ≤ 400 MB, ≤ helm template",
    ...(await besideHelm(["--folder", join(root, "examples", "shop")], ours.wallMs)),
  };
});

await bench("100 clusters × 200 objects", async () =>
  previewOf({ primaries: 100, remotesPerPrimary: 0, configObjects: 200 }, "≥ 10 × faster than helm template + dyff", true),
);

await bench("1,000 clusters × 200 objects", async () =>
  previewOf({ primaries: 10, remotesPerPrimary: 99, configObjects: 200 }, "≤ 60 s, ≤ 1.5 GB", false),
);

await bench("load 10 MB with positions", async () => {
  const one = await median(5, () => measure(process.execPath, [join(import.meta.dirname, "load.ts")], root));
  const other = await median(5, () => measure(process.execPath, [join(import.meta.dirname, "load.ts"), "peer"], root));
  const { megabytes, ms } = JSON.parse(one.stdout) as { megabytes: number; ms: number };
  const { ms: peerMs } = JSON.parse(other.stdout) as { ms: number };
  const speed = (took: number): string => `${(megabytes / (took / 1000)).toFixed(1)} MB/s`;
  const peer = `js-yaml's loadAll, values only, in a process of its own: ${speed(peerMs)}; ours ${speed(ms)} over ${megabytes.toFixed(1)} MB`;
  return { ms, mb: one.peakMb, cpuMs: one.cpuMs, target: "≥ 10 MB/s", peer, peerMs, ratio: peerMs / ms };
});

let inLab: Promise<OnClusters | undefined> | undefined;

await bench("webhooks, 100 a second, a kill in the middle", async () => {
  const folder = join(scratch, "webhooks");
  mkdirSync(folder);
  const ran = await measure(process.execPath, [join(import.meta.dirname, "webhooks.ts"), folder], root, "inherit");
  const { accepted, lost, p50, p99, peakMb } = JSON.parse(ran.stdout) as Readonly<
    Record<"accepted" | "lost" | "p50" | "p99" | "peakMb", number>
  >;
  const peer = `p99 of ${accepted} accepted (half of them within ${p50.toFixed(1)} ms), ${lost} lost; no peer keeps them`;
  return { ms: p99, mb: peakMb, target: "p99 ≤ 50 ms, none lost", peer };
});

await bench("plan of three clusters, from delivery to comment", async () => {
  const ran = await measure(process.execPath, [join(import.meta.dirname, "delivery.ts")], root, "inherit");
  const { firstMs, nextMs, peakMb } = JSON.parse(ran.stdout) as Readonly<Record<"firstMs" | "nextMs" | "peakMb", number>>;
  const peer = `with a hand that starts first; ${Math.round(nextMs)} ms once it is there; no peer answers webhooks`;
  return { ms: firstMs, mb: peakMb, target: "≤ 5 s", peer };
});

await bench("apply, two clusters, nothing changes", async () =>
  rowOf(
    "again",
    "≥ 5 × faster than helm upgrade of the same charts",
    (releases) => `helm upgrade, ${releases} releases, one after the other`,
  ),
);

await bench("apply, two clusters, from nothing", async () =>
  rowOf(
    "fresh",
    "three clusters ≤ 60 s",
    (releases) =>
      `helm upgrade --install --wait, ${releases} releases, one after the other, without trust, discovery and a look at the mesh`,
  ),
);

rmSync(scratch, { recursive: true, force: true });
writeResults();

/** One row of what is measured on real API servers; says so loudly where there are none. */
async function rowOf(kind: "fresh" | "again", target: string, peerOf: (releases: number) => string): Promise<Omit<Row, "row"> | undefined> {
  inLab ??= onClusters();
  const measured = await inLab;
  if (measured === undefined) return undefined;
  const { ours, helm } = measured;
  if (helm === undefined) return { ...ours[kind], target, peer: "helm is not here" };
  const { ms, mb }: Side = helm[kind];
  return { ...ours[kind], target, peer: `${peerOf(helm.releases)} (${Math.round(mb)} MB)`, peerMs: ms, ratio: ms / ours[kind].ms };
}

/** Four clusters of the lab, two for us and two for helm. `undefined` where the lab cannot start: its own words say why. */
async function onClusters(): Promise<OnClusters | undefined> {
  const lab = join(root, "test", "cluster", "lab", "person.ts");
  const clusters = ["east", "west", "helm-east", "helm-west"];
  const done = await measure(
    process.execPath,
    [lab, ...clusters, "--", process.execPath, join(import.meta.dirname, "on-clusters.ts")],
    root,
    "inherit",
  );
  const last = done.stdout.trim().split("\n").at(-1) ?? "";
  return done.code === 0 && last.startsWith("{") ? (JSON.parse(last) as OnClusters) : undefined;
}

async function bench(row: string, run: () => Promise<Omit<Row, "row"> | undefined>): Promise<void> {
  if (wanted.length > 0 && !wanted.some((name) => row.startsWith(name))) return;
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const seen = await run();
  if (seen === undefined) {
    console.log(
      `${row}: SKIPPED, not measured: it needs the API servers of the lab, which did not start here or did not take the mesh (see above)`,
    );
    return;
  }
  const measured = { row, ...seen, load };
  rows.push(measured);
  const ratio = measured.ratio === undefined ? "" : ` · ${measured.ratio.toFixed(1)} × the speed of ${measured.peer}`;
  const cpu = measured.cpuMs === undefined ? "" : ` (${Math.round(measured.cpuMs)} ms of processor time)`;
  console.log(
    `${row}: ${Math.round(measured.ms)} ms${cpu}, ${Math.round(measured.mb)} MB${ratio || ` · ${measured.peer}`} · target ${measured.target}`,
  );
}

function figures(measured: Measured): { ms: number; mb: number; cpuMs: number } {
  return { ms: measured.wallMs, mb: measured.peakMb, cpuMs: measured.cpuMs };
}

async function preview(args: readonly string[], cwd = root): Promise<Measured> {
  const measured = await measure(process.execPath, [cli, ...args], cwd);
  if (measured.code > 1) throw new Error(`isthmus ${args.join(" ")} ended with ${measured.code}`);
  return measured;
}

async function previewOf(size: MeshSize, target: string, withPeer: boolean): Promise<Omit<Row, "row">> {
  const folder = join(scratch, `mesh-${size.primaries}-${size.remotesPerPrimary}`);
  await writeRepository(folder, meshRepository(size));
  const git = (...args: string[]): Promise<Measured> =>
    measure("git", ["-c", "user.name=bench", "-c", "user.email=bench@example.com", ...args], folder);
  await git("init", "-q");
  await git("add", "-A");
  await git("commit", "-qm", "base");
  await writeRepository(folder, changedRepository(size));
  const ours = await median(withPeer ? 3 : 1, () => preview(["preview", "--folder", ".", "--base", "HEAD", "--output", "json"], folder));
  if (!withPeer) return { ...figures(ours), target, peer: "no peer does this" };
  const sides = { before: configOf(meshRepository(size)), after: configOf(changedRepository(size)) };
  return { ...figures(ours), target, ...(await besideHelm(["--folder", folder], ours.wallMs, sides)) };
}

/** The peer of a preview: helm for the releases it renders, and dyff where there are two sides to compare. */
async function besideHelm(subject: readonly string[], oursMs: number, sides?: Sides): Promise<Pick<Row, "peer" | "peerMs" | "ratio">> {
  const listed = await preview(["render", ...subject, "--as-helm", "--output", "json"]);
  const { releases } = JSON.parse(listed.stdout) as { releases: readonly Release[] };
  const found = await helmPeer(root, scratch, releases, sides);
  return { ...found, ...(found.peerMs === undefined ? {} : { ratio: found.peerMs / oursMs }) };
}

function configOf(files: ReadonlyMap<string, string>): string {
  return [...files].flatMap(([path, text]) => (path.startsWith("config/all/") ? [text] : [])).join("\n---\n");
}

async function writeRepository(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) put(join(folder, path), text);
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function writeResults(): void {
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  };
  const day = new Date().toISOString().slice(0, 10);
  const file = join(root, "bench", "results", `${day}.json`);
  // A run of some rows renews those of the day.
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { readonly rows: readonly Row[] }).rows : [];
  const kept = before.filter((row) => rows.every((fresh) => fresh.row !== row.row));
  if (rows.length > 0) put(file, `${JSON.stringify({ day, machine, rows: [...kept, ...rows] }, null, 2)}\n`);
}
