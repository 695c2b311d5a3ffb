import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { changesText } from "../support/changes-text.ts";
import { desiredOf } from "../support/desired.ts";

const folder = join(import.meta.dirname, "diff");

/** Each folder is a story: base.yaml, head.yaml (see test/support/desired.ts), and what a reader is told. */
describe("diff", () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const read = (file: string) => desiredOf(readFileSync(join(folder, name, file), "utf8"));
      const baseline = existsSync(join(folder, name, "base.yaml")) ? read("base.yaml") : undefined;
      const changes = diff(read("head.yaml"), baseline);
      await expect(changesText(changes)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
    });
  }
});
