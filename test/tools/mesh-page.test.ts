import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCharts } from "../../src/adapters/charts/index.ts";
import { load } from "../../src/load/index.ts";
import { study } from "../../src/pipeline.ts";
import { meshPage } from "../../src/tools/mesh-page.ts";
import { rowsOf } from "../../src/tools/schema-rows.ts";
import { lightEngine } from "../support/charts.ts";
import { treeOf } from "../support/tree.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "examples/reference");
const page = meshPage(root);
const charts = { fetch: createCharts().fetch, engine: lightEngine };

/** A whole mesh repository: what is no mesh document goes beside the smallest one. */
function repositoryOf(file: string): Readonly<Record<string, string>> {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return /^(?:isthmus\.lock|acceptances\.yaml)$/u.test(file)
    ? { "mesh.yaml": read("smallest.yaml"), [file]: read(file) }
    : { "mesh.yaml": read(file) };
}

const examples = readdirSync(folder);
/** Their charts are somewhere else: only the documents are judged. */
const elsewhere = ["charts-repository.yaml", "charts-oci.yaml", "charts-path.yaml"];

describe("the examples of docs/mesh.md", () => {
  it("are all on the page", () => {
    for (const file of examples) expect(page).toContain(`](../examples/reference/${file})`);
  });

  it.each(examples)("%s loads without an error or a warning", (file) => {
    const { mesh, findings } = load(treeOf(repositoryOf(file)));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(mesh?.clusters.length).toBeGreaterThan(0);
  });

  it.each(examples.filter((file) => !elsewhere.includes(file)))("%s is a mesh that no rule has an error for", async (file) => {
    const files = { read: () => Promise.resolve(treeOf(repositoryOf(file))) };
    const head = { kind: "commit", revision: "head" } as const;
    const world = { files, charts };
    const { findings, problems } = await study(world, { head, base: undefined, at: 0, clusters: [] });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe("rowsOf", () => {
  const schema = (text: string) => ({ properties: { key: { type: "boolean", description: text } }, required: [] });

  it("takes the default out of what is said, wherever it stands", () => {
    expect(rowsOf(schema("What it is. Default: cluster.local. More of it."), "a", new Map())).toEqual([
      { key: "key", type: "`true` or `false`", fallback: "cluster.local", meaning: "What it is. More of it." },
    ]);
    expect(rowsOf(schema("What it is. Default: none."), "a", new Map())[0]).toMatchObject({ fallback: "none", meaning: "What it is." });
    expect(rowsOf({ ...schema("What it is."), required: ["key"] }, "a", new Map())[0]).toMatchObject({ fallback: "*must be set*" });
  });

  it("refuses a key that nothing is said about", () => {
    expect(() => rowsOf(schema(""), "a.schema.json", new Map())).toThrow("a.schema.json: `key` has no description");
  });
});
