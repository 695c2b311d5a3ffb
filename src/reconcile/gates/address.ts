import { listAt, textAt, valueAt } from "../../model/json.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import type { ClusterApi } from "../../world.ts";
import { gatewayAddress } from "../address.ts";
import type { Task } from "../task.ts";
import { conditionsOf } from "./istiod-pages.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** Port of every gateway that says whether it is well. */
const healthPort = 15021;

/** The gateway that an `address` step is about: its Service has the name of the release, or of the Gateway that istiod makes it for. */
function gatewayOf({ site, step }: Task): { readonly namespace: string; readonly name: string } {
  const name = step.id.split("/")[2] ?? "";
  const gateway = site.cluster.gateways.find((spec) => spec.name === name);
  return { namespace: gateway?.namespace ?? site.cluster.systemNamespace, name };
}

/** That the load balancer of a gateway has an address. A Service of another type needs none. */
export function addressSign(task: Task): Sign {
  const gateway = gatewayOf(task);
  const { api } = task.site;
  return {
    shows: { api, where: { apiVersion: "v1", kind: "Service", ...gateway } },
    what: `The address of Service ${gateway.namespace}/${gateway.name}`,
    seconds: 600,
    remedy: `See what the cloud says: \`kubectl -n ${gateway.namespace} describe service ${gateway.name}\`; the next run goes on here.`,
    look: async () => {
      const live = await api.read({ apiVersion: "v1", group: "", kind: "Service", ...gateway });
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("the Service does not exist");
      if (textAt(live.object, "spec", "type") !== "LoadBalancer") return ready;
      return (await gatewayAddress(api, gateway)) === undefined ? waiting("its load balancer has no address yet") : ready;
    },
  };
}

/** That something answers at the address. From here it need not be reachable at all, so silence is told and stops nothing. */
export function answerSign(task: Task): Sign {
  const gateway = gatewayOf(task);
  const { api } = task.site;
  return {
    what: `What is behind Service ${gateway.namespace}/${gateway.name}`,
    seconds: 10,
    remedy: "",
    look: async () => {
      const service = await api.read({ apiVersion: "v1", group: "", kind: "Service", ...gateway });
      const address = await gatewayAddress(api, gateway);
      const hasHealth =
        service.kind === "present" && listAt(service.object, "spec", "ports").some((port) => valueAt(port, ["port"]) === healthPort);
      if (address === undefined || !hasHealth) return ready;
      const dial = { host: address.text, port: healthPort, serverName: "", protocols: [], timeoutMs: 1500 };
      const seen = await task.campaign.world.wire.handshake(dial);
      if (seen.kind !== "unreachable") return ready;
      return {
        kind: "unseen",
        why: `${address.text}:${healthPort} does not answer from here (${seen.why}), which proves nothing about the way between the clusters.`,
      };
    },
  };
}

/**
 * That something takes connections where the other networks come in, at each east-west gateway with an address. Which certificate is behind it only a workload can
 * show, so that is left to `verify`; and from here the address need not be reachable, so silence is told and stops nothing.
 */
export function crossingSign({ campaign, site }: Task): Sign {
  const gateways = site.cluster.gateways.filter(({ kind }) => kind === "eastwest");
  const port = campaign.job.study.head.mesh?.dataPlane === "ambient" ? 15008 : 15443;
  return {
    what: "The door for other networks",
    seconds: 10,
    remedy: "",
    look: async () => {
      for (const { namespace, name } of gateways) {
        const address = await gatewayAddress(site.api, { namespace, name });
        if (address === undefined) continue;
        const serverName = "outbound_.443_._.nobody.isthmus.invalid";
        const seen = await campaign.world.wire.handshake({ host: address.text, port, serverName, protocols: ["istio"], timeoutMs: 1500 });
        if (seen.kind !== "unreachable") continue;
        const why = `${address.text}:${port} does not answer from here (${seen.why}), which proves nothing about the way between the clusters`;
        return { kind: "unseen", why };
      }
      return ready;
    },
  };
}

/** A Gateway that istiod has made a proxy and an address for (ambient). */
export function programmedSign(api: ClusterApi, id: ObjectId): Sign {
  return {
    what: idText(id),
    seconds: 300,
    remedy: `See its conditions: \`kubectl -n ${id.namespace} describe gateway ${id.name}\`.`,
    look: async () => {
      const live = await api.read({ ...id, apiVersion: "gateway.networking.k8s.io/v1" });
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("it does not exist");
      if (conditionsOf(live.object).get("Programmed") !== "True") return waiting("it is not Programmed");
      return listAt(live.object, "status", "addresses").length > 0 ? ready : waiting("it has no address");
    },
  };
}
