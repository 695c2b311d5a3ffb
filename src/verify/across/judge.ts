import type { Check } from "../../model/health.ts";
import { isList, isObject, type Json, textAt, valueAt } from "../../model/json.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { probeName, probeNamespace } from "../../model/probe.ts";
import { counted, failed, named, passed } from "../check.ts";

export const acrossName = "request-across";

/** What came of one request, as the workload tells it. */
export interface Heard {
  /** 0: there was no answer. */
  readonly status: number;
  readonly cluster: string;
  /** `x-forwarded-client-cert` as the answering side saw it. */
  readonly caller: string;
  readonly error: string;
}

/** The page `/ask` of the workload; `undefined` when it is none. */
export function heardIn(text: string): readonly Heard[] | undefined {
  const page = parsed(text);
  const heard = isObject(page) ? page["heard"] : undefined;
  if (!isList(heard)) return undefined;
  return heard.map((entry) => {
    const status = valueAt(entry, ["status"]);
    return {
      status: typeof status === "number" ? status : 0,
      cluster: textAt(entry, "cluster") ?? "",
      caller: textAt(entry, "caller") ?? "",
      error: textAt(entry, "error") ?? "",
    };
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** True when every request was answered by the right cluster: there is nothing left to wait for. */
export function isAnswered(heard: readonly Heard[], to: Cluster): boolean {
  return heard.length > 0 && heard.every(({ status, cluster }) => status === 200 && cluster === to.name);
}

/** A request from one cluster, answered in another, with the identity that was seen there. */
export function judgeAcross(
  heard: readonly Heard[],
  { mesh, from, to }: { readonly mesh: Mesh; readonly from: Cluster; readonly to: Cluster },
): Check {
  const place = { name: acrossName, cluster: from.name, peer: to.name };
  const answered = heard.filter(({ status, cluster }) => status === 200 && cluster === to.name);
  const other = heard.find((entry) => !answered.includes(entry));
  if (other !== undefined || heard.length === 0) {
    const got =
      other === undefined
        ? "nothing"
        : other.status === 0
          ? other.error
          : other.status === 200
            ? `an answer of cluster \`${other.cluster}\``
            : `status ${other.status}`;
    return failed(
      place,
      `${heard.length - answered.length} of ${counted(heard.length, "request")} to ${to.name} were not answered there: ${got}.`,
      "Begin with clusters-synced, endpoints-seen and networks-known for this pair; then the firewall between the gateway's address and where this cluster leaves its network, port 15443 (ambient 15008).",
    );
  }
  const callers = [...new Set(answered.map(({ caller }) => identityIn(caller)))];
  // ztunnel carries identities below HTTP and adds no header; there, that plain text is refused is the proof.
  if (mesh.dataPlane === "ambient")
    return passed(place, `${counted(answered.length, "request")} answered in ${to.name}, where plain text is refused.`);
  const wanted = `/ns/${probeNamespace}/sa/${probeName(from)}`;
  if (!callers.every((caller) => caller.startsWith("spiffe://") && caller.endsWith(wanted)))
    return failed(
      place,
      `${to.name} answered, and saw ${callers[0] === "" ? "no identity" : named(callers)} instead of \`…${wanted}\`: the request did not go over mTLS from sidecar to sidecar.`,
      "See that the pods of the probe have sidecars on both sides (image `istio-proxy`), and that no proxy in between ends TLS.",
    );
  return passed(place, `${counted(answered.length, "request")} answered in ${to.name} over mTLS, as ${named(callers)}.`);
}

/** `URI=spiffe://…` of the last hop. */
function identityIn(caller: string): string {
  return [...caller.matchAll(/(?:^|[;,])URI=([^;,]*)/gu)].at(-1)?.[1] ?? "";
}
