import { loadAll } from "js-yaml";
import { load } from "../../load/index.ts";
import type { TreeEntry } from "../../model/tree.ts";
import { meshRepository } from "./mesh.ts";

/** Loads a mesh repository of about 10 MB and prints how long the stage took, and how long js-yaml takes for values alone: reading files is not in it. */

const files = meshRepository({ primaries: 3, remotesPerPrimary: 0, configObjects: 28_000 });
const entries: TreeEntry[] = [...files].map(([path, text]) => ({ kind: "file" as const, path, size: Buffer.byteLength(text), text }));
entries.sort((a, b) => (a.path < b.path ? -1 : 1));
const megabytes = [...files.values()].reduce((sum, text) => sum + text.length, 0) / 1e6;
const peerStarted = performance.now();
for (const text of files.values()) loadAll(text);
const peerMs = performance.now() - peerStarted;
const started = performance.now();
const repository = load({ commit: undefined, entries });
const ms = performance.now() - started;
if (repository.mesh === undefined) throw new Error(`the generated mesh does not load: ${repository.findings[0]?.message}`);
// A place of every object, so that "with positions" is true of what was measured.
const lines = [...repository.config.values()]
  .flat()
  .reduce((sum, { origin }) => sum + (origin.kind === "config" ? origin.source.place([]).line : 0), 0);
console.log(JSON.stringify({ megabytes, ms, peerMs, lines }));
