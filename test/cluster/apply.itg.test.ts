import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/** From empty clusters to one mesh, by the command line as a process: real API servers, real istiods, real gateways. */

const why = missing("mesh");

describe.skipIf(why !== undefined)(`two empty clusters${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
    mesh = await meshFor({ lab, clusters: [{ name: "east" }, { name: "west" }] });
  });
  afterAll(() => lab?.stop());

  it("become one mesh", async () => {
    const started = Date.now();
    const done = await mesh.run("apply", "--snapshot-charts", "--output", "json");
    console.log(`apply took ${Date.now() - started} ms\n${done.stderr}\n${done.stdout.slice(0, 20000)}`);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ kind: "apply", verdict: "done" });
  });

  it("need nothing the second time: no write by anybody of ours", async () => {
    const before = lab.clusters.map((cluster) => cluster.audit().length);
    const done = await mesh.run("apply", "--snapshot-charts");
    console.log(done.stdout, done.stderr);
    expect(done.stdout).toContain("Nothing to do");
    const writes = lab.clusters.flatMap((cluster, index) =>
      cluster
        .audit()
        .slice(before[index])
        .filter(({ verb, userAgent, objectRef }) => userAgent === "isthmus" && !["get", "list", "watch"].includes(verb) && !/review/u.test(objectRef?.resource ?? "")),
    );
    expect(writes).toEqual([]);
  });
});
