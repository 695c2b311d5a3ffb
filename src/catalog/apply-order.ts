import type { ObjectId } from "../model/manifest.ts";
import { idKey } from "../model/manifest.ts";
import { applyOrder } from "./apply-order.gen.ts";

const rank = new Map(applyOrder.map((kind, index) => [kind, index]));
const others = rank.get("others") ?? 0;

/** Sorts objects of one step for applying: what others need first, then by identity. Turn it round for deleting. */
export function byApplyOrder(a: ObjectId, b: ObjectId): number {
  const difference = (rank.get(a.kind) ?? others) - (rank.get(b.kind) ?? others);
  if (difference !== 0) return difference;
  const left = idKey(a);
  const right = idKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
