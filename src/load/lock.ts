import { finding } from "../catalog/find.ts";
import { isLock } from "../catalog/schemas/validators.gen.ts";
import type { Finding } from "../model/finding.ts";
import { listAt, textAt } from "../model/json.ts";
import type { Lock, LockedChart } from "../model/repository.ts";
import { writeYaml } from "../yaml/index.ts";
import { check } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";

const head = `# Written by \`isthmus lock\`: what every chart used must be, byte for byte. Review a change of a digest like a change of code.\n`;

/** `isthmus.lock`. A lock that cannot be read is no lock, and the findings say so. */
export function readLock(documents: readonly LoadedDocument[]): { readonly lock: Lock | undefined; readonly findings: readonly Finding[] } {
  const [document, surplus] = documents;
  if (document === undefined) return { lock: undefined, findings: [] };
  const { isUsable, findings } = check(document, isLock);
  const second = surplus === undefined ? [] : [finding("lock-twice", {}, { source: surplus.source.place([]) })];
  if (!isUsable) return { lock: undefined, findings: [...findings, ...second] };
  const charts = listAt(document.object, "charts").map((entry, index) => ({
    source: textAt(entry, "source") ?? "",
    name: textAt(entry, "name") ?? "",
    version: textAt(entry, "version") ?? "",
    digest: textAt(entry, "digest") ?? "",
    place: document.source.place(["charts", index, "digest"]),
  }));
  const twice = charts.flatMap((chart, index) => {
    const isFirst = charts.findIndex((other) => keyOf(other) === keyOf(chart)) === index;
    if (isFirst) return [];
    return [
      finding("chart-locked-twice", { chart: chart.name, version: chart.version }, { source: document.source.place(["charts", index]) }),
    ];
  });
  return { lock: { charts, place: document.source.place([]) }, findings: [...findings, ...second, ...twice] };
}

/** The text of `isthmus.lock` for these charts, sorted, each once: the same charts give the same bytes. */
export function writeLock(charts: readonly LockedChart[]): string {
  const byKey = new Map(
    charts.map(({ source, name, version, digest }) => [keyOf({ source, name, version }), { source, name, version, digest }] as const),
  );
  const sorted = [...byKey.keys()].sort().map((key) => ({ ...byKey.get(key) }));
  return head + writeYaml({ apiVersion: "isthmus.dev/v1alpha1", kind: "Lock", charts: sorted });
}

function keyOf({ source, name, version }: Omit<LockedChart, "digest" | "place">): string {
  return JSON.stringify([source, name, version]);
}
