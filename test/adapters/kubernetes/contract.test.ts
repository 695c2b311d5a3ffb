import { afterAll } from "vitest";
import { clustersContract } from "../../contract/clusters.ts";
import { applyAs } from "../../support/api-server/apply-as.ts";
import { type ApiServer, startApiServer } from "../../support/api-server/index.ts";

let server: ApiServer | undefined;
afterAll(() => server?.stop());

// The same suite runs on a real API server: `test/cluster/transport.itg.test.ts`.
clustersContract("the loopback API server", async () => {
  const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list"], namespace: "contract" }];
  server = await startApiServer({ tls: true, users: [{ name: "reader", token: "token-of-the-reader", rules }], bookmarkMs: 50 });
  return { admin: server.kubeconfig(), reader: server.kubeconfig("reader"), url: server.url, ca: server.ca, applyAs: applyAs(server) };
});
