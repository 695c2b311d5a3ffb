import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checksOn, connect, personOf, pullOf, reviewsOf } from "../../../../src/adapters/github/index.ts";
import { Secret } from "../../../../src/model/secret.ts";
import { addCheckRun } from "../../../support/github/answers/checks.ts";
import { addReview } from "../../../support/github/answers/pulls.ts";
import { addCommit } from "../../../support/github/objects.ts";
import { openPull, pushTo } from "../../../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../../../support/github/server.ts";
import type { Author, Role } from "../../../support/github/state.ts";

/** What a decision asks GitHub: every answer is read from the loopback GitHub, which is held to GitHub's own description. */

const person = (login: string, id: number): Author => ({ login, type: "User", id });
const [ana, ben, cleo] = [person("ana", 11), person("ben", 12), person("cleo", 13)];
const webFlow = person("web-flow", 19864447);
let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
  grant({ contents: "read", "pull-requests": "write", checks: "read", statuses: "read", members: "read" });
});
afterEach(() => github.stop());

function grant(permissions: Readonly<Record<string, "read" | "write">>): void {
  github.state.token = { ...github.state.token, permissions };
}

function connection() {
  const { state, apiUrl } = github;
  return connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
}

describe("a pull request", () => {
  it("is told as it is now", async () => {
    const pull = openPull(github.state, { author: ana });
    expect(await pullOf(connection(), 7)).toEqual({
      number: 7,
      state: "open",
      isFork: false,
      isPrivate: true,
      head: pull.head,
      base: pull.base,
      authors: ["ana"],
      baseRef: "main",
      mergedBy: undefined,
      mergeCommit: undefined,
      isDraft: false,
    });
  });

  it("has the tip of its base branch, not what that was at the last push", async () => {
    const pull = openPull(github.state, { author: ana });
    const tip = addCommit(github.state.objects, { "mesh.yaml": "other" }, [pull.base]);
    github.state.refs.set("refs/heads/main", tip);
    expect((await pullOf(connection(), 7)).base).toBe(tip);
  });

  it("is merged by somebody, or closed by nobody", async () => {
    const pull = openPull(github.state, { author: ana });
    pull.state = "closed";
    expect(await pullOf(connection(), 7)).toMatchObject({ state: "closed", mergedBy: undefined, mergeCommit: undefined });
    pull.mergeCommit = addCommit(github.state.objects, { "mesh.yaml": "b" }, [pull.base, pull.head]);
    pull.mergedBy = ben;
    expect(await pullOf(connection(), 7)).toMatchObject({ state: "merged", mergedBy: "ben", mergeCommit: pull.mergeCommit });
  });

  it("of a fork is one, in public too", async () => {
    openPull(github.state, { author: ana, isFork: true }).isDraft = true;
    github.state.isPublic = true;
    expect(await pullOf(connection(), 7)).toMatchObject({ isFork: true, isPrivate: false, isDraft: true, authors: ["ana"] });
  });

  it("that is not there names the permission that could be missing", async () => {
    await expect(pullOf(connection(), 8)).rejects.toMatchObject({ code: "github-forbidden" });
  });
});

