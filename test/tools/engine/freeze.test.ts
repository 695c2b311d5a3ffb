import { describe, expect, it } from "vitest";
import { freeze, withGlobalsExported } from "../../../src/tools/engine/freeze.ts";
import { withMemoryLimit } from "../../../src/tools/engine/memory-limit.ts";
import { named, type Section, signed, unsigned, writeSections } from "../../../src/tools/engine/wasm.ts";

/** A module that is written here by hand: it counts in a global and in its memory, and grows. */

const page = 65_536;
const limit = 16 * page;
const i32 = 0x7f;
const i64 = 0x7e;
const end = 0x0b;

type Counter = { readonly memory: { readonly buffer: ArrayBuffer }; readonly next: () => number; readonly begin?: () => void };
const imports = { host: { unused: () => 0 } };

/** `memory[memory.size * 65536 + global 0] = global 0` */
const store = [0x3f, 0, 0x41, ...signed(65_536n), 0x6c, 0x23, 0, 0x6a, 0x23, 0, 0x36, 2, 0];
/** `global 0 += 1; return global 0 - 1` */
const step = [0x23, 0, 0x41, 1, 0x6a, 0x24, 0, 0x23, 0, 0x41, 1, 0x6b];

/** `begin` sets the second global to 2^40 and grows the memory by two pages; `next` writes the first global near the memory's end and adds 1 to it. */
const sections: readonly Section[] = [
  { id: 1, content: list(Buffer.of(0x60, 0, 1, i32), Buffer.of(0x60, 0, 0)) },
  { id: 2, content: list(Buffer.concat([named("host"), named("unused"), Buffer.of(0, 0)])) },
  { id: 3, content: list(Buffer.of(0), Buffer.of(1)) },
  { id: 5, content: list(Buffer.of(0, 1)) },
  {
    id: 6,
    content: list(
      Buffer.concat([Buffer.of(i32, 1, 0x41), signed(-64n), Buffer.of(end)]),
      Buffer.concat([Buffer.of(i64, 1, 0x42), signed(-7n), Buffer.of(end)]),
    ),
  },
  {
    id: 7,
    content: list(
      Buffer.concat([named("memory"), Buffer.of(2, 0)]),
      Buffer.concat([named("next"), Buffer.of(0, 1)]),
      Buffer.concat([named("begin"), Buffer.of(0, 2)]),
    ),
  },
  {
    id: 10,
    content: list(body(...store, ...step), body(0x42, ...signed(2n ** 40n), 0x24, 1, 0x41, 2, 0x40, 0, 0x1a)),
  },
  { id: 11, content: list(Buffer.of(0, 0x41, 16, end, 3, 7, 8, 9)) },
];
const counter = withMemoryLimit(writeSections(sections), limit);

describe("a frozen module", () => {
  it("goes on where the instance was", () => {
    const before = start(withGlobalsExported(counter));
    before.begin?.();
    expect([before.next(), before.next(), before.next()]).toEqual([-64, -63, -62]);
    const frozen = freeze(counter, before as never, limit, ["memory", "next"]);
    const after = start(frozen);
    expect([after.memory.buffer.byteLength, new Uint8Array(after.memory.buffer)]).toEqual([
      before.memory.buffer.byteLength,
      new Uint8Array(before.memory.buffer),
    ]);
    expect([after.next(), before.next()]).toEqual([-61, -61]);
    // Again from the same beginning.
    expect(start(frozen).next()).toBe(-61);
  });

  it("cannot be started a second time, and shows no globals", () => {
    const frozen = freeze(counter, start(withGlobalsExported(counter)) as never, limit, ["memory", "next"]);
    expect(Object.keys(start(frozen))).toEqual(["memory", "next"]);
  });

  it("has the limit of the module it was made from", () => {
    const memory = start(freeze(counter, start(withGlobalsExported(counter)) as never, limit, ["memory", "next"])).memory as unknown as {
      grow: (pages: number) => number;
    };
    expect(() => memory.grow(16)).toThrow(RangeError);
  });

  it.each([
    ["a function that runs by itself", { id: 8, content: unsigned(1) }, /section 8/u],
    ["data that instructions copy", { id: 12, content: unsigned(0) }, /section 12/u],
  ])("is not made of a module with %s", (_, section, message) => {
    const odd = writeSections([...sections, section]);
    expect(() => freeze(odd, start(withGlobalsExported(counter)) as never, limit, ["memory"])).toThrow(message);
  });
});

it.each([0n, 1n, 63n, 64n, -1n, -64n, -65n, 127n, 128n, 2n ** 63n - 1n, -(2n ** 63n)])("%d is written as a signed number", (value) => {
  const globals = list(Buffer.concat([Buffer.of(i64, 0, 0x42), signed(value), Buffer.of(end)]));
  const bytes = writeSections([
    { id: 6, content: globals },
    { id: 7, content: list(Buffer.concat([named("g"), Buffer.of(3, 0)])) },
  ]);
  const { g } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), {}).exports as { readonly g: { value: bigint } };
  expect(g.value).toBe(value);
});

function start(module: Buffer): Counter {
  return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(module)), imports).exports as Counter;
}

function list(...items: readonly Buffer[]): Buffer {
  return Buffer.concat([unsigned(items.length), ...items]);
}

function body(...code: readonly number[]): Buffer {
  const content = Buffer.of(0, ...code, end);
  return Buffer.concat([unsigned(content.length), content]);
}
