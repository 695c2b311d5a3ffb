import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { flaws } from "../report/markdown-checks.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { type Finished, runJob } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Comment, Role } from "../support/github/state.ts";

/** Comments as commands: the Action as a process, as a workflow on `issue_comment` would run it, against the loopback GitHub. */

vi.setConfig({ testTimeout: 300_000 });

const ana: Author = { login: "ana", type: "User", id: 7 };
const cleo: Author = { login: "cleo", type: "User", id: 8 };
const number = 412;

let github: LoopbackGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  const { objects, refs, people } = github.state;
  base = addCommit(objects, shop);
  head = addCommit(objects, scenario("traffic-split"), [base]);
  refs.set("refs/heads/main", base);
  refs.set(`refs/pull/${number}/head`, head);
  people.set("ana", { id: 7, role: "write" });
  openPull();
});
afterEach(() => github.stop());

function openPull({ isFork = false } = {}): void {
  github.state.pulls.set(number, {
    number,
    author: cleo,
    isFork,
    isDraft: false,
    state: "open",
    head,
    base,
    mergeCommit: undefined,
    reviews: [],
  });
}

/** Somebody writes a comment, and the workflow runs. `change` alters the event. */
function write(
  body: string,
  { author = ana, change = {} }: { readonly author?: Author; readonly change?: object } = {},
): Promise<Finished> {
  return hear(addComment(github.state, { issue: number, author, body }), change);
}

function hear(comment: Comment, change: object = {}): Promise<Finished> {
  const inputs = { "github-token": github.state.token.value };
  return runJob({ github, eventName: "issue_comment", event: { ...issueCommentEvent(comment), ...change }, inputs });
}

function as(role: Role): void {
  github.state.people.set("ana", { id: 7, role });
}

const replies = (): readonly string[] =>
  github.state.comments.filter(({ author, body }) => author.type === "Bot" && body.includes("isthmus:reply")).map(({ body }) => body);
const reactions = (comment = github.state.comments[0]): readonly string[] => comment?.reactions.map(({ content }) => content) ?? [];

describe("a command in a comment", () => {
  it("is answered once, with a reaction at once and one at the end; heard again it is found answered", async () => {
    const first = await write("Please:\n\n/isthmus help\n");
    expect([first.code, first.outputs["decision"], first.outputs["reason-code"]]).toEqual([0, "pass", "answered"]);
    expect(replies()).toEqual([expect.stringContaining("What you may ask for here")]);
    expect(replies()[0]).toMatch(/^<!-- isthmus:reply comment=\d+ answered -->\n/u);
    expect(first.outputs["comment-url"]).toContain(`#issuecomment-${github.state.comments[1]?.id}`);
    expect(reactions()).toEqual(["eyes", "rocket"]);

    const writes = github.writes().length;
    const comment = github.state.comments[0];
    if (comment === undefined) throw new Error("the comment is gone");
    const second = await hear(comment);
    expect([second.code, second.outputs["reason-code"]]).toEqual([0, "nothing_to_do"]);
    expect(replies()).toHaveLength(1);
    // The reaction that is there already is asked for again, and GitHub makes no second one.
    expect(github.writes().length - writes).toBeLessThanOrEqual(1);
  });

  it("is answered although somebody else wrote what looks like the answer", async () => {
    const comment = addComment(github.state, { issue: number, author: ana, body: "/help" });
    addComment(github.state, {
      issue: number,
      author: cleo,
      body: `<!-- isthmus:reply comment=${comment.id} answered -->\nnothing for you`,
    });
    await hear(comment);
    expect(replies()).toHaveLength(1);
    expect(github.state.comments[1]?.body).toContain("nothing for you");
  });

  it("of two lines is answered in one comment, in their order; a second deed is refused and says why", async () => {
    const done = await write("/diff east\n\n/help\n\n/apply\n\n/rollback --reason=why");
    expect(replies()).toHaveLength(1);
    const text = replies()[0] ?? "";
    const places = ["`/diff east`", "`/help`", "`/apply`", "`/rollback --reason=why`"].map((part) => text.indexOf(part));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
    for (const code of ["[plan_missing]", "[second_deed]"]) expect(text).toContain(code);
    expect([done.code, done.outputs["decision"]]).toEqual([0, "fail"]);
    expect(reactions()).toEqual(["eyes", "confused"]);
  });
});

