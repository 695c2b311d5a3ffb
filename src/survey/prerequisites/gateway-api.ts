import type { Unmet } from "../../model/prerequisite.ts";
import { leftBundle } from "../gateway-api.ts";
import type { Aspect } from "./aspect.ts";

/** Definitions of the Gateway API that the mesh brings and that are not written, because others are there: it hinders nothing, and is said. */
export function gatewayApi(aspect: Aspect): readonly Unmet[] {
  const left = leftBundle(aspect);
  if (left === undefined) return [];
  return [{ cluster: aspect.cluster.name, kind: "version", seen: left.seen, remedy: left.remedy, isAdvice: true }];
}
