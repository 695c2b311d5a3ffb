import { accessNeeded } from "../../../pipeline.ts";
import { writeYaml } from "../../../yaml/index.ts";
import { exitCodes } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface AccessOptions {
  readonly folder: string;
  readonly probe: boolean;
  readonly locks: boolean;
  readonly output: "text" | "json";
}

/** `isthmus access`: the roles that let Isthmus do its work in the clusters of this mesh, and no more. */
export async function access(terminal: Terminal, options: AccessOptions): Promise<number> {
  const request = await requestFrom(options);
  const objects = await terminal.progress("rendering", accessNeeded(createLocalWorld(options), request, options));
  terminal.print(
    options.output === "json"
      ? `${JSON.stringify({ schemaVersion: 1, kind: "access", objects }, undefined, 2)}\n`
      : objects.map((object) => `---\n${writeYaml(object)}`).join(""),
  );
  return exitCodes.fine;
}
