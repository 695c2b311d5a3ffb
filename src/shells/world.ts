import { isDeepStrictEqual } from "node:util";
import { createCharts } from "../adapters/charts/index.ts";
import { readFiles, readFolder } from "../adapters/disk.ts";
import { createGitFiles } from "../adapters/git/index.ts";
import type { ChartLogin } from "../model/chart-login.ts";
import { Problem } from "../model/problem.ts";
import type { Ref } from "../model/study.ts";
import type { Tree } from "../model/tree.ts";
import type { Charts, World } from "../world.ts";
import { chartLogins } from "./chart-logins.ts";

/** The world of a person at a terminal: a folder, the git repository around it, and the network only where charts are fetched from. */
export function createLocalWorld({ folder }: { readonly folder: string }): World {
  const git = createGitFiles({ folder });
  return {
    files: { read: (ref) => readRef(ref, git.read) },
    charts: chartsFromOutside(chartLogins("ISTHMUS_CHART_LOGINS, ", process.env["ISTHMUS_CHART_LOGINS"] ?? "")),
  };
}

function readRef(ref: Ref, readCommit: (revision: string) => Promise<Tree>): Promise<Tree> {
  switch (ref.kind) {
    case "commit":
      return readCommit(ref.revision);
    case "folder":
      return readFolder(ref.folder);
    case "files":
      return readFiles(ref.files);
  }
}

/**
 * The same, for runs that meet clusters: a folder that holds just what the last commit has is told by that commit, so that ledgers know it and a way back leads to
 * it. The contents are compared, because `git status` may run filters.
 */
export function createStandingWorld({ folder }: { readonly folder: string }): World {
  const local = createLocalWorld({ folder });
  const read = async (ref: Ref): Promise<Tree> => {
    if (ref.kind !== "folder") return local.files.read(ref);
    const [tree, last] = await Promise.all([local.files.read(ref), createGitFiles({ folder: ref.folder }).read("HEAD").catch(noCommit)]);
    return last !== undefined && isDeepStrictEqual(tree.entries, last.entries) ? { ...tree, commit: last.commit } : tree;
  };
  return { ...local, files: { read } };
}

/** No repository, or none with a commit: then there is only the folder. */
function noCommit(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}

/** Charts by way of this process' environment: its proxy, and the logins that `docker login` and `helm registry login` left, after those that were given. */
export function chartsFromOutside(logins: readonly ChartLogin[]): Charts {
  return createCharts({ logins, environment: process.env });
}
