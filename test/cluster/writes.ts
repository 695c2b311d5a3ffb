import type { AuditEvent, Lab } from "./lab/index.ts";

/** How long every audit log is now. */
export function auditMark(lab: Lab): ReadonlyMap<string, number> {
  return new Map(lab.clusters.map((cluster) => [cluster.name, cluster.audit().length]));
}

/** What Isthmus wrote to any cluster since then, oldest first. */
export function writesSince(lab: Lab, mark: ReadonlyMap<string, number> = new Map()): readonly string[] {
  const events = lab.clusters.flatMap((cluster) =>
    cluster
      .audit()
      .slice(mark.get(cluster.name) ?? 0)
      .filter(isWrite)
      .map((event) => ({ cluster: cluster.name, event })),
  );
  return events
    .sort((a, b) => (a.event.requestReceivedTimestamp < b.event.requestReceivedTimestamp ? -1 : 1))
    .map(({ cluster, event: { verb, objectRef } }) => `${cluster}: ${verb} ${objectRef?.resource}/${objectRef?.name}`);
}

const reading: ReadonlySet<string> = new Set(["get", "list", "watch"]);

/** Reviews and port-forwards are asked for with `create` and change nothing; dry runs change nothing either. */
function isWrite({ verb, userAgent, objectRef, requestURI }: AuditEvent): boolean {
  if (userAgent !== "isthmus" || reading.has(verb) || requestURI.includes("dryRun=All")) return false;
  return !/review/u.test(objectRef?.resource ?? "") && objectRef?.subresource !== "portforward";
}
