import { expect, it } from "vitest";
import { textAt } from "../../src/model/json.ts";
import type { KubeObject } from "./lab/index.ts";
import { describeModel } from "./model-tests.ts";

const namespace = "external-istiod";
const secretPath = `/api/v1/namespaces/${namespace}/secrets/istio-kubeconfig`;

describeModel("external", {
  more(model) {
    it("takes a new token for its configuration cluster from the file beside its kubeconfig, and needs no restart", async () => {
      const [control, east] = [model().lab.cluster("control"), model().lab.cluster("east")];
      const istiods = async () => (await control.api.list(`/api/v1/namespaces/${namespace}/pods?labelSelector=app%3Distiod`)).map(identity);
      const before = await istiods();
      const secret = await control.api.get(secretPath);
      const [config, token] = ["config", "token"].map((key) => Buffer.from(textAt(secret, "data", key) ?? "", "base64").toString());
      expect(config).toContain(`token: ${token}\n    tokenFile: token\n`);

      const asked = await east.api.request("POST", `/api/v1/namespaces/${namespace}/serviceaccounts/istiod/token`, {
        apiVersion: "authentication.k8s.io/v1",
        kind: "TokenRequest",
        spec: { expirationSeconds: 3600 },
      });
      const renewed = textAt(asked.body, "status", "token") ?? "";
      const id = textAt(JSON.parse(Buffer.from(renewed.split(".")[1] ?? "", "base64url").toString()), "jti") ?? "none";
      const data = { token: Buffer.from(renewed).toString("base64") };
      await control.api.request("PATCH", secretPath, { data }, "application/merge-patch+json");
      // A client of Kubernetes looks into the file once a minute; which token it came with stands in the audit log.
      const isUsed = () => east.audit().some(({ user, verb }) => verb !== "create" && JSON.stringify(user).includes(`JTI=${id}`));
      await expect.poll(isUsed, { timeout: 150_000, interval: 2000 }).toBe(true);
      expect(await istiods()).toEqual(before);
    });
  },
});

function identity({ metadata, status }: KubeObject): string {
  return `${textAt(metadata, "uid")} ${JSON.stringify(textAt(status, "phase"))}`;
}
