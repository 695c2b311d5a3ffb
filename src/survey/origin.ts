import type { ManifestClass, Unread } from "../model/desired.ts";
import { type JsonObject, textAt } from "../model/json.ts";
import type { ObjectId, Origin, Stage } from "../model/manifest.ts";

/** Where an object that is wanted no more came from and which part of the mesh it was, as far as it says so itself. */
export interface Past {
  readonly origin: Origin;
  readonly stage: Stage;
}

/** What is known of the side that does not want the object: parts of it may be missing only because they could not be read or rendered. */
export interface Doubt {
  readonly owner: ManifestClass | undefined;
  readonly unread: Unread | undefined;
}

/**
 * The past of an object by its labels. Where a release could not be rendered or a file not be read, the object is said to come from there, because it may:
 * so it is unknown, and not taken for unwanted.
 */
export function pastOf(id: ObjectId, object: JsonObject, { owner, unread }: Doubt): Past {
  const [gap] = owner?.gaps ?? [];
  const chart = chartOf(object);
  const stage = stageOf(id, object, chart?.chart);
  if (gap !== undefined)
    return { stage, origin: { kind: "chart", release: gap.release, chart: chart?.chart ?? "", version: "", template: "" } };
  const [file] = unread?.files ?? [];
  if (file !== undefined) return { stage, origin: configIn(file) };
  if (chart !== undefined) return { stage, origin: { kind: "chart", ...chart, template: "" } };
  return { stage, origin: stage === "config" ? configIn("config") : { kind: "derived", why: "Isthmus applied it before" } };
}

/** Official charts label what they make with their release and `helm.sh/chart: istiod-1.31.0`. */
function chartOf(object: JsonObject): { readonly release: string; readonly chart: string; readonly version: string } | undefined {
  const release = textAt(object, "metadata", "labels", "app.kubernetes.io/instance");
  const match = /^([a-z-]+?)-(\d.*)$/u.exec(textAt(object, "metadata", "labels", "helm.sh/chart") ?? "");
  return release === undefined || match === null ? undefined : { release, chart: match[1] ?? "", version: match[2] ?? "" };
}

function stageOf({ group, kind, name }: ObjectId, object: JsonObject, chart: string | undefined): Stage {
  if (group === "" && kind === "Namespace") return "namespaces";
  if (group === "" && kind === "Secret" && name === "cacerts") return "certificates";
  if (isDiscovery({ group, kind, name }, object)) return "discovery";
  if (chart !== undefined) return chart === "gateway" ? "gateways" : "install";
  return "config";
}

function isDiscovery({ group, kind, name }: Omit<ObjectId, "namespace">, object: JsonObject): boolean {
  if (group === "" && kind === "Secret") return textAt(object, "metadata", "annotations", "networking.istio.io/cluster") !== undefined;
  return group === "" && kind === "ServiceAccount" && name === "istio-reader-service-account";
}

/** A file of which nothing but the name is known. */
function configIn(file: string): Origin {
  return { kind: "config", source: { file, index: 0, line: 1, place: () => ({ file, line: 1, column: 1 }) } };
}
