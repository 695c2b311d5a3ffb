/** The shards as `strategy.matrix` of a workflow takes them, by `fromJSON`: one line, the same for the same shards. */
export function matrixOf(shards: readonly (readonly string[])[]): string {
  return JSON.stringify({ include: shards.map((clusters, index) => ({ shard: index + 1, clusters: clusters.join(",") })) });
}
