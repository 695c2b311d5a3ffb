import type { Json, Path } from "../model/json.ts";
import type { OddityCode } from "./error.ts";
import { oddScalar } from "./oddities.ts";

/** Something Kubernetes reads without a word, before its offset has become a line. */
export interface Oddity {
  readonly code: OddityCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly path: Path;
  readonly offset: number;
  /** For a duplicate key: where it stood first. */
  readonly firstOffset?: number;
}

/** More than this many oddities of one document tell nobody anything new. */
const most = 50;

/** Longer spellings and keys are cut in facts. */
const longestFact = 80;

/** Where something odd stands: paths are made for what is noted only. */
interface Where {
  readonly path: () => Path;
  readonly offset: number;
}

/** Takes down what is odd in one document, for those who want to know. */
export class Noted {
  readonly #into: Oddity[] | undefined;

  constructor(into: Oddity[] | undefined) {
    this.#into = into;
  }

  scalar(text: string, value: Json, where: Where): void {
    if (this.#into === undefined) return;
    const code = oddScalar(text, value);
    if (code !== undefined) this.#note(code, { text: text.slice(0, longestFact), value: String(value) }, where);
  }

  booleanKey(text: string, key: string | undefined, where: Where): void {
    if (oddScalar(text, true) === "boolean-word") this.#note("boolean-key", { text, value: String(key) }, where);
  }

  overridden(key: string, where: Where): void {
    this.#note("merge-overrides", { key: key.slice(0, longestFact) }, where);
  }

  /** `first`: searches for where the key was written first. */
  duplicate(key: string, where: Where, first: () => number): void {
    if (this.#wants()) this.#note("duplicate-key", { key: key.slice(0, longestFact) }, where, first());
  }

  #wants(): boolean {
    return this.#into !== undefined && this.#into.length < most;
  }

  #note(code: OddityCode, facts: Oddity["facts"], { path, offset }: Where, firstOffset?: number): void {
    if (!this.#wants()) return;
    this.#into?.push({ code, facts, path: path(), offset, ...(firstOffset === undefined ? {} : { firstOffset }) });
  }
}
