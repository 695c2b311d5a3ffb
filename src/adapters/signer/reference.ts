import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { problem } from "../../catalog/problem.ts";
import type { Json } from "../../model/json.ts";
import { textAt } from "../../model/json.ts";
import { Secret } from "../../model/secret.ts";

/** Where references lead: the environment, and the folder that relative paths start at. */
export interface Places {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

const largest = 1 << 20;

/** What `{ env: NAME }` or `{ file: PATH }` names. `what` says what it should be. @throws Problem `signer-unavailable` */
export async function readReference(reference: Json | undefined, what: string, places: Places): Promise<Secret> {
  const name = textAt(reference, "env");
  const file = textAt(reference, "file");
  if (name !== undefined) return fromEnvironment(name, what, places);
  if (file !== undefined) return fromFile(file, what, places);
  throw problem("signer-unavailable", { why: `the document does not say where ${what} is` });
}

function fromEnvironment(name: string, what: string, { env }: Places): Secret {
  const value = env[name];
  if (value === undefined || value.trim() === "") {
    throw problem("signer-unavailable", { why: `the variable ${name}, which should hold ${what}, is not set` });
  }
  // Variables often carry PEM with its line ends written out.
  return new Secret(value.replaceAll(String.raw`\n`, "\n"));
}

async function fromFile(file: string, what: string, { folder }: Places): Promise<Secret> {
  const text = await readFile(resolve(folder, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw problem("signer-unavailable", {
      why: `the file ${file}, which should hold ${what}, could not be read (${error.code ?? "unknown"})`,
    });
  });
  if (text.length > largest) throw problem("signer-unavailable", { why: `the file ${file} is too large to be ${what}` });
  return new Secret(text);
}
