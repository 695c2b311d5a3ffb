import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyByKubectl, rolledOut } from "./by-hand.ts";
import { missing } from "./lab/index.ts";
import { expectedOf, type Model, startModel } from "./model.ts";
import { ambientWorkloads, configuration, workloads } from "./sample.ts";
import { seenIn } from "./seen.ts";
import { auditMark, writesSince } from "./writes.ts";

const why = missing("mesh");

interface Case {
  /** Files of the repository beside the model's own. */
  readonly files?: () => Readonly<Record<string, string>>;
  /** `none` where the lab does not play all that a look would ask for. Default: `look`. */
  readonly verify?: "none" | "look";
  /** What this model must do beside. */
  readonly more?: (model: () => Model) => void;
}

/** What every deployment model must do: become a mesh from nothing, carry requests, and need nothing the second time. */
export function describeModel(name: string, { files = () => ({}), verify = "look", more = () => {} }: Case = {}): void {
  describe.skipIf(why !== undefined)(`${name}${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
    let started: Model | undefined;
    const model = (): Model => {
      if (started === undefined) throw new Error("there is a lab");
      return started;
    };
    beforeAll(async () => {
      started = await startModel(name, files());
    });
    afterAll(() => started?.lab.stop());

    it("comes of empty clusters, and everything looked at is well", async () => {
      const begun = Date.now();
      const done = await model().mesh.run("apply", "--snapshot-charts", "--verify", verify, "--output", "json");
      console.log(`${name}: from nothing to synced in ${Math.round((Date.now() - begun) / 100) / 10} s`);
      const told = JSON.parse(done.stdout);
      const { checks = [] } = told.health ?? {};
      expect([done.code, told.verdict, checks.filter(({ verdict }: Check) => verdict === "failed")]).toEqual([0, "done", []]);
    });

    it("is what istiods and proxies say it is, and carries requests", async () => {
      runSample(model());
      await expect.poll(() => seenIn(model()), { timeout: 60_000, interval: 1000 }).toBe(expectedOf(name));
    });

    it("needs nothing the second time: no write in any audit log", async () => {
      const mark = auditMark(model().lab);
      const done = await model().mesh.run("apply", "--snapshot-charts", "--verify", verify);
      expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
      expect(writesSince(model().lab, mark)).toEqual([]);
    });

    more(model);
  });
}

interface Check {
  readonly verdict: string;
}

/** Echo and a client in every cluster that has workloads; in an ambient mesh, where the lab carries no traffic, echo alone. */
export function runSample({ lab, clusters, dataPlane }: Model): void {
  const working = clusters.filter(({ role }) => role !== "external").map(({ name }) => lab.cluster(name));
  if (dataPlane === "ambient") {
    for (const cluster of working) applyByKubectl(cluster, ambientWorkloads);
    for (const cluster of working) rolledOut(cluster, "sample", "echo");
    return;
  }
  for (const cluster of working) applyByKubectl(cluster, workloads.slice(0, 1));
  for (const { name, holdsConfig } of clusters) if (holdsConfig) applyByKubectl(lab.cluster(name), configuration);
  for (const cluster of working) applyByKubectl(cluster, workloads);
  for (const cluster of working) for (const app of ["echo", "client"]) rolledOut(cluster, "sample", app);
}
