/**
 * A value nobody may print: it shows itself as `***` in text, JSON and the debugger. Only code under `adapters/` calls `open`
 * (a contract test holds that).
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. */
  open(): string {
    return this.#value;
  }

  toString(): string {
    return "***";
  }

  toJSON(): string {
    return "***";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "***";
  }
}

/**
 * The text that takes a secret value's place in an object read from Git, from the moment it is read: `⟦secret 3f2a…⟧`. The fingerprint is equal
 * for equal values, so that "changed" and "same in all clusters" can be told; it is not the value and cannot be turned back.
 */
export function sealedText(fingerprint: string): string {
  return `⟦secret ${fingerprint}⟧`;
}

/** The text without the fingerprints of sealed values: a short secret could be guessed from its fingerprint. For every output that shows whole objects. */
export function withoutFingerprints(text: string): string {
  return text.replace(/⟦secret [0-9a-f]{32}⟧/gu, "⟦secret⟧");
}

/** True for a text made by `sealedText`. */
export function isSealed(text: string): boolean {
  return /^⟦secret [0-9a-f]{32}⟧$/u.test(text);
}
