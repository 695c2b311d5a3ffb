import { contentOf, Reader, readSections, sectionId, unsigned, writeSections } from "./wasm.ts";

const pageBytes = 65_536;

/**
 * Gives a WebAssembly module a limit to its memory. Go declares none, and the module grows its memory by itself, so this is the only place
 * where a host can say how far: the section is `count, flags, minimum`, and with flag 1 a maximum follows, in pages of 64 KiB.
 */
export function withMemoryLimit(module: Buffer, limitBytes: number): Buffer {
  const sections = readSections(module);
  const reader = new Reader(contentOf(sections, sectionId.memory));
  const [count, flags, minimum] = [reader.number(), reader.number(), reader.number()];
  if (count !== 1 || flags !== 0 || !reader.atEnd) throw new Error("expected one memory without a limit");
  const limits = memoryContent(minimum * pageBytes, limitBytes);
  return writeSections(sections.map((section) => (section.id === sectionId.memory ? { ...section, content: limits } : section)));
}

/** One memory, with both its limits. */
export function memoryContent(minimumBytes: number, limitBytes: number): Buffer {
  return Buffer.concat([unsigned(1), unsigned(1), unsigned(minimumBytes / pageBytes), unsigned(limitBytes / pageBytes)]);
}
