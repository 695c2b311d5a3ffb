import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Json, listAt, textAt } from "../../src/model/json.ts";
import { openTheatre, type Theatre } from "../scenarios/theatre.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { addReview } from "../support/github/answers/pulls.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Comment, Pull } from "../support/github/state.ts";
import { hearing, previewOf } from "./arena.ts";
import { type Actor, Turns } from "./turns.ts";

/**
 * What may happen between any two requests of a run to GitHub, in every order: fast-check chooses what happens outside and who goes on, and prints seed and path of what fails.
 * `ISTHMUS_RACES=500` plays more of them.
 *
 * It must hold however they fall: nothing is written that nobody had approved, or whose approval, head or pull request was gone before the clusters were held; two runs never write in turns;
 * no lease is left; every command is answered exactly once, a repeated delivery included; every deployment has a last word.
 */

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 600_000 });

const people = ["ana", "ben", "cleo"].map((login, index): Author => ({ login, type: "User", id: index + 7 }));
const [ana, ben, cleo] = people as [Author, Author, Author];
const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop }\nspec: { ports: [{ name: http, port: 80 }], selector: { app: ${name} } }\n`;
const route = (name: string, seconds: number): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: shop }\nspec: { hosts: [${name}.shop.svc.cluster.local], http: [{ route: [{ destination: { host: ${name}.shop.svc.cluster.local } }], timeout: ${seconds}s }] }\n`;
const config = {
  "config/all/shop.yaml": `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---\n${service("tea")}---\n${service("wine")}`,
  "config/all/tea.yaml": route("tea", 1),
  "config/all/wine.yaml": route("wine", 1),
};

let theatre: Theatre;
let turn = 1;

beforeAll(async () => {
  const mesh = { apply: "onCommand", rollout: { soak: "0s" } };
  const roles = { ana: "write", ben: "maintain", cleo: "write" } as const;
  theatre = await openTheatre({
    title: "",
    mesh,
    clusters: ["east", "west"],
    people: roles,
    files: config,
    isApplied: true,
    isEmpty: false,
    steps: [],
  });
  Object.assign(process.env, theatre.secrets);
});
afterAll(() => theatre?.stop());

/** A pull request of its own value: what is written tells whose it is. */
interface Bout {
  readonly pull: Pull;
  readonly object: string;
  /** Seconds of the route, by head. */
  readonly values: Map<string, number>;
}

const outsides = ["push", "force-push back", "dismiss", "approve again", "close", "another apply"] as const;

it("holds in every order of what happens", async () => {
  const bout = fc.record({
    // Twice the same objects or different ones.
    isOverlapping: fc.boolean(),
    outside: fc.array(fc.constantFrom(...outsides), { maxLength: 4 }),
    choices: fc.array(fc.nat(5), { maxLength: 60 }),
  });
  await fc.assert(fc.asyncProperty(bout, played), {
    numRuns: Number(process.env["ISTHMUS_RACES"] ?? 6),
    endOnFailure: true,
    ...(process.env["ISTHMUS_RACES_SEED"] === undefined ? {} : { seed: Number(process.env["ISTHMUS_RACES_SEED"]) }),
  });
});

interface Chosen {
  readonly isOverlapping: boolean;
  readonly outside: readonly (typeof outsides)[number][];
  readonly choices: readonly number[];
}

async function played({ isOverlapping, outside, choices }: Chosen): Promise<void> {
  const github = await startGitHub();
  try {
    await playedAt(github, { isOverlapping, outside, choices });
  } finally {
    await github.stop();
  }
}

