import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textAt } from "../../src/model/json.ts";
import { kubectl35 } from "../support/binaries.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/** From empty clusters to one mesh, by the command line as a process: real API servers, real istiods, real gateways. */

const why = missing("mesh");
const kubectl = kubectl35() ?? "kubectl";

describe.skipIf(why !== undefined)(`two empty clusters${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
    mesh = await meshFor({ lab, clusters: [{ name: "east" }, { name: "west" }] });
  });
  afterAll(() => lab?.stop());

  const ask = (cluster: string, ...args: string[]) =>
    execFileSync(kubectl, ["--kubeconfig", lab.cluster(cluster).directKubeconfig, ...args], { encoding: "utf8", stdio: "pipe" });
  const certificates = (cluster: string): Record<string, string> =>
    JSON.parse(ask(cluster, "get", "secret", "-n", "istio-system", "cacerts", "-o", "json")).data;

  it("become one mesh that works by what was seen of it", async () => {
    const done = await mesh.run("apply", "--snapshot-charts", "--output", "json");
    expect(done.stderr).toContain("remote-secret");
    const told = JSON.parse(done.stdout);
    expect([done.code, told.verdict]).toEqual([0, "done"]);
    const passed = told.health.checks.filter((check: { verdict: string }) => check.verdict === "passed");
    const synced = passed
      .filter((check: { name: string }) => check.name === "clusters-synced")
      .map((check: { cluster: string }) => check.cluster);
    expect([...new Set(synced)].sort()).toEqual(["east", "west"]);
    expect(told.health.checks.filter((check: { verdict: string }) => check.verdict === "failed")).toEqual([]);
  });

  it("have intermediates of one root that openssl accepts, and keys of their own", () => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-pem-"));
    const keys = ["east", "west"].map((cluster) => {
      const data = certificates(cluster);
      const file = (name: string): string => {
        const path = join(folder, `${cluster}-${name}`);
        writeFileSync(path, Buffer.from(data[name] ?? "", "base64"));
        return path;
      };
      expect(
        execFileSync("openssl", ["verify", "-x509_strict", "-CAfile", file("root-cert.pem"), file("ca-cert.pem")], { encoding: "utf8" }),
      ).toContain(": OK");
      return data["ca-key.pem"];
    });
    expect(new Set(keys).size).toBe(2);
    expect(certificates("east")["root-cert.pem"]).toBe(certificates("west")["root-cert.pem"]);
  });

  it("need nothing the second time: no write by Isthmus in any audit log, and no lease is left", async () => {
    const before = lab.clusters.map((cluster) => cluster.audit().length);
    const done = await mesh.run("apply", "--snapshot-charts");
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    const isRead = (verb: string): boolean => ["get", "list", "watch"].includes(verb);
    const writes = lab.clusters.flatMap((cluster, index) =>
      cluster
        .audit()
        .slice(before[index])
        .filter(({ verb, userAgent, objectRef }) => userAgent === "isthmus" && !isRead(verb) && !/review/u.test(objectRef?.resource ?? ""))
        .map(({ verb, objectRef }) => `${verb} ${objectRef?.resource}/${objectRef?.subresource ?? ""} ${objectRef?.name}`)
        // A port-forward is asked for with `create`, and changes nothing.
        .filter((write) => !write.includes("pods/portforward")),
    );
    expect(writes).toEqual([]);
    for (const cluster of ["east", "west"])
      expect(ask(cluster, "get", "lease", "-n", "istio-system", "-o", "name")).not.toMatch(/\/isthmus$/mu);
  });

  it("are put back after somebody changed what Isthmus wrote, and told what that was", async () => {
    ask("west", "patch", "service", "istiod", "-n", "istio-system", "--type=merge", "-p", '{"metadata":{"labels":{"istio":"somebody"}}}');
    const drift = await mesh.run("drift", "--output", "json");
    expect(drift.code).toBe(4);
    expect(JSON.parse(drift.stdout).drift).toMatchObject([{ cluster: "west", object: { kind: "Service", name: "istiod" } }]);
    const serial = certificates("west")["ca-cert.pem"];
    const refused = await mesh.run("apply", "--snapshot-charts", "--verify", "none");
    expect([refused.code, refused.stdout]).toEqual([expect.any(Number), expect.stringMatching(/kubectl|istiod/u)]);
    await mesh.run("apply", "--snapshot-charts", "--verify", "none", "--force-conflicts");
    expect((await mesh.run("drift")).code).toBe(0);
    expect(
      textAt(JSON.parse(ask("west", "get", "service", "istiod", "-n", "istio-system", "-o", "json")), "metadata", "labels", "istio"),
    ).toBe("pilot");
    expect(certificates("west")["ca-cert.pem"]).toBe(serial);
  });
});
