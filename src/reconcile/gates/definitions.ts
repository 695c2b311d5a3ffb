import { listAt, textAt } from "../../model/json.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** A CustomResourceDefinition whose kind is served. */
export function definitionSign(api: ClusterApi, id: ObjectId): Sign {
  return {
    what: idText(id),
    seconds: 60,
    remedy: `See its conditions: \`kubectl get crd ${id.name} -o yaml\`.`,
    look: async () => {
      const live = await api.read({ ...id, apiVersion: "apiextensions.k8s.io/v1" });
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("it does not exist");
      const conditions = listAt(live.object, "status", "conditions");
      const refused = conditions.find((entry) => textAt(entry, "type") === "NamesAccepted" && textAt(entry, "status") === "False");
      if (refused !== undefined) return waiting(`its names are not accepted: ${textAt(refused, "message") ?? ""}`);
      const isServed = conditions.some((entry) => textAt(entry, "type") === "Established" && textAt(entry, "status") === "True");
      return isServed ? ready : waiting("it is not Established");
    },
  };
}
