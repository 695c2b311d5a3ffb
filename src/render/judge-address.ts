import { finding } from "../catalog/find.ts";
import { substituteIn } from "../model/desired.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject } from "../model/json.ts";
import { canonical } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { idKey, idText } from "../model/manifest.ts";
import { istiodAddress, istiodGateway } from "./addresses.ts";
import type { Prepared } from "./classes.ts";
import type { Cook, Order } from "./cook.ts";

/**
 * A remote whose istiod has no fixed address yet: the chart makes something else of a host name than of an IP address, so both are rendered, and what would
 * differ is said. Rendered with symbols, so that clusters that are alike share the answer.
 */
export function judgeAddress({ plan, ordered }: Prepared, cook: Cook): readonly Finding[] {
  const { mesh, real, primary } = plan.view;
  const serving = mesh.clusters.find((cluster) => cluster.name === real.primary);
  if (real.role !== "remote" || mesh.topology === "external" || primary === undefined || serving === undefined) return [];
  const address = istiodAddress(primary);
  const gateway = istiodGateway(serving);
  if (address === undefined || gateway === undefined || address.isKnown) return [];
  const asName = address.text.replace("⟦ip ", "⟦hostname ");
  return ordered.flatMap(({ planned, order }) => {
    if (order === undefined || planned.request.name !== "istiod") return [];
    const difference = differenceOf(cook, order, address.text, asName);
    if (difference === undefined) return [];
    const facts = { primary: serving.name, gateway: `${gateway.namespace}/${gateway.name}`, difference };
    // At the gateway, so that the remotes of one primary share the finding.
    const source = gateway.source.place([]);
    return [finding("address-shape-open", facts, { source, clusters: [real.name] })];
  });
}

/** What a host name changes, in words; `undefined` when nothing or when one of the two does not render. */
function differenceOf(cook: Cook, order: Order, ip: string, name: string): string | undefined {
  const other: Order = { ...order, values: substituteIn(order.values, new Map([[ip, name]])) as JsonObject };
  const [ours, theirs] = [cook.cook(order), cook.cook(other)];
  if (ours.kind !== "rendered" || theirs.kind !== "rendered") return undefined;
  const shapes = new Map(theirs.manifests.map((manifest) => [idKey(manifest.id), manifest]));
  const texts = ours.manifests.flatMap((manifest) => {
    const twin = shapes.get(idKey(manifest.id));
    if (twin === undefined) return [`${idText(manifest.id)} does not exist`];
    return canonical(manifest.object) === withIp(twin, ip, name) ? [] : [`${idText(manifest.id)} differs (${typeText(twin)})`];
  });
  return texts.length === 0 ? undefined : texts.join(" and ");
}

function withIp(manifest: Manifest, ip: string, name: string): string {
  return canonical(substituteIn(manifest.object, new Map([[name, ip]])));
}

function typeText({ object }: Manifest): string {
  const spec = object["spec"];
  const type = typeof spec === "object" && spec !== null && "type" in spec ? spec["type"] : undefined;
  return typeof type === "string" ? `it is of type ${type}` : "in its fields";
}
