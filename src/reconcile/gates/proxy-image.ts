import { isObject, listAt, objectAt, textAt } from "../../model/json.ts";
import { idText, type Manifest } from "../../model/manifest.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** That the pods of a gateway got their proxy from the injector. A gateway made before it was there keeps the image `auto`, which nothing can start. */
export function proxySign(api: ClusterApi, { id, object }: Manifest): Sign {
  const labels = objectAt(object, "spec", "selector", "matchLabels");
  const selector = Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`);
  return {
    what: `The proxy of ${idText(id)}`,
    seconds: 120,
    remedy: `Its pods were made while the injector was not there: \`kubectl -n ${id.namespace} rollout restart deployment ${id.name}\`.`,
    look: async () => {
      const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace: id.namespace, labels: selector.join(",") });
      const running = pods.filter((pod) => textAt(pod.object, "metadata", "deletionTimestamp") === undefined);
      const raw = running.filter((pod) =>
        listAt(pod.object, "spec", "containers").some((entry) => isObject(entry) && entry["image"] === "auto"),
      );
      return raw.length === 0 ? ready : waiting(`${raw.length} of ${running.length} pods have the image \`auto\``);
    },
  };
}
