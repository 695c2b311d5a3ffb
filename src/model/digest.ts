import { createHash } from "node:crypto";

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** One digest over named digests, whatever the order they come in. A name and its digest cannot run into the next. */
export function digestOf(parts: Iterable<readonly [name: string, digest: string]>): string {
  const lines = [...parts].map(([name, digest]) => `${JSON.stringify(name)} ${digest}`).sort();
  return sha256(lines.join("\n"));
}
