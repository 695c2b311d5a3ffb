import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breaches, judge } from "../support/law.ts";

const src = join(import.meta.dirname, "..", "..", "src");

describe("the import law", () => {
  it("holds in every source file", () => {
    expect(breaches()).toEqual([]);
  });

  it.each([
    ["render", "node:fs", "the same mesh would come out differently"],
    ["render", "diff", "stages meet only in model/"],
    ["report", "adapters", "would touch the outside"],
    ["validate", "npm:undici", "only pure libraries"],
    ["model", "npm:js-yaml", "a noun would know npm:js-yaml"],
    ["adapters", "pipeline", "the outside would decide"],
    ["pipeline", "npm:js-yaml", "the map would do work itself"],
    ["cupboard", "model", "a room the law does not know"],
  ])("says what it would mean if %s imported %s", (room, target, meaning) => {
    expect(judge({ file: "", room, target, targetFile: `/${target}`, typeOnly: false })).toContain(meaning);
  });

  it("lets only adapters and the door that seals open a Secret", () => {
    const opening = readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("adapters/") && !file.startsWith("model/secret"))
      .filter((file) => /\.open\(\)/u.test(readFileSync(join(src, file), "utf8")));
    expect(opening).toEqual([]);
  });
});
