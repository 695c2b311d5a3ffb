/** The encoding of `engine/wire.go`: a sequence of (length, name, length, content), lengths as 32-bit little-endian. */

/** Files as one message. */
export function writeFiles(files: ReadonlyMap<string, string>): Uint8Array {
  const parts = [...files].flatMap(([name, text]) => [...writeText(name), ...writeText(text)]);
  return Buffer.concat(parts);
}

function writeText(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text, "utf8");
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return [size, bytes];
}

/** The files of a message, in its order. */
export function readFiles(message: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at < message.length; ) {
    const name = readText(message, at);
    const content = readText(message, name.end);
    files.set(name.text, content.text);
    at = content.end;
  }
  return files;
}

function readText(message: Buffer, at: number): { text: string; end: number } {
  const start = at + 4;
  const end = start + message.readUInt32LE(at);
  return { text: message.toString("utf8", start, end), end };
}
