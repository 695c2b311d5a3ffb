import { secondsIn } from "../model/duration.ts";
import type { Json } from "../model/json.ts";
import { listAt, objectAt, textAt, valueAt } from "../model/json.ts";
import type { Discovery, Mesh, Rollout, Signer, Trust } from "../model/mesh.ts";
import type { Source } from "../model/source.ts";
import { readChatOps } from "./chatops.ts";
import { readIstio, texts } from "./istio.ts";

/** A Mesh document that its schema accepted, without its clusters. */
export function readMesh(value: Json, source: Source): Mesh {
  const name = textAt(value, "metadata", "name") ?? "";
  const spec = objectAt(value, "spec");
  const groups = Object.entries(objectAt(spec, "groups")).map(
    ([group, selector]) => [group, { matchLabels: labelsAt(selector, "matchLabels") }] as const,
  );
  return {
    name,
    meshId: textAt(spec, "id") ?? name,
    topology: topologyOf(textAt(spec, "topology")),
    dataPlane: textAt(spec, "dataPlane") === "ambient" ? "ambient" : "sidecar",
    istio: readIstio(spec["istio"]),
    trust: readTrust(objectAt(spec, "trust")),
    discovery: readDiscovery(objectAt(spec, "discovery")),
    groups: new Map(groups.sort(([a], [b]) => (a < b ? -1 : 1))),
    rollout: readRollout(objectAt(spec, "rollout")),
    apply: applyOf(textAt(spec, "apply")),
    chatops: readChatOps(objectAt(spec, "chatops")),
    clusters: [],
    source,
  };
}

/** Labels, or an empty record. */
export function labelsAt(value: Json | undefined, ...path: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectAt(value, ...path)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function readTrust(trust: Json): Trust {
  const phase = textAt(trust, "rotation", "phase");
  const to = textAt(trust, "rotation", "to");
  const isRotating = to !== undefined && (phase === "distribute" || phase === "switch" || phase === "retire");
  return {
    domain: textAt(trust, "domain") ?? "cluster.local",
    aliases: texts(trust, "aliases"),
    signer: readSigner(objectAt(trust, "signer")),
    rotation: isRotating ? { to, phase } : undefined,
  };
}

function readSigner(signer: Json): Signer {
  if (valueAt(signer, ["command"]) !== undefined) return { kind: "command", command: texts(signer, "command") };
  if (valueAt(signer, ["builtin"]) !== undefined) return { kind: "builtin", root: objectAt(signer, "builtin") };
  if (valueAt(signer, ["certManager"]) !== undefined) return { kind: "certManager", issuer: objectAt(signer, "certManager", "issuer") };
  return { kind: "external" };
}

function readDiscovery(discovery: Json): Discovery {
  return {
    tokens: textAt(discovery, "tokens") === "legacy" ? "legacy" : "bound",
    lifetimeSeconds: wholeSeconds(textAt(discovery, "lifetime") ?? "720h"),
    reader: { secrets: valueAt(discovery, ["reader", "secrets"]) !== false },
  };
}

function readRollout(rollout: Json): Rollout {
  const most = valueAt(rollout, ["maxDeletions"]);
  return {
    waves: listAt(rollout, "waves").map((wave) => texts(wave)),
    soakSeconds: wholeSeconds(textAt(rollout, "soak") ?? "10m"),
    restart: textAt(rollout, "restart") === "rollout" ? "rollout" : "report",
    maxDeletions: typeof most === "number" ? most : 10,
  };
}

/** The schema has seen to its form. */
function wholeSeconds(duration: string): number {
  return Math.round(secondsIn(duration) ?? 0);
}

function topologyOf(text: string | undefined): Mesh["topology"] {
  return text === "primary-remote" || text === "external" ? text : "multi-primary";
}

function applyOf(text: string | undefined): Mesh["apply"] {
  return text === "onCommand" || text === "never" ? text : "onMerge";
}
