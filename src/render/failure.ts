import { finding } from "../catalog/find.ts";
import type { Rendering } from "../model/chart.ts";
import type { Finding } from "../model/finding.ts";
import { isObject, type Json, type JsonObject } from "../model/json.ts";
import type { Order } from "./cook.ts";
import { aliasesOf, givenAt } from "./merge-values.ts";
import { placeOf } from "./places.ts";
import type { PlannedRelease } from "./releases.ts";
import { leaves } from "./tree.ts";

type Failed = Extract<Rendering, { kind: "failed" }>;

/** Why a release could not be rendered, at the value concerned when the engine knows it. */
export function failureFinding(planned: PlannedRelease | undefined, order: Order, failure: Failed, clusters: readonly string[]): Finding {
  const { template, line, value } = failure;
  const given = planned && givenFor(planned, order.chart.name, failure);
  const where = [
    ...(template === undefined ? [] : [`template ${template}${line === undefined ? "" : `, line ${line}`}`]),
    ...(value === undefined ? [] : [`value ${value}`]),
    ...(given === undefined ? [] : [`given as ${given.path.join(".")}: ${shown(given.value)}`]),
  ];
  return finding(
    "chart-template-failed",
    {
      release: order.name,
      chart: order.chart.name,
      version: order.chart.version,
      why: failure.message.replace(/[\s.]+$/u, ""),
      where: where.length === 0 ? "the chart as a whole" : where.join(", "),
    },
    { source: planned && placeOf(planned, given?.path ?? []), clusters },
  );
}

interface Given {
  readonly path: readonly string[];
  readonly value: Json;
}

/**
 * What somebody wrote that the failure is about: the value that the template reads, under either of its spellings, or what stands on the way to it; else the
 * only given value that the message quotes.
 */
function givenFor(planned: PlannedRelease, chart: string, { value, message }: Failed): Given | undefined {
  const path =
    value
      ?.replace(/^\$?\.Values\.?/u, "")
      .split(".")
      .filter(Boolean) ?? [];
  const read = path.length === 0 ? [] : [path, ...aliasesOf(chart, path)].flatMap((spelling) => nearest(planned.given, spelling) ?? []);
  if (read[0] !== undefined) return read.reduce((best, other) => (other.path.length > best.path.length ? other : best));
  const words = new Set(message.split(/[\s"'`,;]+/u));
  const quoted = leaves(planned.given).filter((leaf) => typeof leaf.value === "string" && leaf.value.length > 2 && words.has(leaf.value));
  return quoted.length === 1 ? quoted[0] : undefined;
}

/** The given value at the path, or the one above it: a template that wants a mapping fails at a key of what is none. */
function nearest(given: JsonObject, path: readonly string[]): Given | undefined {
  const found = givenAt(given, path);
  return found !== undefined && (found.path.length === path.length || !isObject(found.value)) ? found : undefined;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
