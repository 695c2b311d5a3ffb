/** The binary format of WebAssembly, as far as `memory-limit.ts` and `freeze.ts` change it: sections with their bytes, and numbers as LEB128. */

export const sectionId = { import: 2, memory: 5, global: 6, export: 7, start: 8, dataCount: 12, data: 11 } as const;

export interface Section {
  readonly id: number;
  readonly content: Buffer;
}

/** Magic and version. */
const prefix = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @throws Error when the bytes are no module of version 1 */
export function readSections(module: Buffer): readonly Section[] {
  if (!module.subarray(0, prefix.length).equals(prefix)) throw new Error("this is no WebAssembly module of version 1");
  const reader = new Reader(module.subarray(prefix.length));
  const sections: Section[] = [];
  while (!reader.atEnd) sections.push({ id: reader.byte(), content: reader.bytes(reader.number()) });
  return sections;
}

export function writeSections(sections: readonly Section[]): Buffer {
  return Buffer.concat([prefix, ...sections.flatMap(({ id, content }) => [Buffer.of(id), unsigned(content.length), content])]);
}

/** The content of a section that must be there. */
export function contentOf(sections: readonly Section[], id: number): Buffer {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`the module has no section ${id}`);
  return found.content;
}

/** Reads a section from its beginning to its end. */
export class Reader {
  #at = 0;
  readonly #content: Buffer;

  constructor(content: Buffer) {
    this.#content = content;
  }

  get atEnd(): boolean {
    return this.#at === this.#content.length;
  }

  byte(): number {
    return this.bytes(1)[0] ?? 0;
  }

  bytes(size: number): Buffer {
    const end = this.#at + size;
    if (end > this.#content.length) throw new Error("a section of the module ends too soon");
    const found = this.#content.subarray(this.#at, end);
    this.#at = end;
    return found;
  }

  /** An unsigned number of at most 32 bits. */
  number(): number {
    let value = 0;
    for (let index = 0; index < 5; index++) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** (7 * index);
      if (byte < 128) return value;
    }
    throw new Error("a number in the module is too long");
  }

  text(): string {
    return this.bytes(this.number()).toString("utf8");
  }

  /** The bytes of a signed number are only walked over. */
  skipNumber(): void {
    while (this.byte() >= 128);
  }
}

export function unsigned(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest >= 128;
    bytes.push((rest % 128) + (more ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
}

export function signed(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    if ((rest === 0n && low < 64) || (rest === -1n && low >= 64)) return Buffer.from([...bytes, low]);
    bytes.push(low + 128);
  }
}

export function named(name: string): Buffer {
  const bytes = Buffer.from(name, "utf8");
  return Buffer.concat([unsigned(bytes.length), bytes]);
}
