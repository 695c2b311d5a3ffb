import { isList, isObject, type Json, type Path } from "../model/json.ts";
import type { Place, Source } from "../model/source.ts";

/** A value that may be an object, and where it stands. */
export interface Part {
  readonly value: Json;
  readonly source: Source;
}

/** A document, or the items of a `List`, each with its own place. Lists in lists are flattened too, as kubectl does. */
export function flatten(document: Part): readonly Part[] {
  if (!isObject(document.value) || !isListKind(document.value["kind"]) || !isList(document.value["items"])) return [document];
  return document.value["items"].flatMap((value, index) => flatten({ value, source: new InnerSource(document.source, ["items", index]) }));
}

/** `List` and typed lists (`VirtualServiceList`); never a kind that only ends that way and has no items. */
function isListKind(kind: Json | undefined): boolean {
  return typeof kind === "string" && kind.endsWith("List");
}

/** The source of a value inside another document. */
class InnerSource implements Source {
  readonly file: string;
  readonly index: number;
  readonly #outer: Source;
  readonly #base: Path;

  constructor(outer: Source, base: Path) {
    this.#outer = outer;
    this.#base = base;
    this.file = outer.file;
    this.index = outer.index;
  }

  get line(): number {
    return this.place([]).line;
  }

  place(path: Path, of: "key" | "value" = "value"): Place {
    return this.#outer.place([...this.#base, ...path], path.length === 0 ? "value" : of);
  }
}
