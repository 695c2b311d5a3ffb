/** A JSON Schema, as far as ours use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** By file name: `mesh.schema.json`. */
export type Schemas = ReadonlyMap<string, Schema>;

/** A key of a document, as a reader wants to know it. */
export interface Row {
  /** `spec.chatops.grants[].verbs` */
  readonly key: string;
  readonly type: string;
  /** What counts when it is not written, or that it must be. */
  readonly fallback: string;
  readonly meaning: string;
}

interface Place {
  readonly key: string;
  readonly schema: Schema;
  /** File that references without a file are about. */
  readonly from: string;
  readonly isRequired: boolean;
}

/** What a Cluster may say as a Mesh does: told once, with the Mesh. */
const told: readonly string[] = ["charts", "images", "gatewayApi", "revisions", "values"];

/** Every key of a document in the order of its schema. A key without a description is an error: nobody could guess it. */
export function rowsOf(schema: Schema, from: string, schemas: Schemas): readonly Row[] {
  return inside({ key: "", schema, from, isRequired: false }, from !== "mesh.schema.json", schemas);
}

function inside({ key, schema, from }: Place, isElsewhere: boolean, schemas: Schemas): readonly Row[] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    rows({ key: key === "" ? name : `${key}.${name}`, schema: property, from, isRequired: required.includes(name) }, isElsewhere, schemas),
  );
}

function rows(place: Place, isElsewhere: boolean, schemas: Schemas): readonly Row[] {
  const { schema, from } = followed(place, schemas);
  const definition = /#\/definitions\/(\w+)$/u.exec(place.schema.$ref ?? "")?.[1] ?? "";
  if (isElsewhere && told.includes(definition)) {
    const meaning = `As \`spec.istio.${place.key.split(".").at(-1) ?? ""}\` of the Mesh.`;
    return [{ key: place.key, type: typeOf(schema, from, schemas), fallback: "the mesh's", meaning }];
  }
  const item = itemOf(place.key, schema);
  const below =
    item === undefined
      ? inside({ ...place, schema, from }, isElsewhere, schemas)
      : inside({ ...place, key: item.key, ...followed({ ...place, schema: item.schema, from }, schemas) }, isElsewhere, schemas);
  const own = rowOf({ ...place, from }, schema, schemas);
  const speaksForItself = below.length > 0 || schema.const !== undefined;
  if (own.meaning === "" && !speaksForItself) throw new Error(`${place.from}: \`${place.key}\` has no description`);
  // What only holds other keys and says nothing itself needs no line.
  return own.meaning === "" && below.length > 0 ? below : [own, ...below];
}

function itemOf(key: string, { items, additionalProperties }: Schema): { readonly key: string; readonly schema: Schema } | undefined {
  if (items !== undefined) return { key: `${key}[]`, schema: items };
  return typeof additionalProperties === "object" ? { key: `${key}.<name>`, schema: additionalProperties } : undefined;
}

function followed({ schema, from }: Pick<Place, "schema" | "from">, schemas: Schemas): { readonly schema: Schema; readonly from: string } {
  if (schema.$ref === undefined) return { schema, from };
  const [file = "", path = ""] = schema.$ref.split("#");
  const found = schemas.get(file || from)?.definitions?.[path.replace("/definitions/", "")];
  if (found === undefined) throw new Error(`${from}: ${schema.$ref} leads nowhere`);
  const next = followed({ schema: found, from: file || from }, schemas);
  return { ...next, schema: schema.description === undefined ? next.schema : { ...next.schema, description: schema.description } };
}

function rowOf({ key, from, isRequired }: Place, schema: Schema, schemas: Schemas): Row {
  const text = schema.description ?? "";
  const [, before = text, usual = "", after = ""] = /^(.*?) ?Default: (.+?)(?:\. (.*)|\.)?$/u.exec(text) ?? [];
  const meaning = [before, after].filter(Boolean).join(" ");
  return { key, type: typeOf(schema, from, schemas), fallback: isRequired ? "*must be set*" : usual, meaning };
}

function typeOf(schema: Schema, from: string, schemas: Schemas): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if (schema.items !== undefined) {
    const item = followed({ schema: schema.items, from }, schemas);
    return `list of: ${typeOf(item.schema, item.from, schemas)}`;
  }
  if (schema.properties !== undefined) return "object";
  if (typeof schema.additionalProperties === "object") return "object, keys of your own";
  if (schema.title !== undefined) return schema.title.replace(/: .*$/u, "");
  if (schema.type === "integer" && schema.maximum !== undefined) return `a number, ${schema.minimum ?? 0} to ${schema.maximum}`;
  return words[[schema.type].flat().join(" ")] ?? "";
}

const words: Readonly<Record<string, string>> = { boolean: "`true` or `false`", object: "object", string: "text", integer: "a number" };
