import { describe, expect, it } from "vitest";
import {
  applyButton,
  cancelButton,
  commandOfButton,
  parse,
  pauseButton,
  resumeButton,
  retryButton,
  rollbackButton,
} from "../../../src/chatops/index.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { situationOf } from "../../../src/shells/github/event.ts";
import { requestedActionEvent } from "../../support/github/events.ts";
import type { Author, CheckRun } from "../../support/github/state.ts";

/** Buttons of check runs: what they stand for, and what a press means. */

const digest = "7c1e9ab4".padEnd(64, "0");
const all = [pauseButton, cancelButton, resumeButton, applyButton(digest), retryButton(digest), rollbackButton(digest)];
const ana: Author = { login: "ana", type: "User", id: 7 };
const delivery = { id: "d-1", at: 5_000 };

function pressed(identifier: string, externalId = "isthmus:run pull=412 comment=9", by = ana): JsonObject {
  return JSON.parse(
    JSON.stringify(requestedActionEvent({ id: 31, headSha: "a".repeat(40), externalId } as CheckRun, identifier, by)),
  ) as JsonObject;
}

describe("a button", () => {
  it.each(all)("$label fits GitHub's limits and stands for a command that can be read", ({ identifier, label, description }) => {
    expect([identifier.length <= 20, label.length <= 20, description.length <= 40]).toEqual([true, true, true]);
    const { commands, misread } = parse(commandOfButton(identifier) ?? "", { shortForm: false });
    expect([commands.length, misread]).toEqual([1, []]);
    expect(commands[0]?.verb).toBe(identifier.split(" ")[0]);
  });

  it("of a plan names that plan", () => {
    expect(commandOfButton(applyButton(digest).identifier)).toBe("/isthmus apply --plan=7c1e9ab4");
    expect(commandOfButton(rollbackButton(digest).identifier)).toContain("--to=7c1e9ab4 ");
  });

  it.each(["", "unlock", "apply", "apply 7c1e9ab", "apply 7c1e9ab4 --prune=9", "rollback 7C1E9AB4", "pause\n/apply"])(
    "%j is none of ours",
    (identifier) => {
      expect(commandOfButton(identifier)).toBeUndefined();
    },
  );
});

describe("a press", () => {
  it("is a command of whoever pressed, about the pull request that the check run names", () => {
    expect(situationOf("check_run", pressed("pause"), { delivery })).toEqual({
      kind: "comment",
      number: 412,
      comment: {
        id: 31,
        button: { delivery: "d-1", since: expect.any(Number) },
        body: "/isthmus pause",
        login: "ana",
        isBot: false,
        at: 5_000,
      },
      defaultBranch: "main",
    });
    expect(situationOf("check_run", pressed("apply 7c1e9ab4", `isthmus:${"0".repeat(32)} pull=7`), { delivery })).toMatchObject({
      number: 7,
    });
  });

  it("of a bot is a bot's", () => {
    expect(situationOf("check_run", pressed("pause", undefined, { ...ana, login: "robot[bot]", type: "Bot" }), { delivery })).toMatchObject(
      { comment: { isBot: true } },
    );
  });

  it.each([
    ["a button nobody made", pressed("unlock")],
    ["a check run without a pull request", pressed("pause", `isthmus:${"0".repeat(32)}`)],
    ["a check run of somebody else", pressed("pause", "other pull=412")],
    ["nothing pressed", { ...pressed("pause"), action: "rerequested" }],
  ])("of %s means nothing", (_, event) => {
    expect(situationOf("check_run", event, { delivery }).kind).toBe("nothing");
  });

  it("is not heard by a job: GitHub tells jobs of none that we make", () => {
    expect(() => situationOf("check_run", pressed("pause"))).toThrow("not one Isthmus works on");
  });
});
