import type { ErrorObject } from "ajv";
import { finding } from "../catalog/find.ts";
import { advice, isNear } from "../catalog/nearest.ts";
import type { Validator } from "../catalog/schemas/validators.gen.ts";
import type { Finding, FindingObject } from "../model/finding.ts";
import type { Json, JsonObject, Path } from "../model/json.ts";
import { isList, isObject, textAt, valueAt } from "../model/json.ts";
import type { Place } from "../model/source.ts";
import type { LoadedDocument } from "./documents.ts";
import { kindText, listText, pathText, seenText } from "./words.ts";

/** More mistakes than this in one document are counted, not listed. */
const mostShown = 20;

/** A document judged by the schema of its kind. */
export interface Checked {
  /** The document can be read on: at the most it has keys nobody knows. */
  readonly isUsable: boolean;
  readonly findings: readonly Finding[];
}

/** Everything a schema has against a document, one finding per mistake, each with the nearest right spelling where there is one. */
export function check(document: LoadedDocument, validate: Validator, clusters: readonly string[] = []): Checked {
  if (validate(document.object)) return { isUsable: true, findings: [] };
  const errors = distinct(validate.errors ?? []);
  const object = objectOf(document.object);
  const findings: Finding[] = errors.slice(0, mostShown).map((error) => ({ ...mistakeOf(error, document), object, clusters }));
  if (errors.length > mostShown) {
    findings.push(finding("more-mistakes", { count: errors.length - mostShown }, { source: document.source.place([]), object, clusters }));
  }
  return { isUsable: (validate.errors ?? []).every((error) => error.keyword === "additionalProperties"), findings };
}

/** One error per mistake: a misspelt key is not also missing, and the keyword that only says "some key is wrong" says nothing new. */
function distinct(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unknown = errors.filter((error) => error.keyword === "additionalProperties");
  const isMisspelt = ({ instancePath, params }: ErrorObject): boolean =>
    unknown.some(
      (error) =>
        error.instancePath === instancePath && isNear(String(error.params["additionalProperty"]), String(params["missingProperty"])),
    );
  return errors.filter((error) => error.keyword !== "propertyNames" && !(error.keyword === "required" && isMisspelt(error)));
}

/** The object a finding is about, as a document names itself. */
export function objectOf(value: Json): FindingObject {
  return {
    apiVersion: textAt(value, "apiVersion") ?? "",
    kind: textAt(value, "kind") ?? "",
    namespace: textAt(value, "metadata", "namespace") ?? "",
    name: textAt(value, "metadata", "name") ?? "",
  };
}

function mistakeOf(error: ErrorObject, { object: root, source }: LoadedDocument): Finding {
  const path = stepsOf(error.instancePath, root);
  const place = pathText(path);
  const value = valueAt(root, path);
  const at = (step?: string): { source: Place } => ({
    source: step === undefined ? source.place(path) : source.place([...path, step], "key"),
  });
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(String(error.params["additionalProperty"]), place, propertiesOf(error), at);
    case "required":
      return finding("missing-key", { place, key: String(error.params["missingProperty"]) }, { source: source.place(path, "key") });
    case "type":
      return wrongType(place, value, error, at());
    case "enum":
    case "const":
      return wrongChoice(place, value, choicesOf(error), at());
    case "minProperties":
    case "maxProperties":
      return finding(
        "not-exactly-one",
        { place, count: Object.keys(isObject(value) ? value : {}).length, known: listText(propertiesOf(error)) },
        at(),
      );
    default:
      return wrongForm(error, place, value, at);
  }
}

function unknownKey(key: string, place: string, known: readonly string[], at: (step: string) => { source: Place }): Finding {
  if (known.length === 0) return finding("key-not-allowed", { key, place }, at(key));
  return finding("unknown-key", { key, place, near: advice(key, known), known: listText(known, 40) }, at(key));
}

/** A number where a text is wanted is nearly always a version that lost its quotes, and `1.30` is `1.3` by then. */
function wrongType(place: string, value: Json | undefined, error: ErrorObject, at: { source: Place }): Finding {
  const expected = expectedOf(error);
  const isUnquoted = (typeof value === "number" || typeof value === "boolean") && [error.params["type"]].flat().includes("string");
  if (isUnquoted) return finding("unquoted-text", { place, seen: kindText(value), expected }, at);
  return finding("wrong-type", { place, seen: kindText(value), expected }, at);
}

function wrongChoice(place: string, value: Json | undefined, known: readonly string[], at: { source: Place }): Finding {
  const seen = seenText(value);
  return finding("wrong-choice", { place, seen, near: advice(seen, known), known: listText(known) }, at);
}

function wrongForm(error: ErrorObject, place: string, value: Json | undefined, at: (step?: string) => { source: Place }): Finding {
  // What was judged is not the value at the path: then it was the name of one of its keys.
  const key: unknown = error.data;
  if (typeof key === "string" && key !== value) {
    return finding("wrong-key", { place, key: seenText(key), expected: expectedOf(error) }, at(key));
  }
  return finding("wrong-form", { place, seen: seenText(value), expected: expectedOf(error) }, at());
}

const typeWords: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  boolean: "true or false",
  integer: "a whole number",
};

/** What the schema wants, in words: its title, or what the keyword says. */
function expectedOf(error: ErrorObject): string {
  const schema = isObject(error.parentSchema) ? error.parentSchema : {};
  const title = textAt(schema, "title");
  if (title !== undefined) return title;
  if (error.keyword === "minItems") return "a list that is not empty";
  if (error.keyword === "minimum" || error.keyword === "maximum") {
    return `a number from ${String(schema["minimum"])} to ${String(schema["maximum"])}`;
  }
  return [schema["type"]]
    .flat()
    .map((type) => typeWords[String(type)] ?? "another value")
    .join(" or ");
}

function propertiesOf(error: ErrorObject): readonly string[] {
  const schema: JsonObject = isObject(error.parentSchema) ? error.parentSchema : {};
  return Object.keys(isObject(schema["properties"]) ? schema["properties"] : {});
}

function choicesOf(error: ErrorObject): readonly string[] {
  const allowed: unknown = error.keyword === "const" ? [error.params["allowedValue"]] : error.params["allowedValues"];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

/** A JSON pointer as steps, indexes of lists as numbers. */
function stepsOf(pointer: string, root: Json): Path {
  const steps: (string | number)[] = [];
  let at: Json | undefined = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = isList(at) ? Number(name) : name;
    steps.push(step);
    at = valueAt(at, [step]);
  }
  return steps;
}
