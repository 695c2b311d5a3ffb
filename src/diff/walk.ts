import type { Normalisation } from "../catalog/normalize.ts";
import type { FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import type { At } from "./path.ts";

/** One comparison of two objects while it runs: what it found, and which rules hid a difference. */
export interface Walk {
  readonly id: ObjectId;
  readonly rules: Normalisation;
  readonly fields: FieldChange[];
  /** Rule name per hidden difference. */
  readonly hidden: string[];
  /** Compares two values below this one; lists and texts call back through it. */
  readonly compare: (walk: Walk, at: At, before: Json | undefined, after: Json | undefined) => void;
}

/** Whether two values differ in meaning; leaves no trace in the walk. */
export function differs(walk: Walk, at: At, before: Json | undefined, after: Json | undefined): boolean {
  if (before === after) return false;
  const trial: Walk = { ...walk, fields: [], hidden: [] };
  walk.compare(trial, at, before, after);
  return trial.fields.length > 0;
}

/** Records a difference between two values as they are. */
export function push(walk: Walk, path: string, before: Json | undefined, after: Json | undefined, lines?: string): void {
  walk.fields.push({ path, before, after, lines });
}
