import { createGitFiles, type GitFiles } from "../../adapters/git/index.ts";
import { type Connection, createGitHubFiles, type GitHubFiles, mergedAs, waiversOf } from "../../adapters/github/index.ts";
import { Problem } from "../../model/problem.ts";
import type { Request } from "../../model/study.ts";
import type { World } from "../../world.ts";
import { chartsFromOutside } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Change } from "./event.ts";
import { createPlaceFiles } from "./files.ts";
import type { Links } from "./publish.ts";
import { requestFor } from "./request.ts";
import type { Wishes } from "./wishes.ts";

/** Where a run is at home. */
export interface Place {
  readonly connection: Connection;
  /** The repository's page: `https://github.com/shop/mesh`. */
  readonly web: string;
  /** The page where this run is seen. */
  readonly run: string;
  /** Tells this attempt of this run from every other, as `77/1`: a run can be started again under its number. */
  readonly attempt: string;
  /** The mesh repository in a clone beside the run, which need not be there; files that `access` and signers name are looked for here. */
  readonly folder: string;
  /** Somebody hears when a button of a check run is pressed: GitHub tells the App that made it, and no job. Absent: nobody does. */
  readonly hearsButtons?: true;
}

/** Everything a run has at hand once it is known why it runs. */
export interface Stage {
  readonly place: Place;
  readonly wishes: Wishes;
  readonly desk: Desk;
  readonly situation: Change;
  readonly connection: Connection;
  readonly world: World;
  readonly request: Request;
  readonly links: Links;
}

/** Opens the repository where it can be read, and says what is asked about. */
export async function openStage(given: Pick<Stage, "place" | "wishes" | "desk" | "situation">): Promise<Stage> {
  const { place, wishes, situation } = given;
  const { world, local, github } = openRepository(given);
  const asked = await requestFor(situation, wishes, { local, github, log: given.desk, at: Date.now() });
  const request = { ...asked, ...(await waiversFor(given)) };
  return { ...given, connection: place.connection, world, request, links: linksTo(place, wishes, situation.head) };
}

/** What was accepted for the plan of the pull request that this is about. */
async function waiversFor({
  place,
  wishes,
  situation,
  desk,
}: Pick<Stage, "place" | "wishes" | "situation" | "desk">): Promise<Pick<Request, "waivers">> {
  if (wishes.planKeys.length === 0) return {};
  try {
    const pulls = await pullsOf({ place, situation });
    const all = pulls.map((pull) => waiversOf(place.connection, { pull, folder: wishes.folder }, wishes.planKeys));
    return { waivers: (await Promise.all(all)).flat() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // What cannot be read accepts nothing: the findings count, and the rest stands.
    desk.warning(`Waivers could not be read, so none holds. ${error.message} ${error.remedy}`);
    return {};
  }
}

/** The pull requests that this is about: of a push those whose merge it is. What was accepted for a plan there holds for that very plan here. */
async function pullsOf({ place, situation }: Pick<Stage, "place" | "situation">): Promise<readonly number[]> {
  switch (situation.kind) {
    case "pull-request":
      return [situation.number];
    case "merge-group":
      return situation.number === undefined ? [] : [situation.number];
    case "push":
      return situation.isDefault ? mergedAs(place.connection, situation.head) : [];
    case "manual":
    case "schedule":
      return [];
  }
}

/** A repository that can be read, at GitHub and in the clone that may be there. */
export interface OpenRepository {
  readonly world: World;
  readonly local: GitFiles;
  readonly github: GitHubFiles;
}

/** Opens the repository. Nothing is read yet. */
export function openRepository({ place, wishes, desk }: Pick<Stage, "place" | "wishes" | "desk">): OpenRepository {
  const local = createGitFiles({ folder: place.folder });
  const github = createGitHubFiles(place.connection, { folder: wishes.folder });
  const files = createPlaceFiles({ local, github, log: desk });
  return { world: { files, charts: chartsFromOutside(wishes.chartLogins) }, local, github };
}

/** Where this run and the files of a commit are seen. */
export function linksTo({ run, web }: Place, { folder }: Wishes, commit: string): Links {
  return { run, files: [web, "blob", commit, folder].filter(Boolean).join("/") };
}
