import type { Chart, Engine, Release, Rendering } from "../model/chart.ts";
import { substituteIn } from "../model/desired.ts";
import { sha256 } from "../model/digest.ts";
import type { JsonObject } from "../model/json.ts";
import { canonical } from "../model/json.ts";
import type { Manifest, Stage } from "../model/manifest.ts";
import { byId, idOf } from "../model/manifest.ts";
import { meshLabel } from "./names.ts";
import { normalise, withLabel } from "./normalise.ts";
import { type Failed, objectsPrinted } from "./printed.ts";
import { filled, replaced, standInsFor } from "./stand-ins.ts";

/** A release whose chart is at hand; values may hold symbols and holes. */
export interface Order {
  readonly name: string;
  readonly namespace: string;
  readonly chart: Chart;
  readonly values: JsonObject;
  readonly kubeVersion: string;
  readonly stage: Stage;
}

/** What became of it. Symbols and holes are back in their places. */
export type Dish =
  | { readonly kind: "rendered"; readonly manifests: readonly Manifest[] }
  | { readonly kind: "failed"; readonly failure: Failed }
  /** Its texts do not follow their symbols: it has to be rendered for each cluster. */
  | { readonly kind: "uneven" };

/**
 * The steady state, where istiod owns the failure policy of its webhooks: rendered as an install, every apply would open them again (reference 1.1, T85).
 * On creation the API server's default, `Fail`, holds.
 */
export const isUpgrade = true;

/** What was cooked before. Handed to two renders it lets them share whatever releases they agree on: mostly all of them, when one is the base of the other. */
export interface Memory {
  /** By the hash of mesh and order. */
  readonly dishes: Map<string, Dish>;
  /** What a template of a release printed last: mostly it prints the same for the next cluster (every CRD does), whose objects are then these. */
  readonly pages: Map<string, Page>;
  /** Keys of dishes whose values hold something sealed: what was printed from them stays in this process. */
  readonly sealed: Set<string>;
}

/** What a template printed, and its objects. */
interface Page {
  readonly kind: "page";
  readonly text: string;
  readonly manifests: readonly Manifest[];
}

/** Nothing cooked yet. */
export function emptyMemory(): Memory {
  return { dishes: new Map(), pages: new Map(), sealed: new Set() };
}

/** Renders orders, each distinct one once as far as its memory goes. */
export class Cook {
  readonly #engine: Engine;
  readonly #mesh: string;
  readonly #memory: Memory;

  constructor(engine: Engine, mesh: string, memory: Memory = emptyMemory()) {
    this.#engine = engine;
    this.#mesh = mesh;
    this.#memory = memory;
  }

  cook(order: Order): Dish {
    const key = sha256(`${this.#mesh} ${orderKey(order)}`);
    const known = this.#memory.dishes.get(key);
    if (known !== undefined) return known;
    const dish = symbolsIn(order).length === 0 ? this.#plain(order) : this.#symbolic(order);
    this.#memory.dishes.set(key, dish);
    if (orderKey(order).includes("⟦secret ")) this.#memory.sealed.add(key);
    return dish;
  }

