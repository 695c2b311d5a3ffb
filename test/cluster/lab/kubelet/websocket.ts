/** The little of RFC 6455 that a server needs who talks to an API server: whole messages in one frame, clients' frames masked. */

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** A frame from the server, never masked (§5.1). */
export function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.of(128 | opcode, length) : Buffer.alloc(length < 65536 ? 4 : 10);
  if (length >= 126) {
    head[0] = 128 | opcode;
    head[1] = length < 65536 ? 126 : 127;
    if (length < 65536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** Takes bytes as they come and tells each whole frame. */
export function frames(heard: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let found = first(rest); found !== undefined; found = first(rest)) {
      rest = rest.subarray(found.end);
      heard(found);
    }
  };
}

function first(bytes: Buffer): (Frame & { readonly end: number }) | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 127;
  const head = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
  const masked = bytes.readUInt8(1) > 127;
  if (bytes.length < head + (masked ? 4 : 0)) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const start = head + (masked ? 4 : 0);
  if (bytes.length < start + length) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + length));
  const mask = bytes.subarray(head, start);
  if (masked) for (const [at, byte] of payload.entries()) payload[at] = byte ^ (mask[at % 4] ?? 0);
  return { opcode: bytes.readUInt8(0) & 15, payload, end: start + length };
}
