import { join } from "node:path";
import { connect } from "../../adapters/github/index.ts";
import { Secret } from "../../model/secret.ts";
import type { Place } from "../github/stage.ts";
import { UsageError } from "../run.ts";
import type { Inputs } from "./inputs.ts";
import type { Environment } from "./program.ts";

/** Where the repository is, from the variables a runner sets. Sends nothing yet. @throws UsageError when this is no runner, or there is no token */
export function placeOf(env: Environment, inputs: Inputs): Place {
  if (inputs.token === "") throw new UsageError("Input `github-token` is empty. Leave it out: the job's own token is its default.");
  const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  if (!owner || !repo)
    throw new UsageError("GITHUB_REPOSITORY is not set: Isthmus runs as an Action inside a workflow; on a laptop use the command line.");
  const web = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${owner}/${repo}`;
  const id = env["GITHUB_RUN_ID"] ?? "";
  return {
    connection: connect({ token: new Secret(inputs.token), apiUrl: env["GITHUB_API_URL"] || "https://api.github.com", owner, repo }),
    web,
    run: `${web}/actions/runs/${id}`,
    attempt: `${id}/${env["GITHUB_RUN_ATTEMPT"] ?? "1"}`,
    folder: join(env["GITHUB_WORKSPACE"] ?? ".", inputs.folder),
  };
}
