import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, decide, offers, parse } from "../../src/chatops/index.ts";
import type { Refused } from "../../src/model/command.ts";
import { help, refusals } from "../../src/report/index.ts";
import { flaws } from "../report/markdown-checks.ts";
import { ana, at, fine } from "./asked.ts";

/** What a person reads below their comment. */
function answer(body: string, change: Partial<Asked> = {}): string {
  const { commands, misread } = parse(body, { shortForm: true });
  const refused = commands.flatMap((command): readonly Refused[] => {
    const decision = decide(command, { ...fine, ...change });
    return decision.kind === "allowed" ? [] : [{ text: command.text, reasons: decision.reasons }];
  });
  return refusals([...misread.map(({ text, reason }) => ({ text, reasons: [reason] })), ...refused]);
}

const golden = (name: string) => join(import.meta.dirname, "replies", `${name}.md`);
const lock = { cluster: "west", kind: "person", holder: "dora", pull: undefined, until: at + 3_600_000 } as const;

describe("an answer", () => {
  it("says everything that stands against an apply", async () => {
    const checks = [{ name: "unit", state: "failed" as const }];
    const text = answer("/apply east west --prune=4", {
      approvals: [],
      checks,
      locks: [lock, { ...lock, cluster: "east", kind: "run", holder: "r1", pull: 9 }],
    });
    await expect(text).toMatchFileSnapshot(golden("apply"));
  });

  it("says what was not understood", async () => {
    await expect(answer("/aply\n/apply eest\n/apply --purne=3\n/lock east\n/\u0430pply")).toMatchFileSnapshot(golden("misread"));
  });

  it("to /help tells what this person may do, and why not the rest", async () => {
    const text = help(offers({ ...fine, person: { ...ana, permission: "triage" } }));
    await expect(text).toMatchFileSnapshot(golden("help"));
  });
});

describe("whatever others wrote", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "@shop/admins",
      "#1",
      "<img src=x>",
      "`",
      "```",
      "[a](https://b.example)",
      "|",
      "</sub>",
      "<!--",
      "**",
      "https://b.example",
    ),
    fc.string(),
  );
  const words = fc.array(hostile, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));

  it("makes no mention, link or markup in the answer", () => {
    fc.assert(
      fc.property(words, words, (said, check) => {
        const text = answer(`/apply ${said.replace(/[\r\n]/gu, " ")}\n/isthmus ${said.replace(/[\r\n]/gu, " ")}`, {
          checks: [{ name: check, state: "failed" }],
        });
        expect(flaws(text)).toEqual([]);
        expect(flaws(answer("/apply", { checks: [{ name: check, state: "failed" }] }))).toEqual([]);
      }),
    );
  });
});
