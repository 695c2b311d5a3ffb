import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../../src/adapters/github/index.ts";
import { problem } from "../../../src/catalog/problem.ts";
import type { Calendar, Expiry } from "../../../src/model/expiry.ts";
import { Secret } from "../../../src/model/secret.ts";
import { tellEndings } from "../../../src/shells/github/endings.ts";
import type { Wishes } from "../../../src/shells/github/wishes.ts";
import { addIssue } from "../../support/github/answers/issues.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";

/** What is told of tokens and certificates that end, on a loopback GitHub. */

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23);
let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
  github.state.token = { ...github.state.token, permissions: { ...github.state.token.permissions, issues: "write" } };
});
afterEach(() => github.stop());

const token = (cluster: string, days: number): Expiry => ({
  kind: "token",
  cluster,
  peer: "west",
  name: "istio-system/istio-remote-secret-west",
  ends: now + days * day,
  dueFrom: now + (days - 15) * day,
});

const calendar = (...expiries: readonly Expiry[]): Calendar => ({ mesh: "shop", at: now, expiries, unread: new Map() });
const wishes = { folder: "" } as Wishes;
const tell = (seen: Calendar, why?: string) => {
  const { state, apiUrl } = github;
  const connection = connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
  return tellEndings({ connection, wishes }, { calendar: seen, ...(why === undefined ? {} : { why }) });
};
const told = () => github.state.issues.map(({ title, state, writes }) => ({ title, state, writes }));

describe("what ends and was not renewed", () => {
  it("is an issue with the day, written once and then brought up to date, and closed when it was renewed", async () => {
    expect(await tell(calendar(token("east", 12), token("eu", 14)), "The mesh says `apply: onCommand`.")).toEqual([]);
    const [issue] = github.state.issues;
    expect(issue?.title).toBe("Mesh shop: the token by which east reads west ends on 2026-12-05 (and 1 more)");
    expect(issue?.body).toContain("| 2026-12-05 (in 12 days) | `east` |");
    expect(issue?.body).toContain("The mesh says `apply: onCommand`.");
    await tell(calendar(token("east", 12), token("eu", 14)), "The mesh says `apply: onCommand`.");
    expect(told()).toEqual([{ title: expect.any(String), state: "open", writes: 1 }]);
    await tell(calendar(token("eu", 14), token("east", 30)));
    expect(told()).toEqual([{ title: "Mesh shop: the token by which eu reads west ends on 2026-12-07", state: "open", writes: 2 }]);
    await tell(calendar(token("east", 30), token("eu", 30)));
    expect(told()).toEqual([{ title: expect.any(String), state: "closed", writes: 3 }]);
    expect(github.state.issues[0]?.body).toContain("The next of mesh `shop` ends on 2026-12-23.");
    await tell(calendar(token("east", 30), token("eu", 30)));
    expect(told()[0]?.writes).toBe(3);
    await tell(calendar(token("east", 3)));
    expect(told().map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  it("is one issue for each kind of thing, and none for what is not due yet", async () => {
    const root: Expiry = { ...token("east", 300), kind: "root", peer: undefined, name: "O=shop, CN=root", dueFrom: now - 1 };
    const signing: Expiry = { ...token("east", 300), kind: "intermediate", peer: undefined };
    await tell(calendar(token("east", 12), signing, root));
    expect(told().map(({ title }) => title)).toEqual([
      "Mesh shop: the root certificate that east trusts ends on 2027-09-19",
      "Mesh shop: the token by which east reads west ends on 2026-12-05",
    ]);
    expect(github.state.issues[0]?.body).toContain("`O=shop, CN=root`");
  });

  it("leaves an issue open while a cluster could not be looked at, and says which", async () => {
    await tell(calendar(token("east", 12), token("eu", 12)));
    const why = problem("cluster-unreachable", { cluster: "east", url: "https://203.0.113.1", why: "no answer" });
    await tell({ ...calendar(token("eu", 30)), unread: new Map([["east", why]]) });
    expect(told()).toEqual([{ title: expect.any(String), state: "open", writes: 1 }]);
    await tell({ ...calendar(token("eu", 12)), unread: new Map([["east", why]]) });
    expect(github.state.issues[0]?.body).toContain("Could not be looked at: `east`.");
  });

  it("is not told anew to somebody who closed the issue, until a week is left", async () => {
    await tell(calendar(token("east", 12)));
    const [issue] = github.state.issues;
    if (issue) issue.state = "closed";
    await tell(calendar(token("east", 12)));
    expect(told()).toHaveLength(1);
    const later = { ...calendar(token("east", 12)), at: now + 6 * day };
    await tell(later);
    expect(told().map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  it("never touches an issue of somebody else that begins like ours", async () => {
    await tell(calendar(token("east", 12)));
    const body = github.state.issues[0]?.body ?? "";
    github.state.issues.length = 0;
    const theirs = addIssue(github.state, { author: { login: "mallory", type: "User", id: 9 }, title: "x", body });
    await tell(calendar(token("east", 30)));
    await tell(calendar(token("east", 12)));
    expect(theirs).toMatchObject({ state: "open", writes: 1 });
    expect(told()).toHaveLength(2);
  });

  it("that GitHub does not let us write is a shortfall with the permission that lacks", async () => {
    github.state.token = { ...github.state.token, permissions: { contents: "read" } };
    expect(await tell(calendar(token("east", 12)))).toEqual([
      expect.objectContaining({ remedy: expect.stringContaining("issues: write"), isPassing: false }),
    ]);
  });

  it("is opened once, also when GitHub's answer to that got lost", async () => {
    github.state.faults.push({ method: "POST", path: /\/issues$/u, kind: "reset-after", times: 1 });
    expect(await tell(calendar(token("east", 12)))).toEqual([]);
    expect(told()).toHaveLength(1);
  });
});
