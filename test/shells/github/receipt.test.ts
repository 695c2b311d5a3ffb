import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "../../../src/adapters/github/index.ts";
import type { Applied } from "../../../src/model/apply.ts";
import { Secret } from "../../../src/model/secret.ts";
import { giveReceipt } from "../../../src/shells/github/receipt.ts";
import { openPull } from "../../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import { cluster, mesh, repository, study } from "../../support/study.ts";

/** A run that is carried out once more, because it died between its receipt and its answer, finds the receipt that is there. */

let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
  openPull(github.state, { number: 412, author: { login: "ana", type: "User", id: 7 } });
});
afterEach(() => github.stop());

function applied(verdict: "done" | "stopped"): Applied {
  const identity = { id: "20261123T100000Z-abcdef", by: "ana on #412 (run 77/1)", planDigest: "0".repeat(64), commit: undefined };
  const live = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
  const outcomes = [{ step: "east/config", clusters: ["east"], verdict: { kind: verdict }, writes: [] }];
  const head = repository({ mesh: mesh([cluster("east")]) });
  return {
    study: { ...study(), head, live },
    identity,
    refusals: [],
    run: { identity, startedAt: 0, endedAt: 1, outcomes, refused: new Map() },
    health: undefined,
  };
}

it("one run has one receipt, however often it is given; another run has its own", async () => {
  const { token, owner, repo } = github.state;
  const connection = connect({ token: new Secret(token.value), apiUrl: github.apiUrl, owner, repo });
  const place = {
    connection,
    web: "https://github.com/shop/mesh",
    run: "https://github.com/shop/mesh/actions/runs/77",
    attempt: "77/1",
    folder: ".",
  };
  const give = (done: Applied, key: string) => giveReceipt({ place }, done, { pull: 412, key, since: 0 });
  expect(await give(applied("stopped"), "comment=9")).toEqual([]);
  expect(await give(applied("done"), "comment=9")).toEqual([]);
  expect(github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining("**Stopped**")]);
  await give(applied("done"), "comment=91");
  expect(github.state.comments).toHaveLength(2);

  github.state.token = { ...token, permissions: { ...token.permissions, "pull-requests": "read", issues: "read" } };
  expect(await give(applied("done"), "comment=92")).toMatchObject([{ what: "The receipt" }]);
});
