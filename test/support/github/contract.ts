import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

/**
 * GitHub's own description of its REST API, cut to the operations Isthmus uses (`openapi.json`, made by `src/tools/slice-github-openapi.ts`). It judges both
 * sides of the loopback GitHub: what our code sends, and what the loopback answers, so that neither can drift from the real thing.
 */

type Schema = object;
interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema & { readonly properties?: object } }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const document = JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8")) as Document;
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // An address may be empty: it is the default that the description gives to some itself.
  formats: {
    "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u,
    uri: /^$|^https?:\/\//u,
    email: /@/u,
    "repo.nwo": true,
    int64: true,
    int32: true,
  },
});
ajv.addSchema(document, "github");

const validators = new Map<string, ValidateFunction>();

function validator(pointer: string): ValidateFunction {
  const known = validators.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `github${pointer}` });
  validators.set(pointer, made);
  return made;
}

/** One operation of the description that a request is for, with the values its path carries. */
export interface Match {
  readonly template: string;
  readonly method: string;
  readonly path: Readonly<Record<string, string>>;
}

/** `commits/{ref}/check-runs` before `commits/{ref}`, because a ref may hold slashes. */
const mostExactFirst = Object.keys(document.paths).sort((a, b) => b.split("/").length - a.split("/").length);

/** The operation a request is for, or `undefined` when GitHub describes none there (or the slice lacks it). */
export function match(method: string, pathname: string): Match | undefined {
  for (const template of mostExactFirst) {
    const methods = document.paths[template] ?? {};
    if (!(method.toLowerCase() in methods)) continue;
    const path = pathValues(template, pathname);
    if (path) return { template, method: method.toLowerCase(), path };
  }
  return undefined;
}

function pathValues(template: string, pathname: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/gu)].map((found) => found[1] ?? "");
  // Only `{ref}` may hold slashes.
  const pattern = template.replace(/\{(\w+)\}/gu, (_, name: string) => (name === "ref" ? "(.+)" : "([^/]+)"));
  const found = new RegExp(`^${pattern}$`, "u").exec(pathname);
  if (!found) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]));
}

/** What GitHub's description does not allow about a request: one sentence each. */
export function requestFaults(request: Match, query: URLSearchParams, body: unknown): readonly string[] {
  const operation = operationOf(request);
  return [...queryFaults(operation, query), ...bodyFaults(request, operation, body)];
}

function queryFaults(operation: Operation, query: URLSearchParams): string[] {
  const known = (operation.parameters ?? []).map(dereference).filter((parameter) => parameter.in === "query");
  return [...query].flatMap(([name, value]) => {
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) return [`there is no query parameter ${name}`];
    const check = ajv.compile(parameter.schema);
    const typed = "type" in parameter.schema && parameter.schema.type === "integer" ? Number(value) : value;
    return check(typed) ? [] : [`query parameter ${name}=${value}: ${ajv.errorsText(check.errors)}`];
  });
}

function dereference(parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!("$ref" in parameter)) return parameter;
  return document.components["parameters"]?.[parameter.$ref.split("/").at(-1) ?? ""] as Parameter;
}

function bodyFaults(request: Match, operation: Operation, body: unknown): string[] {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return body === undefined ? [] : ["it takes no body"];
  if (body === undefined && operation.requestBody?.required !== true) return [];
  const known = Object.keys(schema.properties ?? {});
  // The description allows further properties everywhere; a key it does not name is a misspelling of ours.
  const unknown = Object.keys(body ?? {}).filter((key) => known.length > 0 && !known.includes(key));
  const check = validator(`#/paths/${pointerStep(request.template)}/${request.method}/requestBody/content/application~1json/schema`);
  const wrong = check(body) ? [] : [ajv.errorsText(check.errors)];
  return [...unknown.map((key) => `there is no property ${key}`), ...wrong];
}

/** What GitHub's description does not allow about an answer: one sentence each. */
export function answerFaults(request: Match, status: number, body: unknown): readonly string[] {
  // Permission and rate-limit refusals, and failures of GitHub itself, may answer any operation; the description lists them for few.
  if (status === 403 || status === 429 || status === 401 || status >= 500) return [];
  const operation = operationOf(request);
  const answer = operation.responses[String(status)];
  if (answer === undefined) return [`it never answers with status ${status}`];
  const shared = (answer as { $ref?: string }).$ref;
  // An answer of which nothing is said has nothing to say; only a refusal may still explain itself.
  if (shared === undefined && !("content" in (answer as object))) return body === undefined || status >= 400 ? [] : ["it has no body"];
  const base = shared ?? `#/paths/${pointerStep(request.template)}/${request.method}/responses/${status}`;
  const check = validator(`${base}/content/application~1json/schema`);
  return check(body) ? [] : [ajv.errorsText(check.errors)];
}

function operationOf(request: Match): Operation {
  const operation = document.paths[request.template]?.[request.method];
  if (!operation) throw new Error(`no operation ${request.method} ${request.template}`);
  return operation;
}

function pointerStep(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
