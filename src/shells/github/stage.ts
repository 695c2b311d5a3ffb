import { createCharts } from "../../adapters/charts/index.ts";
import { createGitFiles } from "../../adapters/git/index.ts";
import { type Connection, createGitHubFiles } from "../../adapters/github/index.ts";
import type { Request } from "../../model/study.ts";
import type { World } from "../../world.ts";
import { proxyFromEnvironment } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Situation } from "./event.ts";
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
}

/** Everything a run has at hand once it is known why it runs. */
export interface Stage {
  readonly place: Place;
  readonly wishes: Wishes;
  readonly desk: Desk;
  readonly situation: Exclude<Situation, { kind: "nothing" }>;
  readonly connection: Connection;
  readonly world: World;
  readonly request: Request;
  readonly links: Links;
}

/** Opens the repository where it can be read, and says what is asked about. */
export async function openStage(given: Pick<Stage, "place" | "wishes" | "desk" | "situation">): Promise<Stage> {
  const { place, wishes, desk, situation } = given;
  const { connection, folder } = place;
  const local = createGitFiles({ folder });
  const github = createGitHubFiles(connection, { folder: wishes.folder });
  const world = { files: createPlaceFiles({ local, github, log: desk }), charts: createCharts({ proxy: proxyFromEnvironment() }) };
  const request = await requestFor(situation, wishes, { local, github, log: desk, at: Date.now() });
  const links = { run: place.run, files: [place.web, "blob", situation.head, wishes.folder].filter(Boolean).join("/") };
  return { ...given, connection, world, request, links };
}
