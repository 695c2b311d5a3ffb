import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder } from "../../src/adapters/disk.ts";
import { load } from "../../src/load/index.ts";
import { summaryOf } from "../render/summary.ts";
import { rendered } from "../support/charts.ts";

const cases = join(import.meta.dirname, "render");

test.each(readdirSync(cases).sort())("render/%s", async (name) => {
  const repository = load(await readFolder(join(cases, name)));
  expect(repository.findings.filter((finding) => finding.severity === "error")).toEqual([]);
  await expect(summaryOf(await rendered(repository))).toMatchFileSnapshot(join(cases, name, "expected.txt"));
});