describe("who wrote a pull request", () => {
  it("is everybody a commit names, and whoever pushed it, whatever the commit says", async () => {
    const pull = openPull(github.state, { author: ana });
    pushTo(github.state, pull, { by: ben, files: { "mesh.yaml": "c" }, credits: { author: cleo, committer: webFlow } });
    pushTo(github.state, pull, {
      by: person("dee", 14),
      files: { "mesh.yaml": "d" },
      credits: { author: undefined, committer: undefined },
    });
    expect((await pullOf(connection(), 7)).authors).toEqual(["ana", "ben", "cleo", "dee"]);
  });

  it("is not who pushed other things to a branch of that name", async () => {
    const pull = openPull(github.state, { author: ana });
    const earlier = addCommit(github.state.objects, { "mesh.yaml": "earlier" });
    github.state.activity.push({ ref: "refs/heads/change", before: earlier, after: earlier, kind: "push", actor: ben });
    github.state.activity.push({ ref: "refs/heads/other", before: pull.base, after: pull.head, kind: "push", actor: cleo });
    expect((await pullOf(connection(), 7)).authors).toEqual(["ana"]);
  });

  it("is found over every page of pushes", async () => {
    const pull = openPull(github.state, { author: ana });
    pushTo(github.state, pull, { by: ben, files: { "mesh.yaml": "c" }, credits: { author: ana, committer: ana } });
    for (let index = 0; index < 250; index += 1)
      github.state.activity.push({ ref: "refs/heads/change", before: pull.base, after: pull.base, kind: "push", actor: cleo });
    expect((await pullOf(connection(), 7)).authors).toEqual(["ana", "ben"]);
  });

  it("is found in more commits than a pull request lists", async () => {
    const pull = openPull(github.state, { author: ana });
    pushTo(github.state, pull, { by: ana, files: {}, credits: { author: ben, committer: ben } });
    for (let index = 0; index < 260; index += 1) pull.head = addCommit(github.state.objects, { "mesh.yaml": "x" }, [pull.head]);
    pushTo(github.state, pull, { by: ana, files: {}, credits: { author: cleo, committer: cleo } });
    expect((await pullOf(connection(), 7)).authors).toEqual(["ana", "ben", "cleo"]);
  });
});

describe("a person", () => {
  it.each(["none", "read", "triage", "write", "maintain", "admin"] satisfies Role[])(
    "with the role %s has that permission",
    async (role) => {
      github.state.people.set("ana", { id: 11, role });
      expect(await personOf(connection(), "ana", { isBot: false, teams: [] })).toEqual({
        login: "ana",
        isBot: false,
        permission: role,
        teams: [],
        unreadTeams: [],
      });
    },
  );

  it("with a role that a company made up has what it may do; without an account, nothing", async () => {
    github.state.people.set("ana", { id: 11, role: "maintain", roleName: "release captain" });
    expect((await personOf(connection(), "ana", { isBot: false, teams: [] })).permission).toBe("maintain");
    expect((await personOf(connection(), "ghost", { isBot: true, teams: [] })).permission).toBe("none");
  });

  describe("in teams", () => {
    beforeEach(() => {
      github.state.people.set("ana", { id: 11, role: "read" });
      addTeam("mesh", undefined, []);
      addTeam("mesh-eu", "mesh", ["ana"]);
      addTeam("mesh-us", "mesh", []);
      addTeam("night", undefined, [], ["ana"]);
    });

    function addTeam(slug: string, parent: string | undefined, members: readonly string[], invited: readonly string[] = []): void {
      github.state.teams.set(slug, {
        id: github.state.nextId++,
        slug,
        parent,
        members: new Map(members.map((login) => [login, "member"])),
        invited: new Set(invited),
      });
    }

    it("is in those above her own and not where she was only invited; other teams are not asked about", async () => {
      const found = await personOf(connection(), "ana", { isBot: false, teams: ["mesh", "mesh-us", "night"] });
      expect(found).toMatchObject({ teams: ["mesh"], unreadTeams: [] });
      expect(github.log.filter(({ path }) => path.includes("mesh-eu"))).toEqual([]);
    });

    it("is in none that does not exist, and in none that may not be seen: both are named", async () => {
      expect(await personOf(connection(), "ana", { isBot: false, teams: ["mesh", "gone"] })).toMatchObject({
        teams: ["mesh"],
        unreadTeams: ["gone"],
      });
      grant({ contents: "read" });
      expect(await personOf(connection(), "ana", { isBot: false, teams: ["mesh"] })).toMatchObject({ teams: [], unreadTeams: ["mesh"] });
    });
  });
});

