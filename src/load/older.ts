/** True when the version's minor release comes before another's: `1.18.0` before `1.24`. A text that is no version is not older than anything. */
export function isOlder(version: string, than: string): boolean {
  const [major, minor] = numbers(version);
  const [otherMajor, otherMinor] = numbers(than);
  if (Number.isNaN(major) || Number.isNaN(minor)) return false;
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

function numbers(version: string): readonly [number, number] {
  const [, major, minor] = /^v?(\d+)\.(\d+)/u.exec(version) ?? [];
  return [Number(major ?? Number.NaN), Number(minor ?? Number.NaN)];
}
