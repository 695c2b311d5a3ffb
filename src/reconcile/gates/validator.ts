import type { JsonObject } from "../../model/json.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** That istiod judges configuration: in a dry run it refuses a broken object and takes a good one. */
export function validatorSign(api: ClusterApi, namespace: string): Sign {
  return {
    what: "Validation by istiod",
    seconds: 120,
    remedy: "The API server must reach istiod on port 15017; see `kubectl get validatingwebhookconfigurations` and what istiod logs.",
    look: async () => {
      const broken = await said(api, route(namespace, -5));
      if (broken === "accepted") return waiting("it lets a route with a negative weight pass");
      if (broken.code === "permission-missing") throw broken;
      if (broken.code !== "webhook-refused") return waiting(broken.message);
      const good = await said(api, route(namespace, 100));
      return good === "accepted" ? ready : waiting(`it refuses a good route: ${good.message}`);
    },
  };
}

async function said(api: ClusterApi, object: JsonObject): Promise<"accepted" | Problem> {
  try {
    await api.create(object, { dryRun: true });
    return "accepted";
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The schema takes any weight; that one below nothing is nonsense is known to istiod alone. */
function route(namespace: string, weight: number): JsonObject {
  const host = "isthmus-validation-probe.invalid";
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "isthmus-validation-probe", namespace },
    spec: { hosts: [host], http: [{ route: [{ destination: { host }, weight }] }] },
  };
}
