import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { textAt } from "../../src/model/json.ts";
import { applyByKubectl, kubectl } from "./by-hand.ts";
import { documentsOf, type Model, textFor } from "./model.ts";
import { describeModel } from "./model-tests.ts";
import { seenIn } from "./seen.ts";
import { auditMark, writesSince } from "./writes.ts";

const name = "multi-primary-two-networks";

describeModel(name, {
  more(model) {
    it("lets a cluster go only when the number of deletions is confirmed", async () => {
      const { lab, mesh } = model();
      const base = mesh.commit("three clusters");
      byOthers(model());
      euLeaves(model());
      const mark = auditMark(lab);

      const flags = ["--snapshot-charts", "--output", "json", "--base", base, "--head", "HEAD"];
      const asked = await mesh.run("apply", ...flags);
      expect([asked.code, asked.stdout]).toEqual([1, expect.stringMatching(/--confirm-deletions \d+/)]);
      expect(writesSince(lab, mark)).toEqual([]);

      const count = /--confirm-deletions (\d+)/.exec(asked.stdout)?.[1] ?? "";
      const wrong = await mesh.run("apply", ...flags, "--confirm-deletions", String(Number(count) - 1));
      expect([wrong.code, writesSince(lab, mark)]).toEqual([1, []]);

      const done = await mesh.run("apply", ...flags, "--confirm-deletions", count);
      const failed = JSON.parse(done.stdout).health.checks.filter((check: { readonly verdict: string }) => check.verdict === "failed");
      expect([failed, done.code, done.stdout]).toEqual([[], 0, expect.stringContaining("ConfigMap istio-system/istio in eu is kept")]);
      const deletions = writesSince(lab, mark).filter((write) => write.includes(": delete "));
      const partings = ["east", "west"].map((cluster) => deletions.indexOf(`${cluster}: delete secrets/istio-remote-secret-eu`));
      const firstInEu = deletions.findIndex((write) => write.startsWith("eu: "));
      expect([partings.includes(-1), Math.max(...partings) < firstInEu]).toEqual([false, true]);
    });

    it("leaves in the cluster that went what is not its own to delete, and what somebody still needs", () => {
      const names = (...args: string[]) =>
        kubectl(model().lab.cluster("eu"), ["get", ...args, "-o", "name", "--ignore-not-found"]).split("\n");
      expect(names("secret", "cacerts", "-n", "istio-system")).toContain("secret/cacerts");
      expect(names("serviceaccount", "-n", "istio-system")).toContain("serviceaccount/istio-reader-service-account");
      expect(names("crd")).toContain("customresourcedefinition.apiextensions.k8s.io/virtualservices.networking.istio.io");
      const maps = names("configmap", "-n", "istio-system");
      expect([maps.includes("configmap/theirs"), maps.includes("configmap/istio")]).toEqual([true, true]);
      // Nothing of istiod is left, and nobody would answer its webhooks.
      const gone = ["deployment", "mutatingwebhookconfiguration", "validatingwebhookconfiguration"].flatMap((kind) =>
        names(kind, "-n", "istio-system"),
      );
      expect(gone.filter((line) => line !== "" && line !== "deployment.apps/theirs")).toEqual([]);
    });

    it("leaves the others as they were: they talk to each other, and their own routes stay", async () => {
      const rest: Model = { ...model(), clusters: model().clusters.filter((cluster) => cluster.name !== "eu") };
      await expect
        .poll(() => seenIn(rest), { timeout: 60_000, interval: 1000 })
        .toBe(
          [
            "istiod of east reads east, west",
            "istiod of west reads east, west",
            "a client in east finds echo at a pod of east, a pod of west",
            "a client in west finds echo at a pod of east, a pod of west",
            "a client in east is answered by east, west",
            "a client in west is answered by east, west",
            "",
          ].join("\n"),
        );
      const routes = kubectl(model().lab.cluster("east"), ["get", "virtualservice", "-A", "-o", "jsonpath={.items[*].metadata.name}"]);
      expect(routes).toBe("theirs");
      const again = await model().mesh.run("apply", "--snapshot-charts", "--verify", "none");
      expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    });
  },
});

/** What others have beside ours: a ConfigMap and a workload that reads one of ours in eu, a route in east. */
function byOthers({ lab }: Model): void {
  const metadata = { name: "theirs", namespace: "istio-system" };
  const labels = { app: "theirs" };
  const volumes = [{ name: "mesh", configMap: { name: "istio" } }];
  const template = { metadata: { labels }, spec: { containers: [{ name: "theirs", image: "example.org/theirs" }], volumes } };
  applyByKubectl(lab.cluster("eu"), [
    { apiVersion: "v1", kind: "ConfigMap", metadata, data: { word: "theirs" } },
    { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { replicas: 0, selector: { matchLabels: labels }, template } },
  ]);
  const http = [{ route: [{ destination: { host: "theirs.example" } }] }];
  applyByKubectl(lab.cluster("east"), [
    { apiVersion: "networking.istio.io/v1", kind: "VirtualService", metadata, spec: { hosts: ["theirs.example"], http } },
  ]);
}

/** The change: eu goes, and with it the route that every cluster had. */
function euLeaves({ lab, mesh }: Model): void {
  const staying = documentsOf(name).filter((document) => textAt(document, "metadata", "name") !== "eu");
  mesh.write({ "mesh.yaml": textFor(lab, staying) });
  rmSync(join(mesh.folder, "config"), { recursive: true });
  mesh.commit("eu leaves");
}
