import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultLimits, readDocuments, readValues, YamlError } from "../../src/yaml/index.ts";
import { kubectl35 } from "../support/binaries.ts";
import { type Answer, askKubectl } from "./kubectl.ts";
import { spellings } from "./spellings.ts";

const recording = join(import.meta.dirname, "kubectl.json");
const answers = JSON.parse(readFileSync(recording, "utf8")) as readonly Answer[];
const kubectl = kubectl35();

/**
 * Where we differ and know it. `refused`: kubectl reads it, we say that we do not: nobody is misled. `told`: we read it otherwise, and the finding
 * `line-separator` says so.
 */
const known: Readonly<Record<string, "refused" | "told">> = {
  [`scalar ${JSON.stringify("\u2028")}`]: "told",
  [`scalar ${JSON.stringify("a\u0085b")}`]: "told",
  "next line in quotes": "told",
  "flow with colon and bracket": "refused",
  "colon before brace": "refused",
  "colon before comma": "refused",
  "escape '": "refused",
  "bare text at the margin in brackets": "refused",
  "quotes at the margin": "refused",
  "json after json": "refused",
};

const fatal = new Set(["syntax", "alias-limit", "depth-limit", "document-limit"]);

/** kubectl complains about the kind of the value, not about the YAML: that is `not-an-object`, a question for the loader. */
function refusesYaml(answer: Answer): boolean {
  return answer.error !== undefined && !answer.error.includes("cannot unmarshal");
}

/** Numbers as JSON writes them: kubectl prints 1e+21 where we hold 1e21. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("reading YAML as kubectl does", () => {
  it("has an answer for every spelling", () => {
    expect(answers.map(({ name, text }) => ({ name, text }))).toEqual(spellings);
    expect(new Set(spellings.map((spelling) => spelling.name)).size).toBe(spellings.length);
  });

  it.each(answers.filter((answer) => known[answer.name] === undefined).map((answer) => [answer.name, answer] as const))(
    "%s",
    (_, answer) => {
      const { documents, mistakes } = readDocuments("probe.yaml", answer.text, defaultLimits);
      expect(mistakes.some((mistake) => fatal.has(mistake.code))).toBe(refusesYaml(answer));
      if (answer.error === undefined) expect(plain(documents.map((document) => document.value))).toEqual(plain(answer.objects));
      else expect(plain(documents.slice(0, answer.objects.length).map((document) => document.value))).toEqual(plain(answer.objects));
    },
  );

  it.each(Object.entries(known))("differs safely: %s is %s", (name, how) => {
    const answer = answers.find((entry) => entry.name === name);
    const { mistakes } = readDocuments("probe.yaml", answer?.text ?? "", defaultLimits);
    const code = how === "told" ? "line-separator" : "syntax";
    expect(mistakes.map((mistake) => mistake.code)).toContain(code);
  });

  it("reads values the same with and without places", () => {
    for (const { text } of spellings) {
      const { documents, mistakes } = readDocuments("probe.yaml", text, defaultLimits);
      if (mistakes.some((mistake) => fatal.has(mistake.code))) expect(() => readValues(text)).toThrow(YamlError);
      else expect(readValues(text)).toEqual(documents.map((document) => document.value));
    }
  });

  it.skipIf(kubectl === undefined)("has recorded what kubectl says today (skipped without kubectl from npm)", async () => {
    const asked = askKubectl(kubectl ?? "", spellings);
    await expect(`${JSON.stringify(asked, null, 1)}\n`).toMatchFileSnapshot("kubectl.json");
  });
});
