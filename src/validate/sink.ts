import { finding } from "../catalog/find.ts";
import type { RuleName } from "../catalog/findings.gen.ts";
import type { Finding, FindingObject } from "../model/finding.ts";
import { textAt } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Mesh } from "../model/mesh.ts";
import type { Place } from "../model/source.ts";
import type { At, Report, Sink } from "./rule.ts";

/** A finding, and whether its place is a line of the object itself (then equal findings at other lines are other findings). */
export interface Seen {
  readonly finding: Finding;
  readonly isWritten: boolean;
}

/** Collects into `seen` what a rule reports about `clusters` of the mesh. */
export function sinkFor(mesh: Mesh, clusters: readonly string[], seen: Seen[]): Sink {
  return {
    report<R extends RuleName>(rule: R): Report<R> {
      return (facts, at = {}) => {
        const named = at.clusters ?? clusters;
        const written = at.place ?? placeIn(at);
        const source = written ?? placeOfCause(mesh, named, at.on);
        const where = { object: at.on && objectOf(at.on), source, clusters: named, ...(at.severity && { severity: at.severity }) };
        seen.push({ finding: finding(rule, facts, where), isWritten: written !== undefined });
      };
    },
  };
}

function placeIn(at: At): Place | undefined {
  return at.on?.origin.kind === "config" ? at.on.origin.source.place(at.path ?? [], at.of) : undefined;
}

/** What a person wrote that brought the object: the gateway it belongs to, else the cluster, else the mesh. */
function placeOfCause(mesh: Mesh, clusters: readonly string[], on: Manifest | undefined): Place {
  const cluster = mesh.clusters.find((entry) => entry.name === clusters[0]);
  const release = on?.origin.kind === "chart" ? on.origin.release : undefined;
  const gateway = cluster?.gateways.find((entry) => entry.name === (release ?? on?.id.name));
  return (gateway ?? cluster ?? mesh).source.place([]);
}

/** The object as its author wrote it. */
export function objectOf(manifest: Manifest): FindingObject {
  return {
    apiVersion: textAt(manifest.object, "apiVersion") ?? "",
    kind: manifest.id.kind,
    namespace: manifest.id.namespace,
    name: manifest.id.name,
  };
}