describe("nothing is done, and nothing said,", () => {
  const edited = (comment: Comment): object => {
    const event = issueCommentEvent(comment) as { readonly comment: object };
    return { comment: { ...event.comment, updated_at: "2026-11-23T09:00:00Z" } };
  };

  it("for commands in code and quotes, edits, and comments on issues: not one request is sent", async () => {
    const code = await write("Try this:\n\n```\n/apply\n```\n\n> /apply\n\n`/apply`\n\n<!--\n/apply\n-->\n");
    const comment = addComment(github.state, { issue: number, author: ana, body: "/help" });
    const later = await hear(comment, edited(comment));
    const edit = await hear(comment, { action: "edited" });
    const gone = await hear(comment, { action: "deleted" });
    const issue = await hear(comment, { issue: { number } });
    for (const { code: exit, outputs } of [code, later, edit, gone, issue])
      expect([exit, outputs["reason-code"]]).toEqual([0, "nothing_to_do"]);
    expect(github.log).toEqual([]);
  });

  it("for a bot that the mesh does not name, and for an answer of our own", async () => {
    const robot: Author = { login: "robot[bot]", type: "Bot", id: 9 };
    const bot = await write("/help", { author: robot });
    const own = await write("<!-- isthmus:reply comment=1 answered -->\n\n/help", { author: robot });
    expect([bot.outputs["reason-code"], own.outputs["reason-code"]]).toEqual(["nothing_to_do", "nothing_to_do"]);
    expect(github.writes()).toEqual([]);
  });
});

describe("who may not", () => {
  it("is told that alone: no cluster is named, and nothing is done", async () => {
    as("read");
    const { outputs, code } = await write("/apply");
    expect([code, outputs["decision"], outputs["reason-code"]]).toEqual([0, "fail", "not_permitted"]);
    expect(replies()[0]).toContain("[not_permitted]");
    expect(replies()[0]).not.toMatch(/`(?:east|west|eu)`/u);
    expect(github.writes().filter(({ path }) => !/comments|reactions/u.test(path))).toEqual([]);
  });

  it("apply a fork, whoever asks; a maintainer has it planned", async () => {
    openPull({ isFork: true });
    const apply = await write("/apply");
    expect(apply.outputs["reason-code"]).toBe("fork_untrusted");
    await write("/plan");
    expect(replies()[1]).toMatch(/Plan `[0-9a-f]{8}`/u);
  });

  it("rights given by the pull request itself are none", async () => {
    as("read");
    const grants = "\n  chatops: { grants: [{ permission: read, verbs: [apply, plan] }] }\n";
    const mesh = Object.fromEntries(
      Object.entries(shop).map(([path, text]) => [path, path === "mesh.yaml" ? `${String(text).trimEnd()}${grants}` : text]),
    );
    head = addCommit(github.state.objects, mesh, [base]);
    openPull();
    expect((await write("/plan")).outputs["reason-code"]).toBe("not_permitted");
  });
});

describe("/waive", () => {
  const key = "k".repeat(64);
  const checkout = "config/all/shop/checkout.yaml";
  // One route leads to a subset that nobody defines.
  const routed = String(scenario("traffic-split")[checkout]).replace(/subset: v2/u, "subset: v9");
  const ask = (body: string): Promise<Finished> => {
    const comment = addComment(github.state, { issue: number, author: ana, body });
    return runJob({ github, eventName: "issue_comment", event: issueCommentEvent(comment), inputs: { "plan-key": key } });
  };
  const sticky = (): string => github.state.comments.find(({ body }) => body.startsWith("<!-- isthmus:v1 "))?.body ?? "";

  it("accepts what a rule finds in this plan, signed, until its day; not what an API server refuses; and ends with the answer that holds it", async () => {
    head = addCommit(github.state.objects, { ...shop, [checkout]: routed }, [base]);
    expect((await ask("/waive route-to-missing-subset --reason=x")).outputs["reason-code"]).toBe("own_pull_request");
    github.state.credits.set(head, { author: cleo, committer: cleo });
    github.state.refs.set(`refs/pull/${number}/head`, head);
    openPull();
    const codes: (string | undefined)[] = [];
    for (const line of [
      "/waive no-such-rule --reason=x",
      "/waive unknown-key --reason=x",
      "/waive route-to-missing-subset --reason=x --until=2020-01-01",
    ])
      codes.push((await ask(line)).outputs["reason-code"]);
    expect(codes).toEqual(["rule_unknown", "rule_not_waived", "waiver_past"]);

    const before = Number((await ask("/plan")).outputs["decision"] === "fail");
    expect(before).toBe(1);
    const done = await ask('/waive route-to-missing-subset --reason="the subset comes tomorrow" --until=2099-01-31');
    expect([done.code, done.outputs["decision"]]).toEqual([0, "pass"]);
    expect(replies().at(-1)).toMatch(/Waived by `ana` until `2099-01-31`: \d+ findings? of `route-to-missing-subset`/u);
    await ask("/plan");
    expect(sticky()).toContain("Waived until `2099-01-31`: `the subset comes tomorrow` (by `ana`)");

    // Somebody edits what is signed: then it is signed by nobody.
    const held = github.state.comments.find(({ body }) => body.includes("isthmus:waiver"));
    if (held === undefined) throw new Error("no answer holds the waiver");
    held.body = held.body.replace(/(isthmus:waiver v1 )(.)/u, (_, start: string, first: string) => `${start}${first === "a" ? "b" : "a"}`);
    await ask("/plan");
    expect(sticky()).not.toContain("Waived until");
  });
});

