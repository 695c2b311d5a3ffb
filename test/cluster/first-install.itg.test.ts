import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptied } from "./emptying.ts";
import { ageLease, installedSerial, lasting, leaseIn, ledgerIn, strikingAt, type Write, writesOf, writtenTwice } from "./killing.ts";
import { type Lab, type LabCluster, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/**
 * First installs that are killed, from empty clusters: the namespace, the lease and the records themselves come into being on the way. One install dies at one point
 * after another, each time a step further, until a last run ends it; `--sweep` kills a first install of its own at each of its writes.
 */

const why = missing("mesh");
const names = ["east", "west"] as const;
const sweep = process.env["ISTHMUS_LAB_SWEEP"];
const apply = ["apply", "--snapshot-charts", "--verify", "none"] as const;

/** A point of a first install, named by the request that it dies at: how often a request comes depends on the clock, which requests come does not. */
interface Death extends Write {
  readonly cluster: string;
  readonly moment: "before" | "after";
}

const system = "/api/v1/namespaces/istio-system";
const deployments = "/apis/apps/v1/namespaces/istio-system/deployments";
const requests = {
  namespace: { method: "PATCH", path: system },
  lease: { method: "POST", path: "/apis/coordination.k8s.io/v1/namespaces/istio-system/leases" },
  certificate: { method: "POST", path: `${system}/secrets` },
  definition: { method: "PATCH", path: "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/gateways.networking.istio.io" },
  istiod: { method: "PATCH", path: `${deployments}/istiod` },
  /** Looked at while it is awaited. */
  awaited: { method: "GET", path: `${deployments}/istio-eastwestgateway` },
  toWest: { method: "PATCH", path: `${system}/secrets/istio-remote-secret-west` },
  toEast: { method: "PATCH", path: `${system}/secrets/istio-remote-secret-east` },
} as const;

/** The deaths of one life are all in one cluster: what comes later there cannot have been written yet, while the other cluster may be ahead. */
const inEast = [
  ["before", "namespace"],
  ["after", "lease"],
  ["before", "certificate"],
  ["after", "definition"],
  ["before", "istiod"],
  ["before", "toWest"],
] as const;
const inWest = [
  ["after", "namespace"],
  ["after", "certificate"],
  ["before", "definition"],
  ["after", "istiod"],
  ["after", "awaited"],
  ["after", "toEast"],
] as const;

function deathsIn(cluster: (typeof names)[number], deaths: typeof inEast | typeof inWest): readonly Death[] {
  return deaths.map(([moment, what]) => ({ ...requests[what], cluster, moment, nth: 1 }));
}

describe.skipIf(why !== undefined)(`a first install that is killed${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  /** What is there when nobody disturbs the run, and which objects it writes more than once. */
  let reference: { readonly state: readonly (readonly string[])[]; readonly twice: readonly (readonly string[])[] };
  let points: readonly Death[] = [];

  const everyCluster = <T>(look: (cluster: LabCluster) => Promise<T>): Promise<readonly T[]> => Promise.all(lab.clusters.map(look));
  const state = async () => (await everyCluster(lasting)).map((lines) => lines.map(withoutGiven));
  const marks = (): readonly number[] => lab.clusters.map((cluster) => cluster.audit().length);
  const twice = (from: readonly number[]) => lab.clusters.map((cluster, index) => writtenTwice(cluster, from[index] ?? 0));

  beforeAll(async () => {
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    mesh = await meshFor({ lab, built: true, clusters: names.map((name) => ({ name })) });
    const from = marks();
    const first = await mesh.run(...apply);
    expect([first.code, first.code === 0 ? "" : first.stdout + first.stderr]).toEqual([0, ""]);
    reference = { state: await state(), twice: twice(from) };
    points = lab.clusters.flatMap((cluster, index) =>
      writesOf(cluster, from[index] ?? 0).flatMap((write) =>
        (["before", "after"] as const).map((moment): Death => ({ ...write, cluster: cluster.name, moment })),
      ),
    );
  });
  afterAll(() => lab?.stop());

  /** A run that dies at a point. Gives the serials that were signed and not seen stored by then, by cluster. */
  async function die(at: Death): Promise<readonly (readonly string[])[]> {
    const where = textOf(at);
    const struck = lab.cluster(at.cluster);
    const running = mesh.begin(...apply);
    await struck.faults([strikingAt(running.pid, at)]);
    const dead = await running.ended;
    await struck.faults([]);
    expect([where, dead.code, dead.code === -1 ? "" : dead.stdout + dead.stderr]).toEqual([where, -1, ""]);
    await everyCluster(ageLease);
    const ledgers = await everyCluster(ledgerIn);
    return ledgers.map((ledger) => (ledger?.entries ?? []).flatMap(({ state, serial = [] }) => (state === "passed" ? [] : serial)));
  }

  /** A first install that dies at each of these, one after the other, and is then let live: what is there must not tell of it. */
  async function dieAndLive(deaths: readonly Death[]): Promise<void> {
    const where = deaths.map(textOf);
    await everyCluster(emptied);
    const from = marks();
    const signed: string[][] = lab.clusters.map(() => []);
    for (const at of deaths) {
      tell(textOf(at));
      for (const [index, serials] of (await die(at)).entries()) signed[index]?.push(...serials.map(plain));
    }
    const last = await mesh.run(...apply);
    expect([where, last.code, last.code === 0 ? "" : last.stdout + last.stderr]).toEqual([where, 0, ""]);
    expect([where, ...(await state())]).toEqual([where, ...reference.state]);
    expect([where, ...(await everyCluster(leaseIn))]).toEqual([where, undefined, undefined]);
    const beyond = twice(from).map((objects, index) => objects.filter((object) => !reference.twice[index]?.includes(object)));
    expect([where, beyond]).toEqual([where, [[], []]]);
    for (const [index, cluster] of lab.clusters.entries()) {
      const [ledger, serial] = [await ledgerIn(cluster), await installedSerial(cluster)];
      expect([where, ledger?.state, ledger?.entries.filter((entry) => entry.state !== "passed")]).toEqual([where, "ended", []]);
      // Every certificate that was signed is the one that is installed, or on record as lost.
      const lost = [...new Set(signed[index])].filter((one) => one !== serial);
      expect([where, ledger?.orphanSerials.map(plain).sort()]).toEqual([where, lost.sort()]);
    }
  }

  it.skipIf(sweep !== undefined)("ends as one that nobody disturbed, whatever it died at: six deaths and a last run", async () => {
    await dieAndLive(deathsIn("east", inEast));
    // What was signed there before it died is on record as lost, and nothing else was ever stored.
    expect((await ledgerIn(lab.cluster("east")))?.orphanSerials).toHaveLength(1);
    const again = await mesh.run(...apply);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
  });

  it.skipIf(sweep !== undefined)("ends so too when it died on the other side of the writes, in the other cluster", async () => {
    await dieAndLive(deathsIn("west", inWest));
    expect((await ledgerIn(lab.cluster("west")))?.orphanSerials).toEqual([]);
  });

  it.skipIf(sweep === undefined)("ends so too after a single death at each of its writes", { timeout: 3_000_000 }, async () => {
    const [part = 1, parts = 1] = (sweep ?? "1/1").split("/").map(Number);
    const mine = points.filter((_, index) => index % parts === part - 1);
    const begun = Date.now();
    for (const point of mine) await dieAndLive([point]);
    console.log(`sweep of first installs: ${mine.length} of ${points.length} points in ${Math.round((Date.now() - begun) / 1000)} s`);
  });
});

function textOf({ moment, method, path, nth, cluster }: Death): string {
  return `${moment} ${method} ${path} no. ${nth} in ${cluster}`;
}

function tell(text: string): void {
  if (process.env["ISTHMUS_LAB_TELL"] !== undefined) process.stderr.write(`${new Date().toISOString()} ${text}\n`);
}

/** Addresses and ports that a server gave out by chance. */
function withoutGiven(line: string): string {
  return line
    .replaceAll(/"(?:clusterIP|nodePort|healthCheckNodePort)":(?:"[^"]*"|\d+),?/gu, "")
    .replaceAll(/"clusterIPs":\[[^\]]*\],?/gu, "")
    .replaceAll(",}", "}");
}

/** Serials as numbers are written in more than one way. */
function plain(serial: string): string {
  return serial
    .toLowerCase()
    .replace(/[^0-9a-f]/gu, "")
    .replace(/^0+/u, "");
}
