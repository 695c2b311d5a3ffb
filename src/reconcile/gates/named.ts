import { textAt } from "../../model/json.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** Namespaces that a sentence names. */
const mostNamed = 5;

/**
 * That no namespace names these revisions and tags: without their webhooks its new pods would get no proxy, and nobody would be told. Whose pods run already is not
 * seen by this, but by who is connected.
 */
export function unnamedSign(api: ClusterApi, names: readonly string[]): Sign {
  return {
    what: `The end of ${names.map((name) => `\`istio.io/rev: ${name}\``).join(" and ")}`,
    seconds: 10,
    remedy: "Label these namespaces with another revision or tag and restart their workloads; nothing of it was deleted.",
    look: async () => {
      const found = await Promise.all(names.flatMap(labelsFor).map((labels) => api.list({ apiVersion: "v1", kind: "Namespace", labels })));
      const there = found.flat().filter(({ object }) => textAt(object, "metadata", "deletionTimestamp") === undefined);
      const namespaces = [...new Set(there.map(({ object }) => textAt(object, "metadata", "name") ?? ""))].sort();
      if (namespaces.length === 0) return ready;
      const shown = namespaces.slice(0, mostNamed).join(", ");
      const count = namespaces.length === 1 ? "1 namespace names it" : `${namespaces.length} namespaces name it`;
      return waiting(`${count}: ${shown}${namespaces.length > mostNamed ? ", …" : ""}`);
    },
  };
}

/** How a namespace names it; the default one has an older spelling. */
function labelsFor(name: string): readonly string[] {
  return [`istio.io/rev=${name}`, ...(name === "default" ? ["istio-injection=enabled"] : [])];
}
