import type { Finding } from "../model/finding.ts";
import { bySeverityAndPlace } from "../model/finding.ts";
import type { Seen } from "./sink.ts";

/**
 * Equal findings of several clusters become one that names them all. A finding about something rendered has no line of its own, only that
 * of the cluster that brought it: there the first place stands for all.
 */
export function mergeOverClusters(seen: readonly Seen[]): readonly Finding[] {
  const sorted = [...seen].sort((a, b) => bySeverityAndPlace(a.finding, b.finding));
  return [...Map.groupBy(sorted, keyOf).values()].flatMap((equal) => {
    const first = equal[0]?.finding;
    if (first === undefined) return [];
    const clusters = [...new Set(equal.flatMap((entry) => entry.finding.clusters))].sort();
    return [{ ...first, clusters }];
  });
}

function keyOf({ finding, isWritten }: Seen): string {
  const { rule, severity, message, remedy, object, source } = finding;
  const place = isWritten && source ? `${source.file}:${source.line}:${source.column}` : "";
  return JSON.stringify([
    rule,
    severity,
    message,
    remedy,
    object && `${object.apiVersion} ${object.kind} ${object.namespace}/${object.name}`,
    place,
  ]);
}
