/** The minor release of Istio a version belongs to: 31 for `1.31.0`. `undefined` when it is no `1.x` version: then nothing is known about it. */
export function minorOf(version: string): number | undefined {
  const match = /^v?1\.(\d+)(?:\.|$|-)/u.exec(version);
  return match === null ? undefined : Number(match[1]);
}

/** The oldest minor release among revisions; `undefined` when none is known. */
export function oldestMinor(revisions: readonly { readonly version: string }[]): number | undefined {
  const minors = revisions.map(({ version }) => minorOf(version)).filter((minor) => minor !== undefined);
  return minors.length === 0 ? undefined : Math.min(...minors);
}
