import type { ManagerEntry } from "./ownership.ts";

/**
 * Who wrote to an object, by the name of the field manager: what it is for people, and whether its fields become ours when the object does. Names are those the
 * programs give themselves: the first word of their user agent, or what they ask for in server-side apply.
 */
export interface Writer {
  readonly pattern: RegExp;
  readonly name: string;
  /**
   * `hand-over`: an installer, which stops when Isthmus begins. `person`: somebody's hand, whose additions stay (a restart by `kubectl rollout` is written into the
   * pods' template: to take it out would restart them again). `fights`: a program that puts back what it wants; Isthmus refuses its objects.
   */
  readonly role: "hand-over" | "person" | "fights";
}

const writers: readonly Writer[] = [
  { pattern: /^helm$/u, name: "Helm", role: "hand-over" },
  { pattern: /^(?:istioctl|istio-operator)$/u, name: "istioctl", role: "hand-over" },
  { pattern: /^ristioctl$/u, name: "ristioctl", role: "hand-over" },
  {
    pattern: /^(?:kubectl|kubectl-client-side-apply|kubectl-create|kubectl-replace|before-first-apply)$/u,
    name: "kubectl",
    role: "hand-over",
  },
  { pattern: /^kubectl-/u, name: "kubectl", role: "person" },
  { pattern: /^isthmus-restart$/u, name: "a restart by Isthmus", role: "person" },
  {
    pattern: /^(?:Go-http-client|python-requests|OpenAPI-Generator|terraform[\w-]*|HashiCorp|pulumi[\w-]*|node-fetch|unknown)$/iu,
    name: "an unnamed client",
    role: "hand-over",
  },
  { pattern: /^argocd-/u, name: "Argo CD", role: "fights" },
  { pattern: /^(?:kustomize-controller|helm-controller)$/u, name: "Flux", role: "fights" },
];

/** What is known of a field manager; `undefined` for one nobody here knows (controllers of the cluster, mostly). */
export function writerOf(manager: string): Writer | undefined {
  return writers.find(({ pattern }) => pattern.test(manager));
}

/** Whether the fields of this entry become ours when the object is adopted: those of the object itself, written by somebody who hands over. */
export function isHandedOver({ manager, subresource }: ManagerEntry): boolean {
  return subresource === "" && writerOf(manager)?.role === "hand-over";
}
