import type { Asked, Person } from "../../src/chatops/index.ts";
import { defaultChatOps } from "../../src/model/chatops.ts";

/** Noon of a Monday. */
export const at = Date.UTC(2026, 10, 23, 12, 0);

export const ana: Person = { login: "ana", isBot: false, permission: "write", teams: [] };

/** A plan that nothing stands against: open, approved by ben for both clusters, `apply: onCommand`. */
export const fine: Asked = {
  chatops: defaultChatOps,
  mesh: {
    clusters: ["east", "eu", "west"],
    groups: new Map([["us", ["east", "west"]]]),
    waves: [["east"], ["west", "eu"]],
    apply: "onCommand",
    maxDeletions: 2,
  },
  person: ana,
  pull: { number: 7, state: "open", isFork: false, isPrivate: true, head: "h".repeat(40), base: "b".repeat(40), authors: ["cleo"] },
  plan: {
    digest: "7c1e9ab4".padEnd(64, "0"),
    head: "h".repeat(40),
    base: "b".repeat(40),
    clusters: new Map([
      ["east", { digest: "e1", deletions: 0 }],
      ["west", { digest: "w1", deletions: 1 }],
    ]),
    errors: 0,
  },
  approvals: [
    {
      login: "ben",
      permission: "write",
      clusters: new Map([
        ["east", "e1"],
        ["west", "w1"],
      ]),
      head: "h".repeat(40),
    },
  ],
  checks: [{ name: "unit", state: "passed" }],
  locks: [],
  at,
};
