import { join } from "node:path";
import { createCharts } from "../../adapters/charts/index.ts";
import { createGitFiles } from "../../adapters/git/index.ts";
import { connect, createGitHubFiles } from "../../adapters/github/index.ts";
import { Secret } from "../../model/secret.ts";
import { preview } from "../../pipeline.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import { UsageError } from "../run.ts";
import { proxyFromEnvironment } from "../world.ts";
import { readSituation } from "./event.ts";
import { createActionFiles } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import type { Environment } from "./program.ts";
import { publish } from "./publish.ts";
import { requestFor } from "./request.ts";
import type { Runner } from "./runner.ts";
import { tell } from "./tell.ts";

/** Previews what started the job, says it where it belongs, and gives the exit code. */
export async function run(env: Environment, inputs: Inputs, runner: Runner): Promise<number> {
  const situation = await readSituation(env);
  if (situation.kind === "nothing") {
    runner.say(`${situation.why} There is nothing to do.`);
    runner.output({ decision: "pass", "reason-code": "nothing_to_do" });
    return exitCodes.fine;
  }
  const place = placeOf(env, inputs);
  const connection = connect(place);
  const local = createGitFiles({ folder: join(env["GITHUB_WORKSPACE"] ?? ".", inputs.folder) });
  const github = createGitHubFiles(connection, { folder: inputs.folder });
  const world = { files: createActionFiles({ local, github, log: runner }), charts: createCharts({ proxy: proxyFromEnvironment() }) };

  const request = await requestFor(situation, inputs, { local, github, log: runner, at: Date.now() });
  const report = await preview(world, request);

  const links = { run: place.run, files: [place.web, "blob", situation.head, inputs.folder].filter(Boolean).join("/") };
  const published = await publish({ connection, situation, inputs, report, links, log: runner });
  await tell({ env, inputs, runner, report, links, published });
  return exitCodeOf(report, inputs.failOn);
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
