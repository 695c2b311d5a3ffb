import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { editsBetween, editYaml, readValues, writeYaml } from "../../src/yaml/index.ts";

const file = `# The shop's routes, written by hand.
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: networking.istio.io/v1
kind: VirtualService   # one per Service
metadata:
    name: checkout
    labels: {team: "pay", tier: 'one'}
spec:
    hosts: [checkout, "checkout.shop"]
    http:
        # the long way
        - name: slow
          timeout: 5s      # agreed with pay
          route:
              - destination: { host: checkout, subset: v1 }
                weight: 0755

              # a tenth
              - destination:
                    host: checkout
                    subset: v2
                weight: 10
        - name: rest
          route: [{destination: {host: checkout}}]
    note: |
        two
        lines
`;

const document = (readValues(file)[1] ?? {}) as JsonObject;
const spec = document["spec"] as { readonly hosts: readonly Json[]; readonly http: readonly JsonObject[] };

function edited(to: Json): string {
  const result = editYaml(file, 1, editsBetween(document, to));
  if (result.kind === "refused") throw new Error(result.why);
  return result.text;
}

/** Lines of one text that the other does not have. */
function other(text: string): readonly string[] {
  const [old, now] = [file.split("\n"), text.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const [slow = {}, rest = {}] = spec.http;
const route = slow["route"] as readonly JsonObject[];
const withHttp = (http: readonly Json[], more: JsonObject = {}): Json => ({ ...document, spec: { ...spec, http, ...more } });

describe("an edit of a file", () => {
  it.each<readonly [string, Json, readonly string[]]>([
    [
      "a value keeps the comment behind it",
      withHttp([{ ...slow, timeout: "2s" }, rest]),
      ["-          timeout: 5s      # agreed with pay", "+          timeout: 2s      # agreed with pay"],
    ],
    [
      "a number in the spelling of old stays where it is",
      withHttp([{ ...slow, route: [route[0] ?? {}, { ...route[1], weight: 25 }] }, rest]),
      ["-                weight: 10", "+                weight: 25"],
    ],
    [
      "quotes stay quotes",
      { ...document, metadata: { name: "checkout", labels: { team: "ops", tier: "it's" } } },
      [`-    labels: {team: "pay", tier: 'one'}`, `+    labels: {team: "ops", tier: 'it''s'}`],
    ],
    [
      "a key comes below the others",
      withHttp([slow, { ...rest, retries: { attempts: 2, retryOn: "5xx" } }]),
      ["+          retries:", "+            attempts: 2", "+            retryOn: 5xx"],
    ],
    [
      "a key of a short map stays in its line",
      { ...document, metadata: { name: "checkout", labels: { team: "pay", tier: "one", "a/b": "c" } } },
      [`-    labels: {team: "pay", tier: 'one'}`, `+    labels: {team: "pay", tier: 'one', "a/b": "c"}`],
    ],
    [
      "a key that is gone takes its lines",
      withHttp([{ name: "slow", route: slow["route"] ?? [] }, rest]),
      ["-          timeout: 5s      # agreed with pay"],
    ],
    [
      "an entry of a list that is gone takes its lines, and no others",
      withHttp([{ ...slow, route: [route[0] ?? {}] }, rest]),
      [
        "-              - destination:",
        "-                    host: checkout",
        "-                    subset: v2",
        "-                weight: 10",
      ],
    ],
    [
      "a host more",
      { ...document, spec: { ...spec, hosts: [...spec.hosts, "pay"] } },
      [`-    hosts: [checkout, "checkout.shop"]`, `+    hosts: [checkout, "checkout.shop", "pay"]`],
    ],
    [
      "a text of several lines",
      withHttp(spec.http, { note: "one\ntwo\n" }),
      ["-        two", "-        lines", "+      one", "+      two"],
    ],
  ])("%s", (_, to, lines) => {
    const text = edited(to);
    expect(other(text)).toEqual(lines);
    expect(readValues(text)).toEqual([readValues(file)[0], to]);
  });

  it("keeps line ends and the mark of bytes", () => {
    const windows = `\uFEFF${file.replaceAll("\n", "\r\n")}`;
    const result = editYaml(windows, 1, editsBetween(document, withHttp([slow, { ...rest, timeout: "1s" }])));
    expect(result).toMatchObject({ kind: "edited" });
    if (result.kind === "edited") expect(result.text.replace("          timeout: 1s\r\n", "")).toBe(windows);
  });

  it.each([
    ["an anchor", "a: &x 1\nb: *x\n", { a: 2, b: 1 }],
    ["an alias", "a: &x {c: 1}\nb: *x\n", { a: { c: 1 }, b: { c: 2 } }],
    ["a merge", "a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n", { a: { c: 1 }, b: { d: 1 } }],
    ["a comment in what would go", "a:\n  # why\n  b: 1\n", { a: [1] }],
  ])("is not made where %s stands", (_, text, to) => {
    expect(editYaml(text, 0, editsBetween(readValues(text)[0] ?? null, to)).kind).toBe("refused");
  });
});

/** Values as they stand in configuration. */
const scalar = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom("5s", "0755", "yes", "a: b", "# no", "- x", "", "1.20", "two\nlines"),
);
const key = fc.constantFrom("name", "host", "weight", "a/b.c", "on", "x-y");
const { value: anything } = fc.letrec<{ value: Json; map: JsonObject }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, fc.array(tie("value"), { maxLength: 3 }), tie("map")),
  map: fc.dictionary(key, tie("value"), { maxKeys: 3 }),
}));
const mapping = fc.dictionary(key, anything, { minKeys: 1, maxKeys: 4 });
/** The manners of writing that are met most. */
const manners: readonly ((value: Json) => string)[] = [
  writeYaml,
  (value) => `${JSON.stringify(value)}\n`,
  (value) => writeYaml(value).replace(/^( *)(- )?([\w"]+:)/gmu, "$1$2$3"),
];

describe("any edit", () => {
  it("reads back as what was wanted, with the documents beside it byte by byte; or is not made", () => {
    let made = 0;
    fc.assert(
      fc.property(mapping, mapping, fc.constantFrom(...manners), (from, to, write) => {
        const [first, last] = ["# first\na:   1 # one\n---\n", "---\nz: [1,   2]\n"];
        const text = `${first}${write(from)}${last}`;
        const [, old] = readValues(text);
        const result = editYaml(text, 1, editsBetween(old ?? null, to));
        if (result.kind === "refused") return;
        made++;
        expect(result.text.startsWith(first) && result.text.endsWith(last)).toBe(true);
        expect(readValues(result.text)).toEqual([{ a: 1 }, to, { z: [1, 2] }]);
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(200);
  });
});
