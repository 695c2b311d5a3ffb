import { explain } from "../../../pipeline.ts";
import { routesChapters } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { requestOfPull } from "../plan-now.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { restriction } from "./requests.ts";

/** `/explain`: which objects decide about a host in each cluster, before and after the pull request. */
export async function answerExplain(task: Task<CommandOf<"explain">>): Promise<Answer> {
  const { command, clusters, asked, pull, repository } = task;
  const host = command.host ?? "";
  const request = { ...(await requestOfPull(task, pull.head)), clusters: restriction(clusters, asked.mesh.clusters) };
  const hosts = await explain(repository.world, request, host);
  return { text: told(routesChapters(host, hosts, { isCompared: request.base !== undefined })), code: exitCodes.fine };
}
