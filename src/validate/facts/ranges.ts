/** An address range as numbers: `10.1.0.0/16`, `2001:db8::/32`, or a single address. */
interface Range {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** True when the two ranges share an address. Text that is no range shares none. */
export function overlap(a: string, b: string): boolean {
  const left = read(a);
  const right = read(b);
  return left !== undefined && right !== undefined && left.bits === right.bits && left.first <= right.last && right.first <= left.last;
}

/** True when every address of `inner` lies in `outer`. */
export function contains(outer: string, inner: string): boolean {
  const left = read(outer);
  const right = read(inner);
  return left !== undefined && right !== undefined && left.bits === right.bits && left.first <= right.first && right.last <= left.last;
}

/** True for one IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return !text.includes("/") && read(text) !== undefined;
}

function read(text: string): Range | undefined {
  const [address = "", length, more] = text.split("/");
  const bits = address.includes(":") ? 128 : 32;
  const value = bits === 32 ? readV4(address) : readV6(address);
  const prefix = length === undefined ? bits : /^\d+$/u.test(length) ? Number(length) : Number.NaN;
  if (value === undefined || more !== undefined || !(prefix >= 0 && prefix <= bits)) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (value / size) * size;
  return { bits, first, last: first + size - 1n };
}

function readV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
  const halves = text.split("::");
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], tail = []] = groups;
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return undefined;
  return all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}
