import type { Finding } from "../model/finding.ts";
import type { Mesh } from "../model/mesh.ts";
import type { Prepared } from "./classes.ts";
import type { Cook } from "./cook.ts";

/** What can be said about the documents once it is known what they are rendered with. */
export function judge(_mesh: Mesh, _prepared: readonly Prepared[], _cook: Cook): readonly Finding[] {
  return [];
}
