import { isList, isObject, type Json, type JsonObject, objectAt, textAt } from "../../../src/model/json.ts";
import { badRequest, Refusal } from "./answer.ts";
import type { Kind } from "./kinds.ts";

/**
 * A field that the schema does not know is refused with `fieldValidation=Strict`, and by an apply always, in its own words; only custom resources have a schema
 * here. @throws Refusal
 */
export function refuseUnknownFields(object: JsonObject, { schema, kind }: Kind, isApply: boolean): void {
  if (schema === undefined || Object.keys(schema).length === 0) return;
  const { apiVersion: _, kind: __, metadata: ___, ...content } = object;
  const unknown = unknownIn(content, schema, "");
  const [first] = unknown;
  if (first === undefined) return;
  if (isApply) {
    const what = `${textAt(object, "metadata", "namespace") ?? ""}/${textAt(object, "metadata", "name") ?? ""}; ${textAt(object, "apiVersion") ?? ""}, Kind=${kind}`;
    throw new Refusal(500, "", `failed to create typed patch object (${what}): .${first}: field not declared in schema`);
  }
  throw badRequest(
    `${kind} in version "v1" cannot be handled as a ${kind}: strict decoding error: ${unknown.map((path) => `unknown field "${path}"`).join(", ")}`,
  );
}

function unknownIn(value: Json | undefined, schema: JsonObject, path: string): readonly string[] {
  if (isList(value)) return value.flatMap((entry, index) => unknownIn(entry, objectAt(schema, "items"), `${path}[${index}]`));
  if (!isObject(value) || schema["x-kubernetes-preserve-unknown-fields"] === true || textAt(schema, "type") !== "object") return [];
  const rest = schema["additionalProperties"];
  return Object.entries(value).flatMap(([key, part]) => {
    const inner = path === "" ? key : `${path}.${key}`;
    const known = objectAt(schema, "properties")[key];
    if (isObject(known)) return unknownIn(part, known, inner);
    return isObject(rest) ? unknownIn(part, rest, inner) : rest === true ? [] : [inner];
  });
}
