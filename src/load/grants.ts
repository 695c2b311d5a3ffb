import { finding } from "../catalog/find.ts";
import { advice } from "../catalog/nearest.ts";
import type { Finding } from "../model/finding.ts";
import { type Json, listAt, objectAt, textAt, valueAt } from "../model/json.ts";
import type { Place, Source } from "../model/source.ts";
import { isTimeZone } from "./chatops.ts";
import { texts } from "./istio.ts";

/** What `spec.chatops` names that is not there: roles, clusters, time zones. `clusters`: names of clusters and groups. */
export function grantMistakes(chatops: Json, clusters: readonly string[], source: Source): readonly Finding[] {
  const roles = Object.keys(objectAt(chatops, "roles"));
  const grants = listAt(chatops, "grants").flatMap((grant, row) => {
    const role = textAt(grant, "role");
    const lost =
      role !== undefined && !roles.includes(role) ? [unknown("role", role, roles, source.place([...at, "grants", row, "role"]))] : [];
    const strangers = texts(grant, "clusters").flatMap((name, column) =>
      clusters.includes(name)
        ? []
        : [unknown("cluster or group", name, clusters, source.place([...at, "grants", row, "clusters", column]))],
    );
    return [...lost, ...strangers];
  });
  const zones = listAt(chatops, "windows").flatMap((window, row) => {
    const zone = valueAt(window, ["timeZone"]);
    if (typeof zone !== "string" || isTimeZone(zone)) return [];
    return [finding("time-zone-unknown", { zone }, { source: source.place([...at, "windows", row, "timeZone"]) })];
  });
  return [...grants, ...zones];
}

const at = ["spec", "chatops"] as const;

function unknown(kind: string, name: string, known: readonly string[], source: Place): Finding {
  const list = known.length === 0 ? "none; name one under roles" : known.join(", ");
  return finding("grant-unknown", { kind, name, near: advice(name, known), known: list }, { source });
}