  #plain(order: Order): Dish {
    const standIns = standInsFor(order.values);
    const rendering = this.#engine.render({ ...releaseOf(order), values: filled(order.values, standIns) });
    return this.#served(order, rendering, backwards(standIns));
  }

  /** Twice, with sentinels of two kinds; only when swapping them turns one text into the other does the class follow by substitution. */
  #symbolic(order: Order): Dish {
    const standIns = standInsFor(order.values);
    const values = filled(order.values, standIns);
    const render = (sentinels: ReadonlyMap<string, string>) =>
      this.#engine.render({ ...releaseOf(order), values: substituteIn(values, sentinels) as JsonObject });
    const symbols = symbolsIn(order);
    const [first, second] = [sentinelsOf(symbols, "a"), sentinelsOf(symbols, "b")];
    const [one, other] = [render(first), render(second)];
    if (!followsSymbols(one, backwards(first), other, backwards(second))) return { kind: "uneven" };
    return this.#served(order, one, [...backwards(first), ...backwards(standIns)]);
  }

  #served(order: Order, rendering: Rendering, back: readonly (readonly [string, string])[]): Dish {
    if (rendering.kind === "failed") return { kind: "failed", failure: { ...rendering, message: replaced(rendering.message, back) } };
    const manifests: Manifest[] = [];
    for (const [template, text] of rendering.templates) {
      const read = this.#page(order, template, replaced(text, back));
      if (read.kind === "failed") return { kind: "failed", failure: read };
      manifests.push(...read.manifests);
    }
    return { kind: "rendered", manifests: manifests.sort(byId) };
  }

  #page(order: Order, template: string, text: string): Page | Failed {
    const { name, namespace, chart, stage } = order;
    // All that a manifest is made of beside the text.
    const key = JSON.stringify([this.#mesh, name, namespace, chart.name, chart.version, stage, template]);
    const before = this.#memory.pages.get(key);
    if (before?.text === text) return before;
    const read = objectsPrinted(template, text);
    if (read.kind === "failed") return read;
    const manifests = read.objects.map((object) => this.#manifest(order, template, object));
    const page: Page = { kind: "page", text, manifests };
    this.#memory.pages.set(key, page);
    return page;
  }

  #manifest({ name, namespace, chart, stage }: Order, template: string, raw: JsonObject): Manifest {
    const object = withLabel(normalise(raw, namespace), meshLabel, this.#mesh);
    const origin = { kind: "chart", release: name, chart: chart.name, version: chart.version, template } as const;
    return { id: idOf(object), object, origin, stage };
  }
}

const keys = new WeakMap<Order, string>();

/** One text per order: equal orders give equal objects. Asked for at several places, so it is kept with the order. */
export function orderKey(order: Order): string {
  const known = keys.get(order);
  if (known !== undefined) return known;
  const { name, namespace, chart, values, kubeVersion, stage } = order;
  const key = JSON.stringify([name, namespace, chart.digest, chart.version, kubeVersion, stage, canonical(values)]);
  keys.set(order, key);
  return key;
}

function releaseOf({ name, namespace, chart, values, kubeVersion }: Order): Release {
  return { name, namespace, chart, values, isUpgrade, kubeVersion };
}

/** Symbols in the values; a release's name and namespace never hold any. */
function symbolsIn(order: Order): readonly string[] {
  return [...new Set(canonical(order.values).match(/⟨[^⟩]*⟩/gu) ?? [])].sort();
}

/**
 * Plain names, as the values they stand for are (`isPlainName`). The two kinds differ in length and in sorting order among themselves and around the names in charts, so
 * that a template that cuts or sorts shows itself.
 */
function sentinelsOf(symbols: readonly string[], kind: "a" | "b"): ReadonlyMap<string, string> {
  const last = symbols.length - 1;
  return new Map(
    symbols.map((symbol, index) => [
      symbol,
      kind === "a"
        ? `aa-isthmus-sentinel-${letter(index)}-aa`
        : `zz-isthmus-sentinel-${letter(last - index)}-with-the-length-of-a-long-name-zz`,
    ]),
  );
}

function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

function backwards(map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...map].map(([from, to]) => [to, from] as const);
}

type Back = readonly (readonly [string, string])[];

function followsSymbols(one: Rendering, oneBack: Back, other: Rendering, otherBack: Back): boolean {
  if (one.kind === "failed" || other.kind === "failed") return one.kind === other.kind;
  if (one.templates.size !== other.templates.size) return false;
  return [...one.templates].every(([template, text]) => {
    const twin = other.templates.get(template);
    return twin !== undefined && replaced(text, oneBack) === replaced(twin, otherBack);
  });
}
