import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Study } from "../../src/model/study.ts";
import { comment, report, text } from "../../src/report/index.ts";

const folder = join(import.meta.dirname, "report");

/** Each case is a folder with `study.ts`, which makes the study, and what people would read of it. */
describe.each(readdirSync(folder))("%s", (name) => {
  it("reads as expected in a pull request and on a terminal", async () => {
    const { default: study } = (await import(join(folder, name, "study.ts"))) as { readonly default: Study };
    const told = report(study);
    const options = { files: "https://github.example/shop/mesh/blob/5f2c8d1", elsewhere: [{ name: "job summary" }] };
    await expect(comment(told, options)).toMatchFileSnapshot(join(folder, name, "expected.md"));
    await expect(text(told, { colour: false, width: 100 })).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  });
});
