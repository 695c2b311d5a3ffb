import type { ObjectId } from "../model/manifest.ts";

/** Kinds whose resource is not the plural that the rule gives. */
const irregular: Readonly<Record<string, string>> = {
  "/Endpoints": "endpoints",
  "k8s.cni.cncf.io/NetworkAttachmentDefinition": "network-attachment-definitions",
};

/** The resource of a kind as rules and URLs name it: `Gateway` → `gateways`, `NetworkPolicy` → `networkpolicies`. */
export function resourceOf({ group, kind }: Pick<ObjectId, "group" | "kind">): string {
  const known = irregular[`${group}/${kind}`];
  if (known !== undefined) return known;
  const word = kind.toLowerCase();
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
}