async function playedAt(github: LoopbackGitHub, { isOverlapping, outside, choices }: Chosen): Promise<void> {
  const { state } = github;
  const permissions = { ...state.token.permissions, statuses: "read", deployments: "write" } as const;
  state.token = { ...state.token, permissions };
  for (const { login, id } of people) state.people.set(login, { id, role: login === "ben" ? "maintain" : "write" });
  const base = addCommit(state.objects, theatre.main);
  state.refs.set("refs/heads/main", base);
  const bouts = [7, 8].map((number): Bout => opened(github, { number, base, object: number === 8 && !isOverlapping ? "wine" : "tea" }));
  const [first, second] = bouts as [Bout, Bout];
  await Promise.all(bouts.map(({ pull }) => previewOf(github, pull, `first-${pull.number}`)));
  for (const { pull } of bouts) addReview(state, pull.number, { author: ben, verdict: "APPROVED" });

  const turns = new Turns();
  const seen = watched(github, turns, bouts);
  const comments: Comment[] = [];
  const asks = ({ pull }: Bout, name: string): Actor => {
    const comment = addComment(state, { issue: pull.number, author: ana, body: "/apply" });
    comments.push(comment);
    return { name, done: hearing(github, comment, name) };
  };
  let count = 0;
  const pushed = (bout: Bout, head: string): readonly Actor[] => {
    bout.pull.head = head;
    state.refs.set(`refs/pull/${bout.pull.number}/head`, head);
    count += 1;
    const name = `preview-${count}`;
    return [{ name, done: previewOf(github, bout.pull, name) }];
  };
  const origin = first.pull.head;
  const happenings = {
    push: () => pushed(first, headOf(github, first, base)),
    "force-push back": () => pushed(first, origin),
    dismiss: () => {
      for (const review of first.pull.reviews) if (review.verdict === "APPROVED") review.verdict = "DISMISSED";
      return [];
    },
    "approve again": () => {
      addReview(state, first.pull.number, { author: ben, verdict: "APPROVED" });
      return [];
    },
    close: () => {
      first.pull.state = "closed";
      return [];
    },
    "another apply": () => [asks(second, `other-${count++}`)],
  } as const;
  turns.begin(asks(first, "apply"));
  await turns.play(
    choices,
    outside.map((what) => ({ what, happen: happenings[what] })),
  );
  // Deliveries of one comment wait for each other, in a workflow's concurrency group and in a line of the queue: the second finds the first one's answer.
  const before = state.comments.length;
  for (const [index, comment] of comments.entries()) await hearing(github, comment, `again-${index}`);
  expect(state.comments.length).toBe(before);
  await seen.end();

  const story = turns.told.filter((line) => !/GET .*\/(?:activity|commits)/u.test(line)).join("\n");
  expect(seen.unapproved, story).toEqual([]);
  expect(seen.mixed, story).toEqual([]);
  for (const { server } of theatre.clusters) {
    const holders = server
      .objects()
      .filter(({ kind }) => kind === "Lease")
      .map((lease) => textAt(lease, "spec", "holderIdentity") ?? "");
    expect(
      holders.filter((holder) => holder !== ""),
      story,
    ).toEqual([]);
  }
  for (const { id } of comments) {
    const replies = state.comments.filter(({ body }) => body.includes(`isthmus:reply comment=${id} `));
    expect(
      replies.map(({ body }) => /^<!-- isthmus:reply comment=\d+ (\w+)/u.exec(body)?.[1]),
      story,
    ).toEqual(["answered"]);
  }
  for (const { environment, statuses } of state.deployments)
    expect([environment, statuses.at(-1)?.state], story).toEqual([
      environment,
      expect.stringMatching(/^(?:success|failure|error|inactive)$/u),
    ]);
}

function opened(github: LoopbackGitHub, { number, base, object }: { number: number; base: string; object: string }): Bout {
  const pull: Pull = {
    number,
    author: cleo,
    isFork: false,
    isDraft: false,
    state: "open",
    head: "",
    base,
    mergeCommit: undefined,
    reviews: [],
  };
  const bout: Bout = { pull, object, values: new Map() };
  github.state.pulls.set(number, pull);
  pull.head = headOf(github, bout, base);
  github.state.refs.set(`refs/pull/${number}/head`, pull.head);
  return bout;
}

function headOf({ state }: LoopbackGitHub, { object, values }: Bout, base: string): string {
  turn += 1;
  const files = { ...theatre.main, [`config/all/${object}.yaml`]: route(object, turn) };
  const head = addCommit(state.objects, files, [base]);
  state.credits.set(head, { author: cleo, committer: cleo });
  values.set(head, turn);
  return head;
}

/** Looks at every write while the jobs go on. A value may be written when its head was approved, and the head of an open pull request, while its run took the clusters. */
function watched(github: LoopbackGitHub, turns: Turns, bouts: readonly Bout[]) {
  const { state } = github;
  const [unapproved, mixed]: [string[], string[]] = [[], []];
  state.gate = async ({ token, method, path }) => {
    const name = token.replace("token-of-", "");
    if (!/\/git\/(?:trees|blobs)\//u.test(path)) await turns.enter(name, `${method} ${path}`);
  };
  const isGood = (value: number): boolean =>
    value === 1 ||
    bouts.some(({ pull, values }) => {
      const head = [...values].find(([, seconds]) => seconds === value)?.[0];
      const isApproved = pull.reviews.some(({ verdict, commit }) => verdict === "APPROVED" && commit === head);
      return head !== undefined && pull.head === head && pull.state === "open" && isApproved;
    });
  const allowed = new Map<string, ReadonlySet<number>>();
  const values = [1, ...bouts.flatMap(({ values }) => [...values.values()])];
  const ends = theatre.clusters.map(({ name, server }) => {
    let writer = "";
    const writers = new Set<string>();
    return server.follow(({ object, type }) => {
      if (type === "DELETED") return;
      if (object["kind"] === "Lease") {
        const holder = textAt(object, "spec", "holderIdentity") ?? "";
        if (holder !== "" && holder !== writer) {
          if (writers.has(holder)) mixed.push(`${name}: ${holder} wrote, let go and wrote again`);
          writers.add(holder);
          writer = holder;
          allowed.set(name, new Set([...values, ...bouts.flatMap((bout) => [...bout.values.values()])].filter(isGood)));
        }
        if (holder === "") writer = "";
      }
      if (object["kind"] !== "VirtualService") return;
      const seconds = secondsOf(object);
      if (allowed.get(name)?.has(seconds) !== true) unapproved.push(`${name}: ${seconds} s by ${writer || "nobody who holds it"}`);
    });
  });
  return {
    unapproved,
    mixed,
    end: async () => {
      for (const end of ends) end();
      state.gate = undefined;
    },
  };
}

function secondsOf(object: Json): number {
  const [http] = listAt(object, "spec", "http");
  return Number.parseInt(textAt(http, "timeout") ?? "", 10);
}
