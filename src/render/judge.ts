import type { Finding } from "../model/finding.ts";
import type { Mesh } from "../model/mesh.ts";
import type { Prepared } from "./classes.ts";
import type { Cook } from "./cook.ts";
import { judgeAddress } from "./judge-address.ts";
import { judgeMesh } from "./judge-mesh.ts";
import { judgeValues } from "./judge-values.ts";

/** What can be said about the documents once it is known what they are rendered with. */
export function judge(mesh: Mesh, prepared: readonly Prepared[], cook: Cook): readonly Finding[] {
  return [...judgeMesh(mesh, prepared), ...prepared.flatMap((cluster) => [...judgeValues(cluster), ...judgeAddress(cluster, cook)])];
}
