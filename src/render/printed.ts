import type { Rendering } from "../model/chart.ts";
import { isList, isObject, type Json, type JsonObject } from "../model/json.ts";
import { readValues, YamlError } from "../yaml/index.ts";

/** A release that is not what a cluster could be given. */
export type Failed = Extract<Rendering, { kind: "failed" }>;

interface Printed {
  readonly kind: "printed";
  readonly objects: readonly JsonObject[];
}

/** The objects that a template printed, empty documents left out; or what Helm, too, refuses in them. */
export function objectsPrinted(template: string, text: string): Printed | Failed {
  const values = valuesIn(text);
  if (values instanceof YamlError) return failed(template, `it printed no YAML: ${values.reason}`, values.line);
  const mistake = values.map(headMistake).find((found) => found !== undefined);
  if (mistake !== undefined) return failed(template, mistake);
  return { kind: "printed", objects: values.filter(isObject).filter((value) => Object.keys(value).length > 0) };
}

function valuesIn(text: string): readonly Json[] | YamlError {
  try {
    return readValues(text);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}

/** Helm reads the head of every document (`SimpleHead` of its release package), and a release with one that does not fit is an error to it. */
function headMistake(value: Json): string | undefined {
  if (!isObject(value)) return "it printed a document that is no object";
  const metadata = value["metadata"] ?? {};
  if (!isObject(metadata)) return "it printed an object whose metadata is no mapping";
  const texts = { apiVersion: value["apiVersion"], kind: value["kind"], "metadata.name": metadata["name"] };
  const wrong = Object.entries(texts).find(([, text]) => !isText(text));
  if (wrong !== undefined) return `it printed an object whose ${wrong[0]} is no text`;
  const annotations = metadata["annotations"] ?? {};
  if (!isObject(annotations)) return "it printed an object whose annotations are no mapping";
  const other = Object.keys(annotations).find((key) => !isText(annotations[key]));
  return other === undefined ? undefined : `it printed an object whose annotation ${other} is no text`;
}

/** Numbers and booleans are read as texts where a text belongs. */
function isText(value: Json | undefined): boolean {
  return !isObject(value) && !isList(value);
}

function failed(template: string, message: string, line?: number): Failed {
  return { kind: "failed", message, template, line, value: undefined };
}
