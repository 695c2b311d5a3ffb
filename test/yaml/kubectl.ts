import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What kubectl makes of one file: the objects in it, or that it refuses the file. */
export interface Answer {
  readonly name: string;
  readonly text: string;
  /** Objects read before an error count too: kubectl prints them and then fails. */
  readonly objects: readonly unknown[];
  /** kubectl's words, without the file's name; absent when it read the whole file. */
  readonly error?: string;
}

/**
 * Asks the real kubectl, offline: `annotate --local` decodes a file and prints the objects. All files are given in one call; each object's
 * `metadata.name` is replaced by the number of its file, which leads back from the output.
 */
export function askKubectl(kubectl: string, files: readonly { readonly name: string; readonly text: string }[]): readonly Answer[] {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-kubectl-"));
  try {
    for (const [index, file] of files.entries())
      writeFileSync(join(folder, `${index}.yaml`), file.text.replaceAll("probe", `probe-${index}`));
    const { output, errors } = run(kubectl, folder);
    const objects = parseStream(output) as { metadata: { name: string; annotations?: unknown } }[];
    return files.map((file, index) => {
      const own = objects.filter((object) => object.metadata.name === `probe-${index}`).map(asWritten);
      const error = errors.get(index);
      return { ...file, objects: own, ...(error === undefined ? {} : { error }) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(kubectl: string, folder: string): { output: string; errors: ReadonlyMap<number, string> } {
  const args = ["annotate", "--local", "-f", folder, "-o", "json", "asked=yes"];
  const options = { encoding: "utf8" as const, env: { ...process.env, HOME: folder }, maxBuffer: 64 * 1024 * 1024, stdio: "pipe" as const };
  try {
    return { output: execFileSync(kubectl, args, options), errors: new Map() };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    const found = [...stderr.matchAll(/([^\s"]*?)(\d+)\.yaml"?: ([^\n]*)/gu)].map((match) => [Number(match[2]), match[3] ?? ""] as const);
    return { output: stdout, errors: new Map(found) };
  }
}

/** kubectl prints one indented object after the other; each ends with a brace at the line's start. */
function parseStream(output: string): readonly unknown[] {
  const parts = output.split(/\n\}\n/u).filter((part) => part.trim() !== "");
  return parts.map((part) => JSON.parse(`${part}\n}`) as unknown);
}

function asWritten(object: { metadata: { name: string; annotations?: unknown } }): unknown {
  const { annotations: _, ...metadata } = object.metadata;
  return { ...object, metadata: { ...metadata, name: "probe" } };
}
