import { expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { leadsForth } from "../../src/shells/leads-forth.ts";

/** `old` is where `new` grew from; `other` is nobody's relative. */
const history = {
  mergeBase: async (one: string, other: string) => ([one, other].includes("other") ? undefined : one === other ? one : "old"),
};

it.each([
  ["new", "old", false],
  ["old", "new", true],
  ["old", "other", false],
  [undefined, "old", false],
])("from %s to %s: %s", async (from, to, isForth) => {
  expect(await leadsForth(history, from, to)).toBe(isForth);
});

it("is a way back where nobody can tell: an outage of GitHub keeps nobody from going back", async () => {
  const away = { mergeBase: () => Promise.reject(problem("github-unreachable", { request: "GET compare", why: "it is away" })) };
  expect(await leadsForth(away, "old", "new")).toBe(false);
});
