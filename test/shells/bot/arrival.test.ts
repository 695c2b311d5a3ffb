import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import { sort } from "../../../src/shells/bot/arrival.ts";

/** What becomes of a webhook whose signature was right. */

const repositories = ["shop/mesh", "house/*"];
const envelope = { installation: { id: 7 }, repository: { full_name: "Shop/Mesh" } };

function sorted(event: string, payload: JsonObject) {
  const body = JSON.stringify({ ...envelope, ...payload });
  return sort({ delivery: "d-1", event, payload: JSON.parse(body) as JsonObject, body, at: 5 }, repositories);
}

const pull = (action: string, more: JsonObject = {}): JsonObject => ({ action, pull_request: { number: 412 }, ...more });

describe("a webhook", () => {
  it.each(["opened", "reopened", "synchronize", "ready_for_review"])("about a pull request that is %s is work in its line", (action) => {
    const body = JSON.stringify({ ...envelope, ...pull(action) });
    expect(sorted("pull_request", pull(action))).toEqual({
      kind: "work",
      arrival: { id: "d-1", deed: undefined, line: "shop/mesh#412", kind: `pull_request.${action}`, body, at: 5 },
    });
  });

  it("about an edited pull request is work only when its base branch is another", () => {
    expect(sorted("pull_request", pull("edited", { changes: { title: { from: "x" } } })).kind).toBe("ignored");
    expect(sorted("pull_request", pull("edited", { changes: { base: { ref: { from: "x" } } } })).kind).toBe("work");
  });

  it.each([
    ["another action", "pull_request", pull("labeled")],
    ["another event", "star", { action: "created" }],
    ["a repository that is not served", "pull_request", pull("opened", { repository: { full_name: "mallory/mesh" } })],
    ["no repository", "pull_request", pull("opened", { repository: null })],
    ["a webhook of the repository instead of the App's", "pull_request", pull("opened", { installation: null })],
  ])("about %s means nothing", (_, event, payload) => {
    expect(sorted(event, payload)).toEqual({ kind: "ignored", why: expect.any(String) });
  });

  it("is served for all repositories of an owner where the settings say so, and for no owner whose name begins alike", () => {
    expect(sorted("pull_request", pull("opened", { repository: { full_name: "house/any" } })).kind).toBe("work");
    expect(sorted("pull_request", pull("opened", { repository: { full_name: "household/any" } })).kind).toBe("ignored");
    expect(sorted("pull_request", pull("opened", { repository: { full_name: "shop/mesh2" } })).kind).toBe("ignored");
  });
});

describe("a button of a check run", () => {
  const press = (identifier: string, external = "isthmus:run pull=412 comment=9"): JsonObject => ({
    action: "requested_action",
    requested_action: { identifier },
    check_run: { id: 31, external_id: external },
  });
  const lineOf = (payload: JsonObject): string => {
    const found = sorted("check_run", payload);
    return found.kind === "work" ? found.arrival.line : found.kind;
  };

  it("stands in the line of its command: what stops a run does not wait for its end", () => {
    expect(["pause", "cancel", "resume", "apply 7c1e9ab4", "rollback 7c1e9ab4"].map((identifier) => lineOf(press(identifier)))).toEqual([
      "shop/mesh#412 stop",
      "shop/mesh#412 stop",
      "shop/mesh#412 deeds",
      "shop/mesh#412 deeds",
      "shop/mesh#412 deeds",
    ]);
  });

  it("that is none of ours means nothing", () => {
    expect([press("unlock"), press("pause", "other"), { ...press("pause"), action: "completed" }].map(lineOf)).toEqual([
      "ignored",
      "ignored",
      "ignored",
    ]);
  });
});
