import { describe, expect, it } from "vitest";
import type { Path } from "../../src/model/json.ts";
import { defaultLimits, readDocuments, readValues, YamlError } from "../../src/yaml/index.ts";
import { spellings } from "./spellings.ts";

const text = `# a comment
kind: A
spec:
  hosts: [ a.example, "b.example" ]
  http:
  - name: canary
    "quoted key": 'x'
    body: |
      long
      text
  -
  - weight: 0755
---
base: &base
  port: 80
  list: [1, 2]
derived:
  <<: *base
  name: y
same: *base
empty:
*unknown
---
kind: B
kind: C
`;

function read(): ReturnType<typeof readDocuments> {
  return readDocuments("config/a.yaml", text.replace("*unknown\n", ""), defaultLimits);
}

function readsAs(spelling: string): boolean {
  return readDocuments("a.yaml", spelling).documents.length > 0;
}

function at(document: number, path: Path, of?: "key" | "value"): string {
  const place = read().documents[document]?.source.place(path, of);
  return `${place?.line}:${place?.column}`;
}

describe("places", () => {
  it("finds values and keys", () => {
    expect(at(0, ["kind"])).toBe("2:7");
    expect(at(0, ["kind"], "key")).toBe("2:1");
    expect(at(0, ["spec", "hosts", 1])).toBe("4:23");
    expect(at(0, ["spec", "http", 0, "quoted key"], "key")).toBe("7:5");
    expect(at(0, ["spec", "http", 0, "body"])).toBe("8:11");
    expect(at(0, ["spec", "http", 2, "weight"])).toBe("12:13");
  });

  it.each([
    "a: 1",
    "# x\n\n  # y\n  a: 1\n  b: 2\n",
    "--- # x\n- a\n",
    "-\n  a: 1\n",
    "--- \n\n[1,\n 2]\n",
    "{a: 1}\n...\n",
    "'a': 1\n---\n\n\"b\"\n---\n&x\nc: 1\n---\n!!map\nd: 1\n",
    "%YAML 1.1\n---\na: 1\n",
    "? a\n: 1\n",
    "\ufeffa: 1\n---\n\ufeffb: 2\n",
    "a: 1\r\n---\r\n\r\nb: 2\r\n",
    "---\n# nothing but this\n...\n---\na b\n c\n",
    '"a\n b"\n',
    ...spellings.filter(({ text }) => readsAs(text)).map(({ text }) => text),
    "-1\n---\n- - a\n",
  ])("begins a document where its parser begins it: %j", (file) => {
    const { documents } = readDocuments("a.yaml", file);
    expect(documents.length).toBeGreaterThan(0);
    // Asked for what is not there, a document is parsed and answers with where it begins.
    for (const { source } of documents) expect(source.place([])).toEqual(source.place(["not there"]));
  });

  it("points at what is nearest where a path leads nowhere", () => {
    expect(at(0, ["spec", "http", 0, "route", 3, "weight"])).toBe("6:5");
    expect(at(0, ["nothing"])).toBe("2:1");
    expect(at(0, ["spec", "http", 9])).toBe("6:3");
  });

  it("points through aliases and merges to where the value is written", () => {
    expect(at(1, ["derived", "port"])).toBe("15:9");
    expect(at(1, ["derived", "name"])).toBe("19:9");
    expect(at(1, ["same", "list", 1])).toBe("16:13");
  });

  it("points at the key of an empty value", () => {
    expect(at(1, ["empty"])).toBe("21:1");
  });

  it("counts documents and their first lines", () => {
    expect(read().documents.map((document) => [document.source.index, document.source.line, document.source.file])).toEqual([
      [0, 2, "config/a.yaml"],
      [1, 14, "config/a.yaml"],
      [2, 23, "config/a.yaml"],
    ]);
  });

  it("says where a key was written twice, and where first", () => {
    const [mistake] = read().mistakes.filter((entry) => entry.code === "duplicate-key");
    expect(mistake).toMatchObject({ facts: { key: "kind", first: 23 }, place: { line: 24, column: 1 }, document: 2, path: ["kind"] });
  });

  it("keeps the documents around a broken one", () => {
    const { documents, mistakes } = readDocuments("a.yaml", "a: 1\n---\nb: [\n---\nc: 3\n", defaultLimits);
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(mistakes.map((mistake) => [mistake.code, mistake.document, mistake.place.line])).toEqual([["syntax", 1, 4]]);
  });

  it("counts columns and lines with windows line ends and a byte order mark", () => {
    const { documents } = readDocuments("a.yaml", "\ufeffa: 1\r\nb:\r\n  c: 2\r\n", defaultLimits);
    expect(documents[0]?.source.place(["b", "c"])).toEqual({ file: "a.yaml", line: 3, column: 6 });
  });

  it("throws with line and column, and never quotes the text", () => {
    const error = thrown(() => readValues("ok: 1\n---\npassword: *hunter2\n"));
    expect(error).toMatchObject({ line: 3, column: 11 });
    const leaking = [
      "a: *hunter2\n",
      "a: !hunter2^ x\n",
      "a: !hunter2!x y\n",
      "%TAG !hunter2! x\n%TAG !hunter2! x\n---\na\n",
      'a: "hunter2\n',
      "hunter2\nb: 1\n",
      "a: !!int hunter2\n",
    ];
    for (const text of leaking) expect(String(thrown(() => readValues(text)).stack)).not.toContain("hunter2");
  });
});

function thrown(action: () => unknown): YamlError {
  try {
    action();
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
