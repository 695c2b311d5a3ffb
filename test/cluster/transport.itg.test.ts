import { readFileSync } from "node:fs";
import { afterAll } from "vitest";
import { clustersContract } from "../contract/clusters.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";

/** The promises of `ClusterApi` on a real API server: what the loopback server of the fast tier is held to (`test/adapters/kubernetes/contract.test.ts`). */

const why = missing("api-servers");
let lab: Lab | undefined;
afterAll(() => lab?.stop());

clustersContract(
  "a real API server",
  async () => {
    lab = await startLab({ clusters: [{ name: "east" }] });
    const east = lab.cluster("east");
    // The namespace of a rule must be there before the rule.
    await east.api.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: "contract" } }]);
    const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list"], namespace: "contract" }];
    const reader = await east.makeUser({ name: "reader", rules });
    return {
      admin: readFileSync(east.kubeconfig, "utf8"),
      reader: readFileSync(reader.kubeconfig, "utf8"),
      url: east.url,
      ca: east.ca,
      applyAs: async (manager, path, object) => {
        const answer = await east.api.request(
          "PATCH",
          `${path}?fieldManager=${manager}&force=true`,
          object,
          "application/apply-patch+yaml",
        );
        if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
      },
    };
  },
  why,
);
