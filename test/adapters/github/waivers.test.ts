import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../../src/adapters/github/index.ts";
import { waiversOf, waiverText } from "../../../src/adapters/github/waivers.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addComment } from "../../support/github/answers/comments.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import { type Author, bot as us } from "../../support/github/state.ts";

/** A waiver lies hidden in our answer, which people with write access can edit: what they make of it is none. */

const [key, other] = [new Secret("a".repeat(64)), new Secret("b".repeat(64))];
const place = { pull: 412, folder: "infra" };
const waiver = { rule: "deny-all-policy", findings: ["f1"], reason: "known", by: "ben", until: "2026-12-31" };
const mallory: Author = { login: "mallory", type: "User", id: 66 };
let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.stop());

const connection = (repo = github.state.repo) =>
  connect({ token: new Secret(github.state.token.value), apiUrl: github.apiUrl, owner: "shop", repo });
const found = (keys = [key], at = place) => waiversOf(connection(), at, keys);

/** Our answer to comment 5, and what becomes of it. */
function answer(change: (body: string) => string = (body) => body, author = us, issue = place.pull): void {
  const body = `<!-- isthmus:reply comment=5 answered -->\n${waiverText(connection(), { ...place, comment: 5 }, waiver, key)}**Accepted.**\n`;
  addComment(github.state, { issue, author, body: change(body) });
}

const payload = /(?<=isthmus:waiver v1 )\S+/u;
const saying = (more: object) => (body: string) =>
  body.replace(payload, (text) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(text, "base64").toString()), ...more })).toString("base64"),
  );

describe("a waiver", () => {
  it("is read from our own answer, also while the key is rotated", async () => {
    answer();
    expect([await found(), await found([other, key])]).toEqual([[waiver], [waiver]]);
  });

  it.each([
    ["says another rule", saying({ rule: "mutual-tls-disabled" })],
    ["covers more findings", saying({ findings: ["f1", "f2"] })],
    ["lasts longer", saying({ until: "2099-12-31" })],
    ["says the same with another signature", (body: string) => body.replace(/[0-9a-f]{64} -->/u, `${"0".repeat(64)} -->`)],
    ["stands in the answer to another comment", (body: string) => body.replace("comment=5", "comment=6")],
    ["stands below the text of somebody", (body: string) => `looks good\n${body}`],
    ["is cut", (body: string) => body.replace(payload, (text) => text.slice(0, -8))],
  ])("that %s is none", async (_, change) => {
    answer(change);
    expect(await found()).toEqual([]);
  });

  it("is none in somebody else's comment, on another pull request, in another folder, in another repository, or without its key", async () => {
    answer(undefined, mallory);
    answer(undefined, us, 413);
    expect(await found()).toEqual([]);
    expect(await found([key], { ...place, pull: 413 })).toEqual([]);
    answer();
    expect(await found([key], { ...place, folder: "" })).toEqual([]);
    expect([await found([other]), await found([])]).toEqual([[], []]);
    const elsewhere = waiverText(connection("other"), { ...place, comment: 5 }, waiver, key);
    github.state.comments.length = 0;
    answer((body) => body.replace(/<!-- isthmus:waiver.*\n/u, elsewhere));
    expect(await found()).toEqual([]);
  });
});
