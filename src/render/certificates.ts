import { holeText } from "../model/hole.ts";
import type { Trust } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import type { View } from "./view.ts";

const parts = ["ca-cert", "ca-key", "cert-chain", "root-cert"] as const;

/**
 * `cacerts` as a description: which keys it must have, never what is in them (reference 2.2, legacy form). Only where istiod signs: not in remotes
 * (the CA is in their primary), not with istio-csr, and not when somebody else keeps the Secret.
 */
export function certificates({ mesh, real, cluster }: View): readonly Derived[] {
  const { kind } = mesh.trust.signer;
  if (real.role === "remote" || kind === "external" || kind === "certManager") return [];
  const rotated = rotatedRoots(mesh.trust);
  const text = (part: (typeof parts)[number]): string =>
    holeText({ kind: "certificate", cluster: cluster.name, part, ...(part === "root-cert" && rotated !== undefined ? { rotated } : {}) });
  return [
    derived("certificates", "istiod signs with an intermediate of the mesh's root", {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "cacerts", namespace: cluster.systemNamespace },
      type: "Opaque",
      stringData: Object.fromEntries(parts.map((part) => [`${part}.pem`, text(part)])),
    }),
  ];
}

/** How the roots stand in the middle of a rotation. After it, and from `retire` on, they are just the mesh's. */
function rotatedRoots({ rotation }: Trust): string | undefined {
  switch (rotation?.phase) {
    case undefined:
    case "retire":
      return undefined;
    case "distribute":
      return `${rotation?.to} as well`;
    case "switch":
      return `${rotation?.to} first`;
  }
}
