import { loadAll } from "js-yaml";
import { load } from "../../load/index.ts";
import type { TreeEntry } from "../../model/tree.ts";
import { meshRepository } from "./mesh.ts";

/**
 * Loads a mesh repository of 10 MB, asks for the place of every object, and prints how long that took; with `peer`, js-yaml's `loadAll`, which gives values
 * without places. One of them in a process, so that neither starts with the other's warm code or garbage. Reading files is not in it.
 */

const files = meshRepository({ primaries: 3, remotesPerPrimary: 0, configObjects: 34_000 });
// As they come from Git: a text that was put together from pieces would be joined by whoever reads it first.
const entries = [...files].map(([path, text]): Extract<TreeEntry, { kind: "file" }> => {
  const bytes = Buffer.from(text);
  return { kind: "file", path, size: bytes.length, text: bytes.toString("utf8") };
});
entries.sort((a, b) => (a.path < b.path ? -1 : 1));

const started = performance.now();
const lines = process.argv[2] === "peer" ? 0 : loaded();
if (process.argv[2] === "peer") for (const { text } of entries) loadAll(text);
const ms = performance.now() - started;
console.log(JSON.stringify({ megabytes: entries.reduce((sum, { size }) => sum + size, 0) / 1e6, ms, lines }));

/** The sum of all lines on which objects begin: "with positions" is true of what is measured. */
function loaded(): number {
  const repository = load({ commit: undefined, entries });
  if (repository.mesh === undefined) throw new Error(`the generated mesh does not load: ${repository.findings[0]?.message}`);
  const objects = [...repository.config.values()].flat();
  return objects.reduce((sum, { origin }) => sum + (origin.kind === "config" ? origin.source.place([]).line : 0), 0);
}
