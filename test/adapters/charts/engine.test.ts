import { describe, expect, it } from "vitest";
import { startEngine } from "../../../src/adapters/charts/engine.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { chartOf, releaseOf } from "./chart-of.ts";

/** What a template can reach in the sandbox, and how a run ends that would not end by itself. */

const engine = await startEngine();
const impatient = await startEngine({ renderMs: 1000, chartMs: 60_000 });

function render(template: string, { files = {}, values = {} }: { files?: Record<string, string>; values?: JsonObject } = {}) {
  return engine.render(releaseOf(chartOf({ "values.yaml": "a: 1\nb: { c: 2 }\n", "templates/t.yaml": template, ...files }), values));
}

function textOf(template: string, more?: Parameters<typeof render>[1]): string | undefined {
  const rendering = render(template, more);
  return rendering.kind === "rendered" ? rendering.templates.get("templates/t.yaml") : `failed: ${rendering.message}`;
}

describe("a chart that stays just below the limit of one render", () => {
  it("is refused for good once its slow renders add up", async () => {
    const patient = await startEngine({ renderMs: 6000, chartMs: 5500 });
    const slow = chartOf({ "templates/t.yaml": "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}" });
    expect(patient.render(releaseOf(slow, {}))).toMatchObject({ kind: "failed", message: "rendering took longer than 6 seconds" });
    expect(patient.render(releaseOf(slow, { a: 1 }))).toMatchObject({
      message: "the renders of this chart took longer than 5.5 seconds in all",
    });
    expect(patient.render(releaseOf(chartOf({ "templates/t.yaml": "a: 1" }), {})).kind).toBe("rendered");
  });
});

describe("the world outside", () => {
  it.each([
    ["the clock stands still", "{{ now | unixEpoch }}", "0"],
    ["no host is looked up", 'x{{ getHostByName "localhost" }}', "x"],
    ["no cluster is asked", '{{ lookup "v1" "Secret" "" "" | len }}', "0"],
    ["no file is read", '{{ .Files.Get "/etc/passwd" | len }}', "0"],
    ["there is no environment", '{{ env "HOME" }}', 'failed: function "env" not defined'],
  ])("%s", (_, template, expected) => {
    expect(textOf(template)).toBe(expected);
  });

  it.each([
    "randAlphaNum 5",
    "randInt 1 9",
    'shuffle "abc"',
    "uuidv4",
    '(genCA "a" 5).Cert',
    'genPrivateKey "ecdsa"',
    'htpasswd "a" "b"',
    'bcrypt "a"',
    'encryptAES "k" "t"',
  ])("%s is refused: it could be predicted", (call) => {
    expect(textOf(`{{ ${call} }}`)).toMatch(/there is no randomness here/u);
  });

  it("the order of a table is the same in every process", () => {
    const table = "{{ $t := dict }}{{ range until 40 }}{{ $_ := set $t (print .) . }}{{ end }}";
    const sorted = [...Array(40).keys()].map(String).sort();
    expect(textOf(`${table}{{ keys $t | join "," }}`)).toBe(sorted.join(","));
    expect(textOf(`${table}{{ values $t | join "," }}`)).toBe(sorted.join(","));
  });
});

describe("a run that would not end", () => {
  it.each(["{{ range 1000000000000 }}{{ end }}", "{{ range $i := 1000000000000 }}{{ $i }}{{ end }}"])("%s is ended", (template) => {
    const rendering = impatient.render(releaseOf(chartOf({ "templates/t.yaml": template }), {}));
    expect(rendering).toMatchObject({ kind: "failed", message: "rendering took longer than 1 seconds" });
  });

  it.each([
    ["a large list", "{{ range until 2000000000 }}{{ end }}", /more memory/u],
    ["a long text", '{{ repeat 2000000000 "x" }}', /more memory/u],
    ["a text that doubles", '{{ $x := "0123456789" }}{{ range 40 }}{{ $x = print $x $x }}{{ end }}', /more memory/u],
    ["include calls itself", '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}', /nested reference name/u],
    ["template calls itself", '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}', /template depth/u],
    ["tpl calls itself", '{{ define "a" }}{{ tpl "{{ include \\"a\\" . }}" . }}{{ end }}{{ include "a" . }}', /./u],
  ])("%s fails, and the next render works", (_, template, message) => {
    const rendering = render(template);
    expect(rendering).toMatchObject({ kind: "failed", message: expect.stringMatching(message) });
    expect(textOf("{{ .Values.a }}")).toBe("1");
  });
});

