import { writerOf } from "../model/field-managers.ts";
import { objectAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { managersOf } from "../model/ownership.ts";

/** The tool that keeps an object as its own repository says, by the marks it leaves; `undefined` for objects that nobody puts back. */
export function gitOpsTool(live: Present): string | undefined {
  const labels = Object.keys(objectAt(live.object, "metadata", "labels"));
  const annotations = Object.keys(objectAt(live.object, "metadata", "annotations"));
  if ([...labels, ...annotations].some((key) => key.startsWith("argocd.argoproj.io/"))) return "Argo CD";
  if (labels.some((key) => /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\//u.test(key))) return "Flux";
  return managersOf(live)
    .map(({ manager }) => writerOf(manager))
    .find((writer) => writer?.role === "fights")?.name;
}
