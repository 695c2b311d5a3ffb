import { type Json, type JsonObject, listAt, textAt } from "../../model/json.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sight, type Sign, waiting } from "./wait.ts";

const admission = "admissionregistration.k8s.io/v1";

/** An injector that istiod has given its authority: until then API servers do not trust it. */
export function authoritySign(api: ClusterApi, id: ObjectId): Sign {
  return {
    what: `caBundle of ${idText(id)}`,
    seconds: 180,
    remedy:
      "istiod fills it in: see that it runs, that it holds the remote secret of this cluster where it runs elsewhere, and what it logs.",
    look: async () => {
      const live = await api.read({ ...id, apiVersion: admission });
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("it does not exist");
      const empty = listAt(live.object, "webhooks").filter((webhook) => (textAt(webhook, "clientConfig", "caBundle") ?? "") === "");
      return empty.length === 0 ? ready : waiting(`it is empty in ${empty.map((webhook) => textAt(webhook, "name")).join(", ")}`);
    },
  };
}

/** That a pod which asks for it is given a proxy: a dry run, nothing is made. */
export function injectionSign(api: ClusterApi, { namespace, revision }: { readonly namespace: string; readonly revision: string }): Sign {
  return {
    what: `Injection by revision ${revision}`,
    seconds: 120,
    remedy: "The API server must reach istiod on port 15017 (private clusters need a firewall rule for it); see what istiod logs.",
    look: async () => {
      try {
        const { object } = await api.create(probePod(namespace, revision), { dryRun: true });
        return injected(object);
      } catch (error) {
        if (error instanceof Problem && error.code === "object-refused") return { kind: "unseen", why: error.message };
        throw error;
      }
    },
  };
}

function injected(object: JsonObject): Sight {
  const containers = [...listAt(object, "spec", "containers"), ...listAt(object, "spec", "initContainers")];
  const proxy = containers.find((container: Json) => textAt(container, "name") === "istio-proxy");
  if (proxy === undefined) return waiting("a pod that asks for a proxy is made without one");
  const image = textAt(proxy, "image");
  return image === "auto" ? waiting("the proxy's image stays `auto`") : ready;
}

/** What the strictest policies let pass, so that only the injector decides. */
function probePod(namespace: string, revision: string): JsonObject {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "isthmus-injection-probe",
      namespace,
      labels: { "sidecar.istio.io/inject": "true", "istio.io/rev": revision },
    },
    spec: {
      securityContext: { runAsNonRoot: true, runAsUser: 65_534, seccompProfile: { type: "RuntimeDefault" } },
      containers: [
        {
          name: "probe",
          image: "registry.invalid/probe",
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
          resources: { requests: { cpu: "1m", memory: "1Mi" }, limits: { cpu: "1m", memory: "1Mi" } },
        },
      ],
    },
  };
}
