import { createCharts } from "../adapters/charts/index.ts";
import { readFiles, readFolder } from "../adapters/disk.ts";
import { createGitFiles } from "../adapters/git/index.ts";
import type { Ref } from "../model/study.ts";
import type { Tree } from "../model/tree.ts";
import type { World } from "../world.ts";

/** The world of a person at a terminal: a folder, the git repository around it, and the network only where charts are fetched from. */
export function createLocalWorld({ folder }: { readonly folder: string }): World {
  const git = createGitFiles({ folder });
  return { files: { read: (ref) => readRef(ref, git.read) }, charts: createCharts({ proxy: proxyFromEnvironment() }) };
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

/** A proxy is wanted when one of the usual variables names one; undici reads which. */
export function proxyFromEnvironment(): boolean {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some((name) => (process.env[name] ?? "") !== "");
}
