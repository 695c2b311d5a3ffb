import { type Connection, createDeployment, type DeploymentState, setDeploymentState } from "../../adapters/github/index.ts";
import type { Applied } from "../../model/apply.ts";
import type { RunEvent } from "../../model/outcome.ts";
import { Problem } from "../../model/problem.ts";
import type { Shortfall } from "./publish.ts";

interface Place {
  readonly connection: Connection;
  readonly commit: string;
  readonly run: string;
  readonly logUrl: string;
}

/** One deployment per cluster that something is done to, made when its first step begins. What GitHub refuses is told once and changes nothing. */
export interface Deployments {
  watch(event: RunEvent): void;
  /** Says how it ended, in every cluster; gives what could not be said. */
  finish(applied: Applied): Promise<readonly Shortfall[]>;
}

/** See `Deployments`. Nothing is sent before the first step. */
export function createDeployments({ connection, commit, run, logUrl }: Place): Deployments {
  const begun = new Map<string, Promise<number | Problem>>();
  const begin = async (cluster: string): Promise<number | Problem> => {
    try {
      const id = await createDeployment(connection, { commit, environment: environmentOf(cluster), run: `${run}/${cluster}` });
      await setDeploymentState(connection, { id, state: "in_progress", description: "Isthmus is at work", logUrl });
      return id;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  };
  return {
    watch: (event) => {
      if (event.kind !== "step-started") return;
      for (const cluster of event.clusters) if (!begun.has(cluster)) begun.set(cluster, begin(cluster));
    },
    finish: async (applied) => {
      const refused = await Promise.all([...begun].map(([cluster, id]) => end(connection, { cluster, id, applied, logUrl })));
      const [first] = refused.flat();
      return first === undefined ? [] : [{ what: "The deployments", why: first.message, remedy: first.remedy }];
    },
  };
}

interface Ending {
  readonly cluster: string;
  readonly id: Promise<number | Problem>;
  readonly applied: Applied;
  readonly logUrl: string;
}

async function end(connection: Connection, { cluster, id, applied, logUrl }: Ending): Promise<readonly Problem[]> {
  const known = await id;
  if (known instanceof Problem) return [known];
  try {
    await setDeploymentState(connection, { id: known, ...endOf(applied, cluster), logUrl });
    return [];
  } catch (error) {
    if (error instanceof Problem) return [error];
    throw error;
  }
}

function endOf({ run }: Applied, cluster: string): { readonly state: DeploymentState; readonly description: string } {
  const own = run?.outcomes.filter(({ clusters }) => clusters.includes(cluster)) ?? [];
  const open = own.filter(({ verdict }) => verdict.kind !== "done" && verdict.kind !== "unchanged");
  if (open.length === 0) return { state: "success", description: `${own.length} steps passed` };
  return { state: "failure", description: `${own.length - open.length} of ${own.length} steps passed; open: ${open[0]?.step ?? ""}` };
}

/** GitHub's environments are shared by everything in a repository: the prefix says whose this is. */
function environmentOf(cluster: string): string {
  return `mesh-${cluster}`;
}