describe("/diff", () => {
  it("--raw is the YAML of the objects line by line, --effective what it does to hosts; both of one object", async () => {
    const done = await write(
      "/diff east --raw\n\n/diff --effective\n\n/diff virtualservice/shop/checkout --effective\n\n/diff service/shop/nobody --effective",
    );
    const [text = ""] = replies();
    expect([done.code, done.outputs["decision"]]).toEqual([0, "pass"]);
    const [raw = "", effective = "", one = "", none = ""] = text.split(/(?=\*\*`\/diff)/u).slice(1);
    expect(raw).toMatch(/```diff\n@@ -\d+,\d+ \+\d+,\d+ @@\n/u);
    expect(raw).toMatch(/^-.*timeout|^\+.*weight: 90$/mu);
    expect(effective).toContain("`checkout.shop.svc.cluster.local` in `east`");
    expect(effective).toMatch(/: changes\n/u);
    expect(one).toContain("`checkout.shop.svc.cluster.local`");
    expect(none).toContain("Nothing about any host changes");
  });
});

describe("/plan", () => {
  it("about a host names the objects that decide about it, before and after, with file and line", async () => {
    const done = await write("/explain checkout.shop");
    const [text = ""] = replies();
    expect(text).toContain("`checkout.shop.svc.cluster.local` in `east`");
    expect(text).toMatch(
      /before: every request → `checkout\.shop\.svc\.cluster\.local`.*\n.*now: every request → 90 % `checkout\.shop\.svc\.cluster\.local` \(subset `v1`\), 10 % /su,
    );
    expect(text).toContain("`config/all/shop/checkout.yaml:");
    expect([done.code, done.outputs["decision"]]).toEqual([0, "pass"]);
  });

  it("brings comment and check run up to date, and what is asked after it knows the plan", async () => {
    const done = await write("/plan");
    const sticky = github.state.comments.find(({ body }) => body.startsWith("<!-- isthmus:v1 "));
    expect(sticky?.body).toContain(`head=${head} plan=${done.outputs["plan-digest"]}`);
    expect(github.state.checkRuns).toContainEqual(expect.objectContaining({ name: "isthmus / plan", headSha: head }));
    expect(replies()[0]).toContain(`#issuecomment-${sticky?.id}`);
    const status = await write("/status");
    expect(status.code).toBe(0);
    expect(replies()[1]).toContain(`Its plan is \`${done.outputs["plan-digest"]?.slice(0, 8)}\``);
    // The example mesh says apply: onMerge, and nobody has merged.
    expect(replies()[1]).toContain("[not_merged]");
  });
});

describe("whatever is written", () => {
  it("commands neither GitHub's readers nor the runner", async () => {
    const hostile = "/isthmus aply @shop/admins #1 <img src=x> [a](https://b.example) ::set-output name=x::y ##[add-mask]z `";
    const { log } = await write(`${hostile}\n\n/diff ::error::x`);
    expect(flaws(replies()[0] ?? "", ["https://github.com/shop/mesh/"])).toEqual([]);
    expect(log).not.toMatch(/^\s*(?:::|##\[)(?!add-mask::)/mu);
  });
});