describe("what a failure says", () => {
  it.each([
    ["{{ .Values.q.c.d }}", { line: 1, value: ".Values.q.c.d", message: "nil pointer evaluating interface {}.c" }],
    ['a: 1\n{{ required "say where" .Values.zone }}', { line: 2, value: ".Values.zone", message: "say where" }],
    ["{{ .Values.a | nosuch }}", { line: 1, value: ".Values.a", message: 'function "nosuch" not defined' }],
    ["\n\n{{ if }}", { line: 3, value: undefined, message: "missing value for if" }],
    ['{{ include "nosuch" . }}', { line: 1, value: undefined }],
    ['{{ tpl "{{ .Values.q.r }}" . }}', { line: 1, value: ".Values.q.r", message: "nil pointer evaluating interface {}.r" }],
    ["{{ index (list 1) 7 }}", { line: 1, value: undefined, message: "error calling index: index out of range: 7" }],
  ])("%j", (template, expected) => {
    expect(render(template)).toMatchObject({ kind: "failed", template: "templates/t.yaml", ...expected });
  });

  it("names the partial in which it happened", () => {
    const files = { "templates/_h.tpl": '{{ define "h" }}\n{{ .Values.q.c }}{{ end }}' };
    expect(render('{{ include "h" . }}', { files })).toMatchObject({ template: "templates/_h.tpl", line: 2, value: ".Values.q.c" });
  });

  it("names the value that a schema refuses", () => {
    const files = { "values.schema.json": '{"properties":{"b":{"properties":{"c":{"type":"string"}}}}}' };
    expect(render("{{ .Values.b.c }}", { files })).toMatchObject({ kind: "failed", template: undefined, value: ".Values.b.c" });
    expect(textOf("{{ .Values.b.c }}", { files, values: { b: { c: "x" } } })).toBe("x");
  });

  it("says what a schema refuses in the same order each time", () => {
    const files = {
      "values.schema.json": JSON.stringify({
        additionalProperties: false,
        properties: { a: { type: "string" }, b: { type: "object", properties: { c: { type: "boolean" } } } },
      }),
    };
    const said = new Set(
      [...Array(12)].map(() => {
        const rendering = render("x", { files, values: { y: 1, x: 2, z: 3 } });
        return rendering.kind === "failed" && rendering.message;
      }),
    );
    expect([...said]).toEqual([
      "the chart's schema refuses the values: .Values: additional properties 'x', 'y', 'z' not allowed; " +
        ".Values.a: got number, want string; .Values.b.c: got number, want boolean",
    ]);
  });
});

describe("charts as helm reads them", () => {
  it("notes, partials and empty templates are no output", () => {
    const files = { "templates/NOTES.txt": "hello", "templates/_h.tpl": "x: 1", "templates/empty.yaml": "{{/* */}}\n" };
    const rendering = render("a: 1", { files });
    expect(rendering.kind === "rendered" && [...rendering.templates]).toEqual([["templates/t.yaml", "a: 1"]]);
  });

  it("a subchart has its own values, the parent's words for it, and the globals", () => {
    const files = {
      "values.yaml": "global: { g: 1 }\nsub: { a: parent }\n",
      "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
      "charts/sub/values.yaml": "a: own\nb: own\n",
      "charts/sub/templates/s.yaml": "{{ .Values.a }} {{ .Values.b }} {{ .Values.global.g }}",
    };
    const rendering = render("x", { files });
    expect(rendering.kind === "rendered" && rendering.templates.get("charts/sub/templates/s.yaml")).toBe("parent own 1");
  });

  it("a condition switches a subchart off for one release and on for the next", () => {
    const chart = chartOf({
      "Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\ndependencies: [{ name: sub, version: 1.x.x, condition: sub.enabled }]\n",
      "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
      "charts/sub/templates/s.yaml": "s",
    });
    const sizes = [false, true, false].map((enabled) => {
      const rendering = engine.render(releaseOf(chart, { sub: { enabled } }));
      return rendering.kind === "rendered" ? rendering.templates.size : rendering.message;
    });
    expect(sizes).toEqual([0, 1, 0]);
  });

  it.each([
    ["is a library", "apiVersion: v2\nname: x\nversion: 1.0.0\ntype: library\n", /not installable/u],
    [
      "wants another Kubernetes",
      "apiVersion: v2\nname: x\nversion: 1.0.0\nkubeVersion: '>=1.40.0'\n",
      /incompatible with Kubernetes v1\.35\.0/u,
    ],
    [
      "lacks a dependency",
      "apiVersion: v2\nname: x\nversion: 1.0.0\ndependencies: [{ name: q, version: 1.x }]\n",
      /missing in charts\/ directory: q/u,
    ],
    ["has a broken Chart.yaml", "name: [\n", /cannot load Chart\.yaml/u],
  ])("a chart that %s is refused", (_, manifest, message) => {
    expect(render("x", { files: { "Chart.yaml": manifest } })).toMatchObject({ kind: "failed", message: expect.stringMatching(message) });
  });

  it("a template that changes its values does not change those of the next release", () => {
    const chart = chartOf({ "values.yaml": "b: { c: 2 }\n", "templates/t.yaml": '{{ .Values.b.c }}{{ $_ := set .Values.b "c" 3 }}' });
    const texts = [1, 2].map(() => {
      const rendering = engine.render(releaseOf(chart, {}));
      return rendering.kind === "rendered" && rendering.templates.get("templates/t.yaml");
    });
    expect(texts).toEqual(["2", "2"]);
  });

  it("a remembered document that a template changes is whole the next time", () => {
    const long = `{a: ${"x".repeat(2000)}}`;
    const twice =
      '{{ $one := .Files.Get "f.yaml" | fromYaml }}{{ $_ := set $one "a" "changed" }}{{ (.Files.Get "f.yaml" | fromYaml).a | len }}';
    expect(textOf(twice, { files: { "f.yaml": long } })).toBe("2000");
  });
});
