import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject, Path } from "../model/json.ts";
import type { Mistake, YamlLimits } from "../yaml/index.ts";
import { withoutCredentials } from "./credentials.ts";

/**
 * The finding a mistake of the reader deserves, or none: a spelling that Kubernetes reads in a way of its own is only reported where the value was meant to
 * be something else. `object` is the document it is in, where that could be read.
 */
export function findingOf(mistake: Mistake, object: JsonObject | undefined, limits: YamlLimits): Finding | undefined {
  const where = { source: mistake.place };
  const facts = shownFacts(mistake, object);
  switch (mistake.code) {
    case "syntax":
      return finding("yaml-syntax", { reason: facts.reason }, where);
    case "alias-limit":
      return finding("too-many-aliases", { what: mistake.place.file, expanded: limits.expanded, aliases: limits.aliases }, where);
    case "depth-limit":
      return finding("nested-too-deep", { limit: limits.depth }, where);
    case "document-limit":
      return finding("too-many-documents", { what: mistake.place.file, limit: limits.documents }, where);
    case "entry-limit":
      return finding("too-many-entries", { what: mistake.place.file, limit: limits.entries }, where);
    case "key-limit":
      return finding("too-many-keys", { limit: limits.keys }, where);
    case "unreadable-limit":
      return finding("too-many-unreadable", { file: mistake.place.file, limit: limits.unreadable }, where);
    case "duplicate-key":
      return finding("duplicate-key", { key: facts.key, first: facts.first }, where);
    case "merge-overrides":
      return finding("merge-overrides-key", { key: facts.key }, where);
    case "ignored-document":
      return finding("ignored-document", {}, where);
    case "line-separator":
      return finding("line-separator", {}, where);
    case "inexact-number":
      return finding("inexact-number", { text: facts.text }, where);
    case "boolean-key":
      return finding("yaml-1-1-boolean", { text: facts.text, value: facts.value, role: "key" }, where);
    case "boolean-word":
      return isTextPlace(mistake.path, object)
        ? finding("yaml-1-1-boolean", { text: facts.text, value: facts.value, role: "value" }, where)
        : undefined;
    case "octal-number":
      return isFileMode(mistake.path) ? undefined : finding("octal-number", { text: facts.text, value: facts.value }, where);
    case "reshaped-number":
      return isTextPlace(mistake.path, object) ? finding("float-like-version", { text: facts.text, value: facts.value }, where) : undefined;
  }
}

/** Facts for a message. Inside a Secret or a kubeconfig no spelling is repeated: a PIN is a number too. */
function shownFacts(mistake: Mistake, object: JsonObject | undefined): Record<"reason" | "key" | "first" | "text" | "value", string> {
  const isSecret = (object?.["kind"] === "Secret" && mistake.path[0] !== "metadata") || object?.["kind"] === "Config";
  const fact = (name: string): string => withoutCredentials(String(mistake.facts[name] ?? ""));
  const spelling = (name: string): string => (isSecret && mistake.path.length > 1 ? "***" : fact(name));
  return { reason: fact("reason"), key: fact("key"), first: fact("first"), text: spelling("text"), value: spelling("value") };
}

/** Mappings whose values are text whatever the key: labels and what selects by them. */
const textMaps = new Set([
  "labels",
  "annotations",
  "matchLabels",
  "nodeSelector",
  "selector",
  "stringData",
  "binaryData",
  "podLabels",
  "podAnnotations",
  "set",
  "add",
]);

/** Keys whose value is text wherever Kubernetes, Istio or its charts use them. */
const textKeys = new Set(
  "name namespace host subset exact prefix regex version kubernetes tag hub image app region zone network cluster key revision meshID kind apiVersion".split(
    " ",
  ),
);

/** Lists that are not of text: numbers stand in them as numbers. */
const numberLists = new Set(["ports", "codes", "retriableStatusCodes", "buckets"]);

function isTextPlace(path: Path, object: JsonObject | undefined): boolean {
  const last = path.at(-1);
  const parent = path.at(-2);
  if (typeof last === "number") return typeof parent === "string" && !numberLists.has(parent);
  if (last === undefined) return false;
  if (typeof parent === "string" && textMaps.has(parent)) return true;
  if (parent === "data" && path.length === 2) return object?.["kind"] === "ConfigMap" || object?.["kind"] === "Secret";
  return textKeys.has(last) || (last === "value" && typeof parent === "number" && path.at(-3) === "env");
}

function isFileMode(path: Path): boolean {
  return /mode$|umask$/iu.test(String(path.at(-1) ?? ""));
}
