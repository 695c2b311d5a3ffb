import { memoryContent } from "./memory-limit.ts";
import { contentOf, named, Reader, readSections, type Section, sectionId, signed, unsigned, writeSections } from "./wasm.ts";

/**
 * A module that begins where a running instance is now. All that changes while a Go program runs is its globals and its memory: the table of
 * functions is constant (Go emits no instruction that changes one), and there are no other tables or memories. So their present state becomes
 * their initial state, and what may run only once, at the very beginning, is no longer exported.
 */

/** The value of one global: an `i32` or an `i64`. */
type Value = number | bigint;

interface Exported {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
}

const globalKind = 3;
/** Not a name that a program can have. */
const globalName = (index: number) => `\0global ${index}`;
/** The opcodes `i32.const` and `i64.const`, by the code of the type. */
const constants: ReadonlyMap<number, number> = new Map([
  [0x7f, 0x41],
  [0x7e, 0x42],
]);
const end = 0x0b;

/** The same module with its globals exported, so that `freeze` can read them. */
export function withGlobalsExported(module: Buffer): Buffer {
  const sections = readSections(module);
  const shown = readGlobals(sections).map((_, index) => ({ name: globalName(index), kind: globalKind, index }));
  return replace(sections, [[sectionId.export, writeExports([...readExports(sections), ...shown])]]);
}

/**
 * @param module as Go and `withMemoryLimit` made it
 * @param exports of an instance of `withGlobalsExported(module)` that is between two calls
 * @param only the exports that the result keeps
 */
export function freeze(module: Buffer, exports: Readonly<Record<string, unknown>>, limitBytes: number, only: readonly string[]): Buffer {
  const sections = readSections(module);
  refuse(sections);
  const memory = Buffer.from((exports["memory"] as WebAssembly.Memory).buffer);
  const values = readGlobals(sections).map((_, index) => (exports[globalName(index)] as { readonly value: Value }).value);
  const kept = readExports(sections).filter(({ name }) => only.includes(name));
  if (kept.length !== only.length) throw new Error("an export is missing");
  return replace(sections, [
    [sectionId.memory, memoryContent(memory.length, limitBytes)],
    [sectionId.global, writeGlobals(readGlobals(sections), values)],
    [sectionId.export, writeExports(kept)],
    [sectionId.data, writeData(memory)],
  ]);
}

/** What Go's linker does not emit today and this file does not handle. Without a count of data segments no instruction can use one later. */
function refuse(sections: readonly Section[]): void {
  for (const id of [sectionId.start, sectionId.dataCount]) {
    if (sections.some((section) => section.id === id)) throw new Error(`the module has a section ${id}, which freezing does not handle`);
  }
  const imports = new Reader(contentOf(sections, sectionId.import));
  for (let count = imports.number(); count > 0; count--) {
    imports.text();
    imports.text();
    if (imports.byte() !== 0) throw new Error("the module imports something that is no function, which freezing does not handle");
    imports.number();
  }
}

/** The types of the globals. @throws Error unless each is a changeable `i32` or `i64` with a constant beginning */
function readGlobals(sections: readonly Section[]): readonly number[] {
  const reader = new Reader(contentOf(sections, sectionId.global));
  return Array.from({ length: reader.number() }, () => {
    const [type, mutable, opcode] = [reader.byte(), reader.byte(), reader.byte()];
    if (mutable !== 1 || opcode !== constants.get(type)) throw new Error("expected globals that are changeable integers");
    reader.skipNumber();
    if (reader.byte() !== end) throw new Error("expected globals that begin with a constant");
    return type;
  });
}

function writeGlobals(types: readonly number[], values: readonly Value[]): Buffer {
  const globals = types.map((type, index) =>
    Buffer.concat([Buffer.of(type, 1, constants.get(type) ?? 0), signed(BigInt(values[index] ?? 0)), Buffer.of(end)]),
  );
  return Buffer.concat([unsigned(globals.length), ...globals]);
}

function readExports(sections: readonly Section[]): readonly Exported[] {
  const reader = new Reader(contentOf(sections, sectionId.export));
  return Array.from({ length: reader.number() }, () => ({ name: reader.text(), kind: reader.byte(), index: reader.number() }));
}

function writeExports(exported: readonly Exported[]): Buffer {
  const parts = exported.map(({ name, kind, index }) => Buffer.concat([named(name), Buffer.of(kind), unsigned(index)]));
  return Buffer.concat([unsigned(parts.length), ...parts]);
}

/** Zeros between two ranges cost less than another segment until there are about this many, a multiple of eight. */
const gap = 64;
/** V8 takes no more segments. */
const mostSegments = 100_000;

/** The memory's bytes that are not zero, as active segments: `0, i32.const offset, end, size, bytes`. */
function writeData(memory: Buffer): Buffer {
  const ranges = filledRanges(memory);
  if (ranges.length > mostSegments) throw new Error(`${ranges.length} data segments are more than V8 takes`);
  const segments = ranges.flatMap(([from, to]) => [
    Buffer.concat([Buffer.of(0, 0x41), signed(BigInt(from)), Buffer.of(end), unsigned(to - from)]),
    memory.subarray(from, to),
  ]);
  return Buffer.concat([unsigned(ranges.length), ...segments]);
}

/** Ranges that hold all that is not zero, from and to multiples of eight. */
function filledRanges(memory: Buffer): readonly (readonly [from: number, to: number])[] {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8);
  const ranges: [number, number][] = [];
  let last: [number, number] | undefined;
  for (let index = 0; index < words.length; index++) {
    if (words[index] === 0n) continue;
    const at = 8 * index;
    if (last !== undefined && at - last[1] < gap) {
      last[1] = at + 8;
    } else {
      last = [at, at + 8];
      ranges.push(last);
    }
  }
  return ranges;
}

function replace(sections: readonly Section[], fresh: readonly (readonly [id: number, content: Buffer])[]): Buffer {
  const contents = new Map<number, Buffer>(fresh);
  return writeSections(sections.map(({ id, content }) => ({ id, content: contents.get(id) ?? content })));
}
