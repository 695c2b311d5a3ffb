import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { tell } from "./dialogue.ts";
import { readStory } from "./story.ts";
import { openTheatre } from "./theatre.ts";

/**
 * Stories, each a folder: `story.yaml` says what people do, `dialogue.md` everything that came of it, on GitHub and in the clusters. The built Action runs as a process for
 * each event, with the inputs of the shipped workflows; GitHub and the clusters are the loopback ones. Read a dialogue as its people would.
 */

// Many processes that start the chart engine.
vi.setConfig({ testTimeout: 600_000 });

const folders = readdirSync(import.meta.dirname).filter((name) => existsSync(join(import.meta.dirname, name, "story.yaml")));

it.each(folders)("%s", async (name) => {
  const folder = join(import.meta.dirname, name);
  const story = readStory(join(folder, "story.yaml"));
  const theatre = await openTheatre(story);
  const dialogue = await tell(story, theatre).finally(() => theatre.stop());
  await expect(dialogue).toMatchFileSnapshot(join(folder, "dialogue.md"));
});
