import { join } from "node:path";
import { createCharts } from "../../adapters/charts/index.ts";
import { createGitFiles } from "../../adapters/git/index.ts";
import { type Connection, connect, createGitHubFiles } from "../../adapters/github/index.ts";
import { Secret } from "../../model/secret.ts";
import type { Request } from "../../model/study.ts";
import type { World } from "../../world.ts";
import { UsageError } from "../run.ts";
import { proxyFromEnvironment } from "../world.ts";
import type { Situation } from "./event.ts";
import { createActionFiles } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import type { Environment } from "./program.ts";
import type { Links } from "./publish.ts";
import { requestFor } from "./request.ts";
import type { Runner } from "./runner.ts";

/** Everything a job has at hand once it is known why it runs. */
export interface Stage {
  readonly env: Environment;
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly situation: Exclude<Situation, { kind: "nothing" }>;
  readonly connection: Connection;
  readonly world: World;
  readonly request: Request;
  readonly links: Links;
  /** The mesh repository in the runner's clone; it need not be there. */
  readonly folder: string;
}

/** Opens the repository where it can be read, and says what is asked about. */
export async function openStage({
  env,
  inputs,
  runner,
  situation,
}: Pick<Stage, "env" | "inputs" | "runner" | "situation">): Promise<Stage> {
  const place = placeOf(env, inputs);
  const connection = connect(place);
  const folder = join(env["GITHUB_WORKSPACE"] ?? ".", inputs.folder);
  const local = createGitFiles({ folder });
  const github = createGitHubFiles(connection, { folder: inputs.folder });
  const world = { files: createActionFiles({ local, github, log: runner }), charts: createCharts({ proxy: proxyFromEnvironment() }) };
  const request = await requestFor(situation, inputs, { local, github, log: runner, at: Date.now() });
  const links = { run: place.run, files: [place.web, "blob", situation.head, inputs.folder].filter(Boolean).join("/") };
  return { env, inputs, runner, situation, connection, world, request, links, folder };
}

/** Where the repository is, from the variables a runner sets. */
function placeOf(env: Environment, inputs: Inputs) {
  if (inputs.token === "") throw new UsageError("Input `github-token` is empty. Leave it out: the job's own token is its default.");
  const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  if (!owner || !repo)
    throw new UsageError("GITHUB_REPOSITORY is not set: Isthmus runs as an Action inside a workflow; on a laptop use the command line.");
  const web = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${owner}/${repo}`;
  return {
    token: new Secret(inputs.token),
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    owner,
    repo,
    web,
    run: `${web}/actions/runs/${env["GITHUB_RUN_ID"] ?? ""}`,
  };
}
