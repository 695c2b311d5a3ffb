import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalText } from "../../src/catalog/normal-form.ts";
import { diff } from "../../src/diff/index.ts";
import type { Desired } from "../../src/model/desired.ts";
import { canonical, isList, isObject, type Json, type JsonObject } from "../../src/model/json.ts";
import { idOf, type Manifest } from "../../src/model/manifest.ts";
import { desired } from "../support/desired.ts";
import { sourceAt } from "../support/study.ts";

/** Objects of kinds whose lists and defaults the catalogue knows, small enough that edits meet. */
const word = fc.constantFrom("a", "b", "c", "5s", "5000ms", "60s", "1m", "1", "1000m", "TCP", "UDP");
const port = fc.record(
  { name: word, port: fc.integer({ min: 80, max: 82 }), protocol: fc.constantFrom("TCP", "UDP") },
  { requiredKeys: ["port"] },
);
const container = fc.record(
  {
    name: word,
    env: fc.array(fc.record({ name: word, value: word }), { maxLength: 3 }),
    resources: fc.record({ limits: fc.record({ cpu: fc.constantFrom<Json>("1", "1000m", 1, "500m", "0.5") }) }),
    ports: fc.array(
      fc.record({ containerPort: fc.integer({ min: 1, max: 2 }), protocol: fc.constant("TCP") }, { requiredKeys: ["containerPort"] }),
      {
        maxLength: 2,
      },
    ),
    args: fc.array(word, { maxLength: 3 }),
  },
  { requiredKeys: ["name"] },
);
const destination = fc.record({ host: word, subset: word }, { requiredKeys: ["host"] });
const route = fc.record({ destination, weight: fc.integer({ min: 0, max: 2 }) }, { requiredKeys: ["destination"] });
const http = fc.record({ name: word, timeout: word, route: fc.array(route, { maxLength: 3 }) }, { requiredKeys: [] });
const spec: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({
    kind: fc.constant("Service"),
    apiVersion: fc.constant("v1"),
    spec: fc.record({ type: fc.constantFrom("ClusterIP", "None"), ports: fc.array(port, { maxLength: 3 }) }, { requiredKeys: [] }),
  }),
  fc.record({
    kind: fc.constant("Deployment"),
    apiVersion: fc.constant("apps/v1"),
    spec: fc.record({ template: fc.record({ spec: fc.record({ containers: fc.array(container, { maxLength: 3 }) }) }) }),
  }),
  fc.record({
    kind: fc.constant("VirtualService"),
    apiVersion: fc.constant("networking.istio.io/v1"),
    spec: fc.record({ hosts: fc.array(word, { maxLength: 3 }), http: fc.array(http, { maxLength: 3 }) }),
  }),
  fc.record({
    kind: fc.constant("Anything"),
    apiVersion: fc.constant("example.com/v1"),
    spec: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
  }),
);

function manifest(object: JsonObject): Manifest {
  const whole = { ...object, metadata: { name: "x", namespace: "shop" } };
  return { id: idOf(whole), object: whole, origin: { kind: "config", source: sourceAt("config/all/x.yaml") }, stage: "config" };
}

/** Two states of one object; half the time the second is the first with its lists turned round. */
const states = fc
  .tuple(spec, spec, fc.boolean())
  .map(([one, other, turn]) => [one, turn || one["kind"] !== other["kind"] ? turned(one) : other] as const);

function turned(value: JsonObject): JsonObject {
  const result = turn(value);
  return isObject(result) ? result : {};
}

describe("diff, for random objects", () => {
  it("finds nothing between a state and itself", () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 5 }), (objects) => {
        const state = () => desired({ east: objects.map(manifest), west: objects.map((object) => manifest(structuredClone(object))) });
        expect(diff(state(), state()).changes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("finds nothing exactly where the normal forms are equal", () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const found = diff(desired({ east: [manifest(after)] }), desired({ east: [manifest(before)] })).changes;
        expect(found.length === 0).toBe(normalText(manifest(before)) === normalText(manifest(after)));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not care in which order objects, clusters and keys are listed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spec, spec), { maxLength: 4 }), (pairs) => {
        const side = (pick: 0 | 1) => pairs.map((pair, index) => named(pair[pick], index));
        const base = desired({ east: side(0), west: side(0) });
        const head = desired({ east: side(1), west: side(1) });
        expect(plain(reversed(base), reversed(head))).toBe(plain(base, head));
      }),
      { numRuns: 200 },
    );
  });

  it("says the same of a class in symbols as of its members one by one", () => {
    fc.assert(
      fc.property(states, fc.constantFrom("a", "b", "hosts"), ([before, after], value) => {
        const symbol = "⟨cluster⟩";
        const inSymbols = (object: JsonObject) =>
          manifest(JSON.parse(JSON.stringify(object).replaceAll(`"value":"${value}"`, `"value":"${symbol}"`)) as JsonObject);
        const members = ["c-one", "c-two"];
        const symbols = new Map(members.map((name) => [name, new Map([[symbol, name]])]));
        const together = (object: JsonObject): Desired => ({
          ...desired({}),
          classes: [{ members, manifests: [inSymbols(object)], symbols, releases: [], gaps: [] }],
        });
        const alone = (object: JsonObject): Desired =>
          desired(
            Object.fromEntries(
              members.map((name) => [
                name,
                [manifest(JSON.parse(JSON.stringify(inSymbols(object).object).replaceAll(symbol, name)) as JsonObject)],
              ]),
            ),
          );
        expect(outline(diff(together(after), together(before)).changes)).toEqual(outline(diff(alone(after), alone(before)).changes));
      }),
      { numRuns: 300 },
    );
  });
});

/** One of several objects. */
const named = (object: JsonObject, index: number): Manifest => {
  const { object: whole, ...rest } = manifest(object);
  const own = { ...whole, metadata: { name: `x${index}`, namespace: "shop" } };
  return { ...rest, id: idOf(own), object: own };
};

/** Changes as plain text. */
const plain = (base: Desired, head: Desired) => canonical(JSON.parse(JSON.stringify(diff(head, base).changes)) as Json);

const reversed = (state: Desired): Desired => ({
  ...state,
  classes: [...state.classes].reverse().map((owner) => ({ ...owner, manifests: [...owner.manifests].reverse() })),
});

const outline = (state: readonly { clusters: readonly string[]; kind: string; fields: readonly { path: string }[] }[]) =>
  state.map(({ clusters, kind, fields }) => ({ clusters, kind, paths: fields.map(({ path }) => path) }));

const turn = (inner: Json): Json => {
  if (isList(inner)) return [...inner].reverse().map(turn);
  if (!isObject(inner)) return inner;
  return Object.fromEntries(
    Object.entries(inner)
      .reverse()
      .map(([key, entry]) => [key, turn(entry ?? null)]),
  );
};
