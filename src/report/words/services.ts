import type { Change } from "../../model/change.ts";
import { textAt } from "../../model/json.ts";
import { groupBy } from "../count.ts";
import { quoted, type Rich, say, words } from "../rich.ts";
import { type Context, where } from "./context.ts";
import { few } from "./names.ts";

/** What changes for callers of Services: names that resolve no longer, and Services that other clusters see or no longer see. */
export function serviceWords(edited: readonly Change[], context: Context): readonly Rich[] {
  const services = edited.filter(({ id }) => id.group === "" && id.kind === "Service");
  const told = services.flatMap((change) => effectOf(change).map((effect) => ({ effect, change })));
  return groupBy(told, ({ effect, change }) => `${effect} ${change.clusters.join()}`).map((group) => {
    const names = few(group.map(({ change }) => `${change.id.namespace}/${change.id.name}`));
    const [effect, clusters] = [group[0]?.effect ?? "", group[0]?.change.clusters ?? []];
    const isOne = group.length === 1;
    if (effect === "gone")
      return say`${words(isOne ? "The name of Service" : "The names of Services")} ${names} no longer ${words(isOne ? "resolves" : "resolve")}${where(context, clusters)}.`;
    const verb = words(`${isOne ? "is" : "are"} ${effect === "shared" ? "shared with" : "no longer shared with"}`);
    return say`${words(isOne ? "Service" : "Services")} ${names}${where(context, clusters)} ${verb} other clusters (${quoted(label)}).`;
  });
}

/** In an ambient mesh this label decides whether other clusters know a Service (reference: multicluster ambient). */
const label = "istio.io/global";

function effectOf({ kind, before, after }: Change): readonly ("gone" | "shared" | "private")[] {
  // The Service of a gateway goes with the gateway, which is told as a whole.
  if (kind === "delete") return before?.origin.kind === "chart" && before.origin.chart === "gateway" ? [] : ["gone"];
  const [was, now] = [before, after].map((side) => textAt(side?.object ?? {}, "metadata", "labels", label) === "true");
  if (was === now || (kind !== "create" && kind !== "update" && kind !== "replace")) return [];
  return now === true ? ["shared"] : ["private"];
}
