import { listAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";

/** What keeps a deleted object, for a sentence. */
export function heldBy({ object }: Present): string {
  const names = listAt(object, "metadata", "finalizers").filter((name) => typeof name === "string");
  return names.length === 0 ? "and nothing says what holds it" : `held by ${names.join(", ")}`;
}
