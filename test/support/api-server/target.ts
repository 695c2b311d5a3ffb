import type { IncomingMessage } from "node:http";
import { apiVersionOf, type Kind } from "./kinds.ts";

/** What a path is about. */
export interface Target {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  readonly subresource: string;
  /** What follows the subresource: the path of a pod behind its proxy. */
  readonly rest: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** `/api/v1/namespaces/x/pods/y/log`, taken apart; `undefined` for a path that no served kind has. */
export function targetOf(path: string, kinds: readonly Kind[]): Target | undefined {
  const [, root, ...parts] = path.split("/").map(decodeURIComponent);
  const apiVersion = root === "api" ? parts.shift() : root === "apis" ? `${parts.shift()}/${parts.shift()}` : undefined;
  const isBelowNamespace = parts[0] === "namespaces" && parts.length > 2 && parts[2] !== "status";
  const namespace = isBelowNamespace ? (parts[1] ?? "") : "";
  const [plural = "", name = "", subresource = "", ...rest] = isBelowNamespace ? parts.slice(2) : parts;
  const kind = kinds.find((each) => apiVersionOf(each) === apiVersion && each.plural === plural);
  return kind === undefined || (namespace !== "" && !kind.isNamespaced)
    ? undefined
    : { kind, namespace, name, subresource, rest: rest.join("/") };
}

/** The verb that RBAC knows. */
export function verbOf({ method, query }: Asked, { name }: Target): string {
  switch (method) {
    case "GET":
      return query.get("watch") === "true" ? "watch" : name === "" ? "list" : "get";
    case "POST":
      return "create";
    case "PUT":
      return "update";
    case "DELETE":
      return name === "" ? "deletecollection" : "delete";
    default:
      return "patch";
  }
}
