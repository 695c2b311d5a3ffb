/** One value of DER (X.690): its tag, its content and, with both, its whole encoding. */
export interface Element {
  readonly tag: number;
  readonly body: Buffer;
  readonly whole: Buffer;
}

/** The values that stand one after another in `bytes`. @throws RangeError when a length leads outside, or is not written as DER wants it */
export function elements(bytes: Buffer): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** A tag of the form `[n]`, constructed or plain, as extensions and names use it. */
export function tagged(number: number, isConstructed: boolean): number {
  return 0x80 | (isConstructed ? 0x20 : 0) | number;
}

/** `1.2.840.10045.4.3.2` from the content of an OBJECT IDENTIFIER. */
export function objectIdentifier(body: Buffer): string {
  const arcs: number[] = [];
  let value = 0;
  for (const byte of body) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}

function elementAt(bytes: Buffer, at: number): Element {
  const tag = bytes.readUInt8(at);
  const short = bytes.readUInt8(at + 1);
  if (short === 0x80 || short > 0x84) throw new RangeError("a length that DER does not allow");
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  const length = lengthBytes === 0 ? short : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new RangeError("a length that leads outside");
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}
