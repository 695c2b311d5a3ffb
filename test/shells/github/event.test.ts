import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import { situationOf } from "../../../src/shells/github/event.ts";
import { issueCommentEvent } from "../../support/github/events.ts";
import type { Comment } from "../../support/github/state.ts";

/** What GitHub tells of a comment, and what of it is heard. */

const comment: Comment = {
  id: 5,
  issue: 412,
  author: { login: "ana", type: "User", id: 7 },
  body: "/apply",
  createdAt: Date.UTC(2026, 10, 24),
} as Comment;
type Event = Readonly<Record<"comment" | "issue", JsonObject>> & JsonObject;
const event = (action?: "edited" | "deleted") => issueCommentEvent(comment, action) as Event;
const kind = (given: JsonObject) => situationOf("issue_comment", given).kind;

describe("a comment", () => {
  it("is heard when somebody has just written it on a pull request", () => {
    expect(situationOf("issue_comment", event())).toMatchObject({ kind: "comment", number: 412, comment: { login: "ana", isBot: false } });
  });

  it("is not heard when it was edited or deleted, also by an event that came late and says that it is new", () => {
    expect([kind(event("edited")), kind(event("deleted"))]).toEqual(["nothing", "nothing"]);
    const late = { ...event(), comment: { ...event().comment, updated_at: "2026-11-24T00:00:09Z" } };
    expect(kind(late)).toBe("nothing");
  });

  it("is not heard on an issue, and not when its author is gone", () => {
    const { pull_request: _, ...issue } = event().issue;
    expect(kind({ ...event(), issue })).toBe("nothing");
    expect(kind({ ...event(), comment: { ...event().comment, user: null } })).toBe("nothing");
  });

  it.each(["Bot", "Mannequin", "Organization", undefined])("by a user of type %s is a bot's, whatever its login", (type) => {
    const { comment: said } = event();
    const user = { ...(said["user"] as JsonObject), type: type ?? "User", login: type === undefined ? "sync[bot]" : "ana" };
    expect(situationOf("issue_comment", { ...event(), comment: { ...said, user } })).toMatchObject({ comment: { isBot: true } });
  });

  it.each(["main\n::set-output name=a::b", "$(id)", "HEAD", "a".repeat(39), "A".repeat(40)])("names no commit %j", (sha) => {
    expect(() => situationOf("push", { before: "0".repeat(40), after: sha, ref: "refs/heads/main" })).toThrow("not a commit id");
  });
});
