import { readFiles, readFolder } from "../../adapters/disk.ts";
import type { GitFiles } from "../../adapters/git/index.ts";
import type { GitHubFiles } from "../../adapters/github/index.ts";
import { Problem } from "../../model/problem.ts";
import type { Tree } from "../../model/tree.ts";
import type { Files } from "../../world.ts";
import type { Desk } from "./desk.ts";

interface Stores {
  readonly local: Pick<GitFiles, "read">;
  readonly github: GitHubFiles;
  readonly log: Pick<Desk, "say">;
}

/**
 * Reads commits where they are: in the object store of the clone beside the run when it has them, at GitHub otherwise (no clone, a shallow one, a fork's head). Either way
 * they are read as objects, and nothing is checked out. A commit id means the same bytes in both places.
 */
export function createPlaceFiles(stores: Stores): Files {
  return {
    read: (ref) => {
      switch (ref.kind) {
        case "commit":
          return readCommit(stores, ref.revision);
        case "folder":
          return readFolder(ref.folder);
        case "files":
          return readFiles(ref.files);
      }
    },
  };
}

async function readCommit({ local, github, log }: Stores, revision: string): Promise<Tree> {
  // A name means what GitHub says it means: the clone's own branches may be old.
  if (!/^[0-9a-f]{40}$/u.test(revision)) return github.read(revision);
  try {
    const tree = await local.read(revision);
    log.say(`Commit ${revision.slice(0, 7)}: ${tree.entries.length} files read from the local clone.`);
    return tree;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  const tree = await github.read(revision);
  log.say(`Commit ${revision.slice(0, 7)}: ${tree.entries.length} files read from GitHub.`);
  return tree;
}
