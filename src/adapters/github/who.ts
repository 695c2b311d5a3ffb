import { ask, type Purpose } from "./ask.ts";
import type { Connection, Octokit } from "./connect.ts";

const asking: Purpose = { request: "the question who the token speaks for", permission: "metadata: read" };

/** A token does not change whom it speaks for: asked once per connection. */
const known = new WeakMap<Octokit, Promise<string>>();

/** The login behind the token. REST does not tell an installation token who it is; GraphQL does, as `github-actions[bot]`. @throws Problem as every request */
export function whoAmI({ octokit }: Connection): Promise<string> {
  const there = known.get(octokit) ?? askLogin(octokit);
  known.set(octokit, there);
  return there;
}

async function askLogin(octokit: Octokit): Promise<string> {
  try {
    const { viewer } = await ask(asking, () => octokit.graphql<{ viewer: { login: string } }>("query { viewer { login } }"));
    return viewer.login;
  } catch (error) {
    // The next one who asks tries again.
    known.delete(octokit);
    throw error;
  }
}
