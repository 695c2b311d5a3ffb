import type { Risk, Told } from "./model.ts";

const security: ReadonlySet<string> = new Set(["AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"]);
const metadataOnly = /^metadata\.(?:labels|annotations)\b/u;

/** How soon a reviewer should look at a change: what can cut traffic, trust or permission first; what only labels last. */
export function riskOf(change: Told): Risk {
  if (change.kind === "delete" || change.kind === "replace" || change.kind === "unknown") return "high";
  if (change.kind === "kept") return "low";
  if (security.has(change.id.kind) || change.certificates.length > 0) return "high";
  if (change.kind === "create") return change.after?.origin.kind === "config" ? "medium" : "low";
  return change.fields.every((field) => metadataOnly.test(field.path)) ? "low" : "medium";
}
