import type { JsonObject } from "../../model/json.ts";
import { listAt, textAt } from "../../model/json.ts";
import type { Schema } from "./convert.ts";

/** The format of a duration of at least a millisecond, as Istio's CRDs ask for with a CEL rule, and of any duration. */
export const durationFormats = { atLeastMillisecond: "duration-of-1ms-or-more", any: "duration" } as const;

/** Fields of Istio's API that are durations although the CRD only calls them text (their `0s` has a meaning of its own). */
const unruled: ReadonlySet<string> = new Set(["idleTimeout", "ttl", "budgetInterval"]);

const nanoseconds: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Nanoseconds of a duration as Go's `time.ParseDuration` reads it, which CEL and Istio use; `undefined` for what it refuses. */
export function nanosecondsIn(text: string): number | undefined {
  if (/^[-+]?0$/u.test(text)) return 0;
  if (!/^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/u.test(text)) return undefined;
  const parts = [...text.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/gu)];
  const sum = parts.reduce((total, [, amount, unit]) => total + Number(amount) * (nanoseconds[unit ?? ""] ?? 0), 0);
  return text.startsWith("-") ? -sum : sum;
}

/** True when a CEL rule of the schema wants a duration. */
export function wantsDuration(structural: JsonObject): boolean {
  return listAt(structural, "x-kubernetes-validations").some((rule) => textAt(rule, "rule") === "duration(self) >= duration('1ms')");
}

/** True for a format of this file. */
export function isDurationFormat(format: unknown): boolean {
  return format === durationFormats.any || format === durationFormats.atLeastMillisecond;
}

/** The converted schema of an Istio kind, in which also the durations without a CEL rule are marked. */
export function withUnruledDurations(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (!isSchema(value)) return [key, value];
      const isBareText = unruled.has(key) && value["type"] === "string" && value["format"] === undefined && value["enum"] === undefined;
      return [key, isBareText ? { ...value, format: durationFormats.any } : withUnruledDurations(value)];
    }),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
