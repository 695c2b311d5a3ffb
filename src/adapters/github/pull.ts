import type { Connection } from "./connect.ts";
import { whenThere } from "./trees.ts";

/** The commit a pull request ends at now, or `undefined` when GitHub does not say. @throws Problem `github-forbidden`, `github-unreachable` */
export async function headOf({ octokit, owner, repo }: Connection, pull: number): Promise<string | undefined> {
  const found = await whenThere(() => octokit.rest.git.getRef({ owner, repo, ref: `pull/${pull}/head` }));
  return found?.data.object.sha;
}
