import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ageLease,
  installedSerial,
  lasting,
  leaseIn,
  ledgerIn,
  type Point,
  seeded,
  striking,
  versions,
  writesSince,
  writtenTwice,
} from "./killing.ts";
import { type Lab, type LabCluster, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/**
 * The command line as a process, killed with SIGKILL at its writes by the proxy in front of the API servers, which sees each of them. Every run does the same
 * work over a mesh that runs: certificates, remote secrets, configuration, and something to prune.
 */

const why = missing("mesh");
const names = ["east", "west"];
const seed = 20_261_123;
const sweep = process.env["ISTHMUS_LAB_SWEEP"];

const route = (name: string, weight: number): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  hosts: [${name}.shop.svc.cluster.local]\n  http: [{ route: [{ destination: { host: ${name} }, weight: ${weight} }], timeout: ${weight}s }]\n`;
const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n";

/** Two states of the configuration, so that there is always something to make, to change and to prune. */
const variants = [
  [namespace, route("both", 100), route("even", 100)],
  [namespace, route("both", 99), route("odd", 100)],
].map((documents) => documents.join("---\n"));

describe.skipIf(why !== undefined)(`a run that is killed${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  let turn = 0;
  /** What each variant leaves behind when nobody disturbs the run. */
  const references: (readonly string[])[][] = [];
  let points: readonly Point[] = [];

  const apply = ["apply", "--snapshot-charts", "--verify", "none"] as const;
  const everyCluster = <T>(look: (cluster: LabCluster) => Promise<T>): Promise<readonly T[]> => Promise.all(lab.clusters.map(look));
  const state = () => everyCluster(lasting);

  /** Takes away what the next run makes anew, and turns the configuration round. Gives where the audit logs are. */
  async function reset(): Promise<readonly number[]> {
    turn++;
    mesh.write({ "config/all/routes.yaml": variants[turn % 2] ?? "" });
    await everyCluster(async ({ api, name }) => {
      const secrets = "/api/v1/namespaces/istio-system/secrets";
      const other = names.find((one) => one !== name) ?? "";
      for (const secret of ["cacerts", `istio-remote-secret-${other}`]) await api.request("DELETE", `${secrets}/${secret}`);
    });
    return lab.clusters.map((cluster) => cluster.audit().length);
  }

  beforeAll(async () => {
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    mesh = await meshFor({
      lab,
      built: true,
      clusters: names.map((name) => ({ name })),
      files: { "config/all/routes.yaml": variants[0] ?? "" },
    });
    const first = await mesh.run(...apply);
    expect([first.code, first.code === 0 ? "" : first.stdout + first.stderr]).toEqual([0, ""]);
    for (let round = 0; round < 2; round++) {
      const from = await reset();
      const ran = await mesh.run(...apply);
      expect([ran.code, ran.code === 0 ? "" : ran.stdout + ran.stderr]).toEqual([0, ""]);
      references[turn % 2] = [...(await state())];
      points = lab.clusters.flatMap((cluster, index) =>
        writesSince(cluster, from[index] ?? 0).flatMap((what, at) =>
          (["before", "after"] as const).map((moment): Point => ({ cluster: cluster.name, number: at + 1, moment, what })),
        ),
      );
    }
  });
  afterAll(() => lab?.stop());

  /** Says at once what went wrong where: many points are a long wait. */
  async function dieAndTell(point: Point): Promise<void> {
    const isTelling = process.env["ISTHMUS_LAB_TELL"] !== undefined;
    if (isTelling) process.stderr.write(`${new Date().toISOString()} ${JSON.stringify(point)}\n`);
    try {
      await dieAt(point);
    } catch (error) {
      const { message, actual, expected } = error as { readonly message: string; readonly actual?: unknown; readonly expected?: unknown };
      if (isTelling) process.stderr.write(`${message}\n${JSON.stringify({ actual, expected }).slice(0, 4000)}\n`);
      throw error;
    }
  }

  /** Kills a run at a point, lets the next one go on, and looks at what they did together. */
  async function dieAt(point: Point): Promise<void> {
    const where = `${point.moment} write ${point.number} to ${point.cluster}: ${point.what}`;
    const from = await reset();
    const running = mesh.begin(...apply);
    await lab.cluster(point.cluster).faults([striking(running.pid, point, "SIGKILL")]);
    const dead = await running.ended;
    await lab.cluster(point.cluster).faults([]);
    expect([where, dead.code, dead.code === -1 ? "" : dead.stdout]).toEqual([where, -1, ""]);
    const signed = await everyCluster(ledgerIn);
    await everyCluster(ageLease);

    const next = await mesh.run(...apply);
    expect([where, next.code, next.code === 0 ? "" : next.stdout + next.stderr]).toEqual([where, 0, ""]);
    expect([where, ...(await everyCluster(async (cluster) => (await leaseIn(cluster))?.["spec"]))]).toEqual([where, undefined, undefined]);
    expect([where, ...(await state())]).toEqual([where, ...(references[turn % 2] ?? [])]);
    expect([where, ...lab.clusters.map((cluster, index) => writtenTwice(cluster, from[index] ?? 0))]).toEqual([where, [], []]);
    for (const [index, cluster] of lab.clusters.entries()) {
      const ledger = await ledgerIn(cluster);
      const serial = await installedSerial(cluster);
      expect([where, ledger?.state, ledger?.entries.filter((entry) => entry.state !== "passed")]).toEqual([where, "ended", []]);
      // What had passed was stored; only what was about to be may be lost.
      const open = (signed[index]?.entries ?? []).filter((entry) => entry.state === "intent" || entry.state === "failed");
      const lost = open.flatMap((entry) => entry.serial ?? []).filter((one) => plain(one) !== serial);
      expect([where, (ledger?.orphanSerials ?? []).map(plain)]).toEqual([where, expect.arrayContaining(lost.map(plain))]);
      expect((ledger?.orphanSerials ?? []).map(plain)).not.toContain(serial);
    }
  }

  const isTold = (cluster: LabCluster, from: number): readonly string[] =>
    writesSince(cluster, from).filter((write) => !/ leases | configmaps istio-system\/isthmus-/u.test(write));

  it.skipIf(sweep !== undefined)("writes nothing when there is nothing to do: no version moves, no write is in an audit log", async () => {
    await reset();
    expect((await mesh.run(...apply)).code).toBe(0);
    const [from, before] = [lab.clusters.map((cluster) => cluster.audit().length), await everyCluster(versions)];
    const second = await mesh.run(...apply);
    expect([second.code, second.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    expect(lab.clusters.map((cluster, index) => writesSince(cluster, from[index] ?? 0))).toEqual([[], []]);
    expect(await everyCluster(versions)).toEqual(before);
  });

  it.skipIf(sweep !== undefined)(
    "ends after the current object on Ctrl-C, gives its leases back, and is finished by the next one",
    async () => {
      const from = await reset();
      const running = mesh.begin(...apply);
      const point = points.find(({ what }) => what.startsWith("patch secrets")) as Point;
      const struck = lab.cluster(point.cluster);
      await struck.faults([striking(running.pid, point, "SIGINT")]);
      const ended = await running.ended;
      await struck.faults([]);
      expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining("stopping after the current object")]);
      expect(await everyCluster(leaseIn)).toEqual([undefined, undefined]);
      expect((await everyCluster(ledgerIn)).map((ledger) => ledger?.state)).toEqual(["ended", "ended"]);
      const written = isTold(struck, from[lab.clusters.indexOf(struck)] ?? 0);
      expect(written.at(-1)).toContain("secrets");
      const next = await mesh.run(...apply);
      expect([next.code, next.code === 0 ? "" : next.stdout]).toEqual([0, ""]);
      expect(await state()).toEqual(references[turn % 2]);
    },
  );

  it.skipIf(sweep !== undefined)("holds off others by name, and writes nothing when it wakes after its lease", async () => {
    await reset();
    const running = mesh.begin(...apply);
    const point = points.find(({ what }) => what.startsWith("patch secrets")) as Point;
    const struck = lab.cluster(point.cluster);
    await struck.faults([striking(running.pid, point, "SIGSTOP")]);
    await struck.api.waitFor("/api/v1/namespaces/istio-system/secrets/cacerts", (secret) => secret !== undefined);
    const other = await mesh.run(...apply);
    const holder = ((await leaseIn(struck))?.["spec"] as { readonly holderIdentity: string } | undefined)?.holderIdentity ?? "nobody";
    expect([other.code, other.stdout]).toEqual([3, expect.stringContaining(holder.split(" ")[0] ?? "")]);
    // Real time, by the clock of the process that sleeps: its lease lasts half a minute.
    await new Promise((wake) => setTimeout(wake, 32_000));
    await struck.faults([]);
    const from = lab.clusters.map((cluster) => cluster.audit().length);
    process.kill(running.pid, "SIGCONT");
    const woken = await running.ended;
    expect([woken.code, woken.stdout]).toEqual([3, expect.stringMatching(/[Oo]ur hold on \w+ ended/u)]);
    expect(lab.clusters.map((cluster, index) => writesSince(cluster, from[index] ?? 0))).toEqual([[], []]);
    await everyCluster(ageLease);
    const next = await mesh.run(...apply);
    expect([next.code, next.code === 0 ? "" : next.stdout]).toEqual([0, ""]);
    expect(await everyCluster(leaseIn)).toEqual([undefined, undefined]);
    expect(await state()).toEqual(references[turn % 2]);
  });

  it.skipIf(sweep !== undefined)("is finished by the next one, at every kind of write", { timeout: 900_000 }, async () => {
    const kinds = [
      ...Map.groupBy(points, ({ what }) => what.replace(/ .*\/(?!isthmus-)[^/]*$/u, "").replace(/^patch secrets.*/u, "patch secrets")),
    ];
    for (const [index, [, group]] of kinds.entries()) await dieAndTell(group[index % 2] as Point);
  });

  it.skipIf(sweep !== undefined)("is finished by the next one, at twenty of its writes", { timeout: 900_000 }, async () => {
    const next = seeded(seed);
    const chosen = points.map((point) => ({ point, rank: next() })).sort((a, b) => a.rank - b.rank);
    for (const { point } of chosen.slice(0, 20)) await dieAndTell(point);
  });

  it.skipIf(sweep === undefined)("is finished by the next one, at each of its writes", { timeout: 3_000_000 }, async () => {
    const [part = 1, parts = 1] = (sweep ?? "1/1").split("/").map(Number);
    const mine = points.filter((_, index) => index % parts === part - 1);
    const begun = Date.now();
    for (const point of mine) await dieAndTell(point);
    console.log(`sweep: ${mine.length} of ${points.length} points in ${Math.round((Date.now() - begun) / 1000)} s`);
  });
});

/** Serials as numbers are written in more than one way. */
function plain(serial: string): string {
  return serial
    .toLowerCase()
    .replace(/[^0-9a-f]/gu, "")
    .replace(/^0+/u, "");
}
