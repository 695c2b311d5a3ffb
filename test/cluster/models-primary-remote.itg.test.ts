import { expect, it } from "vitest";
import { kubectl } from "./by-hand.ts";
import { describeModel } from "./model-tests.ts";
import { writesSince } from "./writes.ts";

describeModel("primary-remote-two-networks", {
  more(model) {
    it("gave the remote its namespace and reader, then the primary its secret, and only then the remote its injector and its gateway", () => {
      const writes = writesSince(model().lab).map((write) => write.replace(/: (?:create|patch|update) /, " "));
      const inOrder = [
        "west namespaces/istio-system",
        "west serviceaccounts/istio-reader-service-account",
        "west clusterroles/istio-reader-clusterrole-istio-system",
        "east secrets/istio-remote-secret-west",
        "west mutatingwebhookconfigurations/istio-sidecar-injector",
        "west deployments/istio-eastwestgateway",
      ];
      expect(writes.filter((write, index) => inOrder.includes(write) && writes.indexOf(write) === index)).toEqual(inOrder);
    });

    it("leads the remote to istiod by the address of the primary's gateway, and its API server to the injector there", () => {
      const { lab } = model();
      const read = (cluster: string, ...args: string[]) => kubectl(lab.cluster(cluster), ["-n", "istio-system", "get", ...args]);
      const address = read("east", "service", "istio-eastwestgateway", "-o", "jsonpath={.status.loadBalancer.ingress[0].ip}");
      expect(address).toMatch(/^172\.30\./);
      expect(
        read("west", "endpointslices", "-l", "kubernetes.io/service-name=istiod", "-o", "jsonpath={.items[*].endpoints[*].addresses[*]}"),
      ).toBe(address);
      expect(
        read("west", "mutatingwebhookconfiguration", "istio-sidecar-injector", "-o", "jsonpath={.webhooks[*].clientConfig.service.path}"),
      ).toMatch(/^(?:\/inject\/cluster\/west\/net\/us-west ?)+$/);
      expect(read("west", "pods", "-l", "istio=eastwestgateway", "-o", "jsonpath={.items[*].spec.containers[*].image}")).toContain(
        "proxyv2",
      );
    });
  },
});
