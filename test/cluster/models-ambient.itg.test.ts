import { expect, it } from "vitest";
import { bundleVersion } from "../../src/catalog/gateway-api.ts";
import { textAt } from "../../src/model/json.ts";
import { applyByKubectl, kubectl } from "./by-hand.ts";
import { describeModel } from "./model-tests.ts";
import { auditMark, writesSince } from "./writes.ts";

// ztunnel and the gateways only seem to run here: what a look would say of them is left out.
describeModel("ambient-two-networks", {
  verify: "none",
  more: (model) => {
    const east = () => model().lab.cluster("east");
    const definitions = async (): Promise<readonly (readonly [string | undefined, string | undefined])[]> => {
      const found = await east().api.list("/apis/apiextensions.k8s.io/v1/customresourcedefinitions");
      return found
        .filter((object) => textAt(object, "spec", "group") === "gateway.networking.k8s.io")
        .map((object) => [
          textAt(object, "metadata", "annotations", bundleVersion),
          textAt(object, "metadata", "labels", "isthmus.dev/mesh"),
        ]);
    };

    it("has the definitions of the Gateway API, ours by label, and users' gateways and routes are taken", async () => {
      const found = await definitions();
      expect([found.length, [...new Set(found.map(String))]]).toEqual([10, ["v1.6.0,shop"]]);
      const metadata = { name: "front", namespace: "sample" };
      const listeners = [{ name: "http", port: 80, protocol: "HTTP" }];
      const rules = [{ backendRefs: [{ name: "echo", port: 8080 }] }];
      applyByKubectl(east(), [
        { apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway", metadata, spec: { gatewayClassName: "istio", listeners } },
        { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute", metadata, spec: { parentRefs: [{ name: "front" }], rules } },
      ]);
      kubectl(east(), ["-n", "sample", "wait", "--for=condition=Accepted", "gateway/front", "--timeout=30s"]);
    });

    it("leaves definitions alone that somebody has made newer, and says so", async () => {
      const names = kubectl(east(), ["get", "crd", "-o", "name"])
        .split("\n")
        .filter((name) => name.endsWith(".gateway.networking.k8s.io"));
      kubectl(east(), ["annotate", "--overwrite", ...names, `${bundleVersion}=v1.7.0`]);
      const mark = auditMark(model().lab);
      const planned = await model().mesh.run("plan", "--live");
      expect(planned.stdout.replace(/\s+/gu, " ")).toContain("Gateway API v1.7.0 is there (kubectl), newer than the v1.6.0");
      const done = await model().mesh.run("apply", "--snapshot-charts", "--verify", "none");
      expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
      expect(writesSince(model().lab, mark)).toEqual([]);
      expect([...new Set((await definitions()).map(([version]) => version))]).toEqual(["v1.7.0"]);
    });
  },
});
