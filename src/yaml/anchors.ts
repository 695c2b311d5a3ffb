import type { Json } from "../model/json.ts";
import type { Spent, YamlLimits } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

/** A value that aliases may repeat. */
export interface Anchor {
  readonly value: Json;
  /** Values in it, itself included; final when it is complete. */
  size: number;
  /** Levels below it. */
  height: number;
  isComplete: boolean;
}

/** What reading may cost, and what the documents before this one have cost. */
export interface Cost {
  readonly limits: YamlLimits;
  readonly spent: Spent;
}

/** The anchors of one document, and what its aliases take from the limits that all documents of the file share. */
export class Anchors {
  readonly #cost: Cost;
  readonly #byName = new Map<string, Anchor>();

  constructor(cost: Cost) {
    this.#cost = cost;
  }

  /** @throws Unreadable when there are too many. */
  define(name: string, anchor: Anchor, offset: number): void {
    this.spend({ aliases: 1, expanded: 0 }, offset);
    this.#byName.set(name, anchor);
  }

  /** What an alias stands for, that is `depth` levels deep. @throws Unreadable when it stands for nothing, for itself, or for too much. */
  find(name: string, depth: number, offset: number): Anchor {
    const anchor = this.#byName.get(name);
    if (anchor === undefined) throw new Unreadable("syntax", "an alias names an anchor that is not defined above it", offset);
    if (!anchor.isComplete) throw new Unreadable("syntax", "an alias stands inside the value that it names", offset);
    this.spend({ aliases: 1, expanded: anchor.size }, offset);
    if (depth + anchor.height > this.#cost.limits.depth) throw new Unreadable("depth-limit", "nested too deep", offset);
    return anchor;
  }

  /** Takes from what all documents of the file may have of anchors and aliases, and of values that aliases stand for. */
  spend({ aliases, expanded }: Spent, offset: number): void {
    const { limits, spent } = this.#cost;
    spent.aliases += aliases;
    spent.expanded += expanded;
    if (spent.aliases > limits.aliases || spent.expanded > limits.expanded) throw new Unreadable("alias-limit", "too many aliases", offset);
  }
}
