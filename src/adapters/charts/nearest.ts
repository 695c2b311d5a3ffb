import { compare, major, minor, valid } from "semver";

const most = 4;

/** The versions that somebody who typed `wanted` may have meant: of its minor line the newest, else the newest of all. */
export function nearest(wanted: string, versions: readonly string[]): readonly string[] {
  const known = [...new Set(versions)].filter((version) => valid(version) !== null).sort((a, b) => compare(b, a));
  const line = known.filter((version) => valid(wanted) !== null && major(version) === major(wanted) && minor(version) === minor(wanted));
  return (line.length > 0 ? line : known).slice(0, most);
}
