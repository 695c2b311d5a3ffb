import { readFileSync } from "node:fs";
import { type Bot, lodging, startBot, until } from "../../../test/support/bot.ts";
import { deliver } from "../../../test/support/github/hook.ts";
import { pullRequestEvent } from "../../../test/support/github/job.ts";
import { scenario, shop } from "../../../test/support/github/mesh.ts";
import { addCommit } from "../../../test/support/github/objects.ts";
import { startGitHub } from "../../../test/support/github/server.ts";

/**
 * Two pull requests to the example of three clusters, one after the other, as webhooks to the built bot beside a loopback GitHub. Prints for each how long it took from
 * the delivery until the comment with the plan was there: of the first, for which the bot starts a hand, and of the next.
 */

const github = await startGitHub();
const home = lodging();
let bot: Bot | undefined;
try {
  const { state } = github;
  const base = addCommit(state.objects, shop);
  state.refs.set("refs/heads/main", base);
  bot = await startBot({ github, file: home.file, env: { WORKERS: "1" } });
  const [firstMs, nextMs] = [await planned(7, base), await planned(8, base)];
  const [hand = 0] = bot.hands();
  console.log(JSON.stringify({ firstMs, nextMs, peakMb: peakOf(hand) }));
} finally {
  await bot?.vanish();
  home.away();
  await github.stop();
}

async function planned(number: number, base: string): Promise<number> {
  const { objects, refs, pulls, comments } = github.state;
  const head = addCommit(objects, { ...scenario("pull-request"), [`notes/${number}.md`]: "x" }, [base]);
  refs.set(`refs/pull/${number}/head`, head);
  const author = { login: "cleo", type: "User", id: 8 } as const;
  pulls.set(number, { number, author, isFork: false, isDraft: false, state: "open", head, base, mergeCommit: undefined, reviews: [] });
  const payload = { ...pullRequestEvent({ number, base, head, action: "opened" }), installation: { id: 7 } };
  const sent = performance.now();
  await deliver(github.state, { event: "pull_request", payload });
  await until(() => comments.some(({ issue }) => issue === number));
  return performance.now() - sent;
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
