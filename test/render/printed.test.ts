import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { objectsPrinted } from "../../src/render/printed.ts";
import { helm3, helm4 } from "../support/binaries.ts";

/** What a chart may print: what Helm takes, and nothing that it refuses. */

const cases: Readonly<Record<string, "taken" | RegExp>> = {
  "kind: A": "taken",
  "a: 1": "taken",
  "": "taken",
  "# nothing": "taken",
  "kind: A\n---\n# nothing\n---\nkind: B": "taken",
  "kind: A\nmetadata:": "taken",
  "kind: A\nmetadata: {name: }": "taken",
  "kind: A\nmetadata: {annotations: }": "taken",
  "kind: A\nmetadata: {labels: {a: 1}, annotations: {a: x}}": "taken",
  "kind: A\nmetadata: {annotations: {a: null}}": "taken",
  "12": /a document that is no object/u,
  "- kind: A": /a document that is no object/u,
  "kind: A\n---\ntext": /a document that is no object/u,
  "kind: 1": "taken",
  "kind: yes": "taken",
  "kind: {a: b}": /whose kind is no text/u,
  "apiVersion: 1.0": "taken",
  "apiVersion: [v1]": /whose apiVersion is no text/u,
  "kind: A\nmetadata: text": /whose metadata is no mapping/u,
  "kind: A\nmetadata: [a]": /whose metadata is no mapping/u,
  "kind: A\nmetadata: {name: 5}": "taken",
  "kind: A\nmetadata: {name: {}}": /whose metadata\.name is no text/u,
  "kind: A\nmetadata: {annotations: [a]}": /whose annotations are no mapping/u,
  "kind: A\nmetadata: {annotations: {a: x, b: true}}": "taken",
  "kind: A\nmetadata: {annotations: {a: x, b: {c: d}}}": /whose annotation b is no text/u,
  "kind: [A": /it printed no YAML/u,
};

const scratch = mkdtempSync(join(tmpdir(), "isthmus-printed-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("what a chart printed", () => {
  it.each(Object.entries(cases))("%j", (text, expected) => {
    const read = objectsPrinted("templates/t.yaml", text);
    if (expected === "taken") expect(read.kind).toBe("printed");
    else expect(read).toMatchObject({ kind: "failed", template: "templates/t.yaml", message: expect.stringMatching(expected) });
  });

  const helms = [["helm 4", helm4()] as const, ["helm 3", helm3()] as const];
  for (const [name, helm] of helms) {
    it.skipIf(helm === undefined)(`is judged as ${name} judges it (skipped where there is none)`, () => {
      const judged = Object.keys(cases).map((text, index) => [text, taken(helm ?? "", text, join(scratch, `${name}-${index}`))]);
      expect(judged).toEqual(Object.entries(cases).map(([text, expected]) => [text, expected === "taken"]));
    });
  }
});

function taken(helm: string, text: string, folder: string): boolean {
  mkdirSync(join(folder, "templates"), { recursive: true });
  writeFileSync(join(folder, "Chart.yaml"), "apiVersion: v2\nname: x\nversion: 1.0.0\n");
  writeFileSync(join(folder, "templates", "t.yaml"), text);
  try {
    execFileSync(helm, ["template", "x", folder], { stdio: "pipe", env: { HOME: scratch } });
    return true;
  } catch {
    // Its words are another matter; that it refuses is what counts.
    return false;
  }
}
