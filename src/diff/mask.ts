import type { FieldChange } from "../model/change.ts";
import type { JsonObject } from "../model/json.ts";
import { isObject } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { isSealed } from "../model/secret.ts";
import { factsOf } from "./certificates.ts";
import { mapObject, mapTexts } from "./map-texts.ts";
import { withoutPem } from "./pem.ts";
import { changedLines } from "./texts.ts";

/** What stands for a value nobody may see. */
export const notShown = "⟦value not shown⟧";

/**
 * The object as it may be shown: values of Secrets hidden (what the reader of Git sealed and what is derived with holes is harmless already),
 * certificates named, private keys gone. The same object when there was nothing to hide.
 */
export function maskedManifest(manifest: Manifest): Manifest {
  const object = maskedObject(manifest);
  return object === manifest.object ? manifest : { ...manifest, object };
}

function maskedObject(manifest: Manifest): JsonObject {
  const object = mapObject(manifest.object, maskedText);
  if (!isSecret(manifest)) return object;
  const values = ["data", "stringData"].flatMap((part) => {
    const texts = manifest.object[part];
    return isObject(texts) ? [[part, mapObject(texts, (text) => secretText(manifest, text))] as const] : [];
  });
  return values.every(([part, texts]) => texts === object[part]) ? object : { ...object, ...Object.fromEntries(values) };
}

/** Field changes of an object as they may be shown. */
export function maskedFields(manifest: Manifest, fields: readonly FieldChange[]): readonly FieldChange[] {
  const secret = isSecret(manifest);
  return fields.map((field) => {
    const isValue = secret && /^(?:data|stringData)(?:$|[.[])/u.test(field.path);
    const hide = (text: string) => (isValue ? secretText(manifest, text) : maskedText(text));
    const before = field.before === undefined ? undefined : mapTexts(field.before, hide);
    const after = field.after === undefined ? undefined : mapTexts(field.after, hide);
    if (before === field.before && after === field.after) return field;
    // The lines are made again from the masked texts: a hunk may hold half a key whose header is not in it.
    const lines =
      field.lines !== undefined && typeof before === "string" && typeof after === "string" ? changedLines(before, after) : undefined;
    return { path: field.path, before, after, lines };
  });
}

function isSecret(manifest: Manifest): boolean {
  return manifest.id.group === "" && manifest.id.kind === "Secret";
}

function secretText(manifest: Manifest, text: string): string {
  if (isSealed(text)) return text;
  // Isthmus derives Secrets from the mesh document: what is secret in them is still a hole, the rest is public.
  if (manifest.origin.kind === "derived") return maskedText(text);
  const named = maskedText(text);
  return named !== text && /^(?:\s*⟦certificate [^⟧]*⟧\s*)+$/u.test(named) ? named : notShown;
}

function maskedText(text: string): string {
  return withoutPem(text, (block) => {
    const [facts] = block.includes("CERTIFICATE-----") ? factsOf(block) : [];
    if (facts !== undefined) return `⟦certificate ${facts.subject}, serial ${facts.serial}, key ${facts.keyFingerprint.slice(0, 16)}⟧`;
    return block.includes("PRIVATE KEY") ? "⟦private key, not shown⟧" : "⟦PEM, not shown⟧";
  });
}
