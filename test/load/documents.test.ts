import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultTreeLimits, readTree } from "../../src/load/documents.ts";
import { textAt } from "../../src/model/json.ts";
import { isSealed } from "../../src/model/secret.ts";
import type { TreeEntry } from "../../src/model/tree.ts";

function file(path: string, text: string): TreeEntry {
  return { kind: "file", path, size: text.length, text };
}

function read(...entries: TreeEntry[]): ReturnType<typeof readTree> {
  return readTree({ commit: undefined, entries }, (path) => path.startsWith("config/"));
}

/** `rule line:column` of each finding. */
function rules(...entries: TreeEntry[]): readonly string[] {
  return read(...entries).findings.map((found) => `${found.rule} ${found.source?.line}:${found.source?.column}`);
}

describe("documents of a tree", () => {
  it("reads YAML and JSON with windows line ends, and nothing outside the folders asked for", () => {
    const { documents, findings } = read(
      file("config/all/a.yaml", "kind: A\r\nspec:\r\n  x: 1\r\n---\r\nkind: B\r\n"),
      file("config/all/b.json", '{"kind": "C",\n\t"spec": {"x": 1}}'),
      file("config/all/notes.md", "kind: D"),
      file("other/d.yaml", "kind: ["),
    );
    expect(documents.map(({ object }) => object)).toEqual([{ kind: "A", spec: { x: 1 } }, { kind: "B" }, { kind: "C", spec: { x: 1 } }]);
    expect(documents[2]?.source.place(["spec", "x"])).toEqual({ file: "config/all/b.json", line: 2, column: 16 });
    expect(findings).toEqual([]);
  });

  it("gives each item of a List a place of its own", () => {
    const { documents } = read(
      file("config/a.yaml", "apiVersion: v1\nkind: List\nitems:\n- kind: A\n  spec: {x: 1}\n- kind: List\n  items:\n  - kind: B\n"),
    );
    expect(documents.map(({ object }) => object["kind"])).toEqual(["A", "B"]);
    expect(documents[0]?.source.place(["spec", "x"])).toMatchObject({ line: 5, column: 13 });
    expect(documents[1]?.source.place(["gone"])).toMatchObject({ line: 8, column: 5 });
    expect(documents[1]?.source.line).toBe(8);
  });

  it("names what it does not read", () => {
    expect(
      read(
        { kind: "too-large", path: "config/a.yaml", size: 200_000_000, limit: 16_777_216 },
        { kind: "binary", path: "config/b.yaml", size: 10 },
        { kind: "symlink", path: "config/c.yaml", target: "../../../etc/passwd" },
        { kind: "symlink", path: "config/d.yaml", target: "all/d.yaml" },
        { kind: "symlink", path: "config/e.yaml", target: "/etc/passwd" },
        { kind: "submodule", path: "config/f" },
        { kind: "symlink", path: "elsewhere", target: "/" },
        // A link or a submodule in the place of a folder hides all of it.
        { kind: "symlink", path: "config", target: "../elsewhere" },
        { kind: "symlink", path: "config/all/shared", target: "../../v1.2" },
        file("config/g.yaml", "- a\n---\nhunter2\n---\n"),
      ).findings.map((found) => found.message),
    ).toEqual([
      "config/a.yaml has 190.8 MB; files above 16 MB are not read.",
      "config/b.yaml is not UTF-8 text (10 bytes), so it was not read.",
      "config/c.yaml is a symbolic link to ../../../etc/passwd, outside the repository; links are not followed.",
      "config/d.yaml is a symbolic link to all/d.yaml; links are not followed.",
      "config/e.yaml is a symbolic link to /etc/passwd, outside the repository; links are not followed.",
      "config/f is a submodule; its files are not read.",
      "config is a symbolic link to ../elsewhere, outside the repository; links are not followed.",
      "config/all/shared is a symbolic link to ../../v1.2; links are not followed.",
      "This document is a list, not an object.",
      "This document is a single value, not an object.",
    ]);
  });

  it("finds keys and kubeconfigs in files that nobody reads for the mesh, as errors; in charts keys may be examples", () => {
    const key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIcanaryKEYcanaryKEYcanary=\n-----END EC PRIVATE KEY-----\n";
    const users = (credential: string) => `apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- name: u\n  user:\n    ${credential}\n`;
    const found = read(
      file("charts/istiod/Chart.yaml", "name: istiod\n"),
      file("charts/istiod/tests/key.pem", key),
      file("keys/root.pem", key),
      file("kubeconfig", users("token: plantedplantedplanted")),
      file("prod.kubeconfig", users("client-key-data: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JR0hBZ0VBTUJNR0J5cUdTTTQ5")),
      // What may be there: a credential plugin asks for a credential each time.
      file("plugin.kubeconfig", users("exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}")),
    ).findings;
    expect(found.map(({ rule, severity, source }) => `${severity} ${rule} ${source?.file}:${source?.line}`)).toEqual([
      "warning private-key-in-repository charts/istiod/tests/key.pem:1",
      "error private-key-in-repository keys/root.pem:1",
      "error kubeconfig-in-repository kubeconfig:7",
      "error kubeconfig-in-repository prod.kubeconfig:7",
    ]);
    expect(JSON.stringify(found)).not.toMatch(/planted|LS0t/u);
  });

  it("stops at its limits and says which", () => {
    const limits = { ...defaultTreeLimits, documents: 2, characters: 50 };
    const entries = [file("config/a.yaml", "kind: A\n---\nkind: B\n---\nkind: C\n---\nkind: D\n"), file("config/b.yaml", "#".repeat(51))];
    const { documents, findings } = readTree({ commit: undefined, entries }, () => true, limits);
    expect(documents).toHaveLength(2);
    expect(findings.map((found) => found.message)).toEqual([
      "The repository holds more than 2 documents; those from here on are not read.",
      "config/b.yaml has 51 bytes; files above 50 bytes are not read.",
    ]);
  });

  it("stops at what the files of a tree may cost together, and names those it did not read", () => {
    const entries = [file("config/a.yaml", "a: [1, 2]\n"), file("config/b.yaml", "b: 1\n"), file("config/c.yaml", "c: 1\n")];
    const limits = { ...defaultTreeLimits, entries: 3 };
    const { documents, findings, dropped } = readTree({ commit: undefined, entries }, () => true, limits);
    expect(documents.map(({ object }) => object)).toEqual([{ a: [1, 2] }]);
    expect(dropped).toEqual(["config/b.yaml", "config/c.yaml"]);
    expect(findings.map((found) => `${found.source?.file} ${found.message}`)).toEqual([
      "config/b.yaml The repository holds more than 3 entries (lines, list items, keys in brackets); it was not read from here on.",
    ]);
  });

  it("stops at values that the aliases of a tree stand for", () => {
    const text = "a: &a [1, 2, 3]\nb: *a\n";
    const entries = [file("config/a.yaml", text), file("config/b.yaml", text)];
    const { documents, findings, dropped } = readTree({ commit: undefined, entries }, () => true, { ...defaultTreeLimits, expanded: 4 });
    expect([documents.length, dropped, findings.map(({ rule }) => rule)]).toEqual([1, ["config/b.yaml"], ["too-many-aliases"]]);
  });

  it("reports what Kubernetes reads without a word, where it changed the meaning", () => {
    expect(
      rules(
        file(
          "config/a.yaml",
          [
            "kind: VirtualService",
            "metadata:",
            "  labels: {version: 1.20, on: x, safe: no}",
            "  annotations: {a: 1e3, b: '1.20'}",
            "spec:",
            "  hosts: [no, a]",
            "  http:",
            "  - match: [{headers: {x: {exact: yes}}}]",
            "    mode: 0644",
            "    enabled: yes",
            "    delay: 1.50",
            "    weight: 010",
            "    weight: 20",
            "    id: 9007199254740993",
          ].join("\n"),
        ),
      ),
    ).toEqual([
      "float-like-version 3:21",
      "yaml-1-1-boolean 3:27",
      "yaml-1-1-boolean 3:40",
      "float-like-version 4:20",
      "yaml-1-1-boolean 6:11",
      "yaml-1-1-boolean 8:35",
      "octal-number 12:13",
      "duplicate-key 13:5",
      "inexact-number 14:9",
    ]);
  });

  it("says nothing about YAML that means what it says", () => {
    const text =
      "kind: DestinationRule\nmetadata: {name: a, labels: {v: 'yes'}}\nspec:\n  base: &b {x: 1.0, y1: true}\n  other: {<<: *b, x: 2.50, z: off}\n  ports: [1.0]\n  defaultMode: 0755\n";
    expect(rules(file("config/a.yaml", text))).toEqual([]);
  });

  it("keeps what can be read of a broken file", () => {
    const { documents } = read(file("config/a.yaml", "kind: A\n---\nkind: [\n---\nkind: B\n...\nkind: C\n"));
    expect(documents.map(({ object }) => object["kind"])).toEqual(["A", "B"]);
    expect(rules(file("config/a.yaml", "kind: A\n---\nkind: [\n---\nkind: B\n...\nkind: C\n"))).toEqual([
      "yaml-syntax 4:1",
      "ignored-document 7:1",
    ]);
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              "kind: Secret\n",
              "data:\n",
              "  a: b\n",
              "---\n",
              "items:\n- ",
              "kind: List\n",
              "-----BEGIN PRIVATE KEY-----",
              "eyJ",
              "{",
              "users: [{user: {token: x}}]\n",
              "kind: Config\n",
            ),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          expect(() => read(file("config/a.yaml", parts.join("")))).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it("leaves a value sealed that is sealed", () => {
    const [document] = read(file("config/a.yaml", "kind: Secret\nstringData: {a: hunter2}\n")).documents;
    expect(isSealed(textAt(document?.object, "stringData", "a") ?? "")).toBe(true);
  });
});