describe("reviews", () => {
  it("are the last word of each, with its commit and time", async () => {
    const pull = openPull(github.state, { author: ana });
    const first = pull.head;
    const { at } = addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    addReview(github.state, 7, { author: cleo, verdict: "APPROVED" });
    pushTo(github.state, pull, { by: ana, files: {} });
    addReview(github.state, 7, { author: ben, verdict: "COMMENTED" });
    const refused = addReview(github.state, 7, { author: cleo, verdict: "CHANGES_REQUESTED" });
    expect(await reviewsOf(connection(), 7)).toEqual([
      { login: "ben", verdict: "approved", commit: first, at },
      { login: "cleo", verdict: "refused", commit: pull.head, at: refused.at },
    ]);
  });

  it("that were dismissed are withdrawn, and no older one comes back", async () => {
    const pull = openPull(github.state, { author: ana });
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    const last = addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    last.verdict = "DISMISSED";
    expect(await reviewsOf(connection(), 7)).toEqual([{ login: "ben", verdict: "withdrawn", commit: pull.head, at: last.at }]);
  });

  it("are read over all pages", async () => {
    openPull(github.state, { author: ana });
    for (let index = 0; index < 120; index += 1)
      addReview(github.state, 7, { author: person(`p${index}`, 100 + index), verdict: "APPROVED" });
    addReview(github.state, 7, { author: person("p0", 100), verdict: "CHANGES_REQUESTED" });
    const found = await reviewsOf(connection(), 7);
    expect([found.length, found.filter(({ verdict }) => verdict === "refused").map(({ login }) => login)]).toEqual([120, ["p0"]]);
  });
});

describe("checks of others", () => {
  const add = (name: string, conclusion: string | null, { app = "ci", status = "completed" } = {}): void => {
    addCheckRun(github.state, { headSha: github.state.pulls.get(7)?.head ?? "", app, name, externalId: null, conclusion, status });
  };
  const found = async (except: readonly string[] = []) =>
    (await checksOn(connection(), github.state.pulls.get(7)?.head ?? "", { except }))?.map(({ name, state }) => `${name} ${state}`).sort();

  beforeEach(() => void openPull(github.state, { author: ana }));

  it("are the newest of each name and app, check runs and statuses alike; ours are not among them", async () => {
    add("unit", "failure");
    add("unit", "success");
    add("unit", "failure", { app: "other" });
    add("isthmus / plan", "failure");
    add("isthmus / plan (east)", "failure", { app: "isthmus" });
    add("preview", "failure");
    const { head } = github.state.pulls.get(7) ?? {};
    for (const state of ["failure", "success"] as const) github.state.statuses.push({ sha: head ?? "", context: "build", state });
    expect(await found(["preview"])).toEqual(["build passed", "unit failed", "unit passed"]);
  });

  it.each([
    ["success", "passed"],
    ["neutral", "passed"],
    ["skipped", "passed"],
    ["failure", "failed"],
    ["cancelled", "failed"],
    ["timed_out", "failed"],
    ["action_required", "failed"],
  ])("that ended with %s have %s", async (conclusion, state) => {
    add("unit", conclusion);
    expect(await found()).toEqual([`unit ${state}`]);
  });

  it.each(["queued", "in_progress"])("that are %s are not known yet", async (status) => {
    add("unit", null, { status });
    expect(await found()).toEqual(["unit pending"]);
  });

  it("are read over all pages", async () => {
    const { head } = github.state.pulls.get(7) ?? {};
    for (let index = 0; index < 130; index += 1) {
      add(`run ${index}`, "success");
      github.state.statuses.push({ sha: head ?? "", context: `status ${index}`, state: "error" });
    }
    const all = (await found()) ?? [];
    expect([all.filter((text) => text.endsWith("passed")).length, all.filter((text) => text.endsWith("failed")).length]).toEqual([
      130, 130,
    ]);
  });

  it("are unknown, not none, where either may not be read", async () => {
    grant({ "pull-requests": "read", checks: "read" });
    expect(await found()).toBeUndefined();
    grant({ "pull-requests": "read", statuses: "read" });
    expect(await found()).toBeUndefined();
  });
});
