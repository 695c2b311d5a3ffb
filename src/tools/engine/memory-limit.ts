/**
 * Gives a WebAssembly module a limit to its memory. Go declares none, and the module grows its memory by itself, so this is the only place
 * where a host can say how far: section 5 of the binary format is `count, flags, minimum`, and with flag 1 a maximum follows, all as LEB128,
 * in pages of 64 KiB.
 */
export function withMemoryLimit(module: Buffer, limitBytes: number): Buffer {
  const section = findSection(module, 5);
  const count = readLeb(module, section.start);
  const flags = readLeb(module, count.end);
  const minimum = readLeb(module, flags.end);
  if (count.value !== 1 || flags.value !== 0 || minimum.end !== section.end) throw new Error("expected one memory without a limit");
  const content = Buffer.concat([writeLeb(1), writeLeb(1), writeLeb(minimum.value), writeLeb(limitBytes / 65_536)]);
  return Buffer.concat([module.subarray(0, section.header), Buffer.of(5), writeLeb(content.length), content, module.subarray(section.end)]);
}

interface Section {
  readonly header: number;
  readonly start: number;
  readonly end: number;
}

function findSection(module: Buffer, wanted: number): Section {
  // After the eight bytes of magic and version.
  for (let header = 8; header < module.length; ) {
    const size = readLeb(module, header + 1);
    const end = size.end + size.value;
    if (module[header] === wanted) return { header, start: size.end, end };
    header = end;
  }
  throw new Error(`the module has no section ${wanted}`);
}

function readLeb(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[at + index] ?? 0;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, end: at + index + 1 };
  }
  throw new Error("a number in the module is too long");
}

function writeLeb(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest >= 128;
    bytes.push((rest % 128) + (more ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
}
