import type { App } from "../../adapters/github/index.ts";
import type { Queue } from "../../world.ts";
import { isServed } from "./arrival.ts";

/** What planning needs. */
export interface Planner {
  readonly app: Pick<App, "repositories">;
  readonly queue: Pick<Queue, "accept">;
  readonly repositories: readonly string[];
  readonly now: () => number;
  /** Milliseconds. */
  readonly every: number;
}

/** The kind of a look by plan in the queue: no event of GitHub has it. */
export const lookKind = "schedule";

/**
 * Puts a look at each repository into the queue, once for each stretch of time, however many bots do so and however often they start. Gives how many are new. @throws Problem
 */
export async function planLooks({ app, queue, repositories, now, every }: Planner): Promise<number> {
  const at = now();
  const stretch = new Date(Math.floor(at / every) * every).toISOString();
  const given = await app.repositories([...new Set(repositories.map((name) => name.split("/")[0] ?? ""))]);
  let found = 0;
  for (const { owner, repo, installation, defaultBranch } of given) {
    const name = `${owner}/${repo}`.toLowerCase();
    if (!isServed(name, repositories)) continue;
    const body = JSON.stringify({
      repository: { full_name: `${owner}/${repo}`, default_branch: defaultBranch },
      installation: { id: installation },
    });
    const arrival = { id: `look ${name} ${stretch}`, deed: undefined, line: `${name} look`, kind: lookKind, body, at };
    if ((await queue.accept(arrival)) === "new") found += 1;
  }
  return found;
}
