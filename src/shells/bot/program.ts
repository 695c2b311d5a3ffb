import { readFileSync } from "node:fs";
import { systemClock as clock } from "../../adapters/clock.ts";
import { openQueue } from "../../adapters/queue/index.ts";
import { createRedaction } from "../../adapters/redaction.ts";
import { exitCodes } from "../exit.ts";
import { runToExitCode } from "../run.ts";
import { type BotLog, createLog } from "./log.ts";
import { type Environment, readSettings, type Settings } from "./settings.ts";

/** Runs the bot until it is told to stop (SIGTERM or Ctrl-C), and gives the exit code. With `--hand` it is one of its own hands. */
export function main(args: readonly string[], env: Environment): Promise<number> {
  // Whoever reads the log may be gone before us, as after a bot that was killed: that is no reason to leave work half done.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return runToExitCode(
    async () => {
      const settings = readSettings(env, (file) => readFileSync(file, "utf8"));
      const log = createLog({ redact: createRedaction(secretsOf(settings)), now: clock.now });
      if (args.includes("--hand")) await (await import("./hand.ts")).serveAsHand(settings, log);
      else await serve(settings, log, env);
      return exitCodes.fine;
    },
    (line) => void process.stderr.write(`${line}\n`),
  );
}

function secretsOf({ app, webhookSecrets, planKeys, chartLogins, queue, status }: Settings) {
  return [
    app.key,
    ...webhookSecrets,
    ...planKeys,
    ...chartLogins.map(({ password }) => password),
    ...(status === undefined ? [] : [status.clientSecret]),
    ...(queue.url === undefined ? [] : [queue.url]),
  ];
}

/** How long work that is under way gets when the bot stops: containers are killed after thirty seconds. */
const grace = 25_000;

async function serve(settings: Settings, log: BotLog, env: Environment): Promise<void> {
  const stop = signalled(log);
  const queue = await openQueue({ url: settings.queue.url, file: settings.queue.file });
  const { open } = await import("./house.ts");
  const house = await open({ settings, log, env, queue, clock });
  log.info("Isthmus listens", { url: house.url, workers: settings.workers, repositories: settings.repositories.join(" ") });
  await stop;
  await house.close(grace);
  await queue.close();
  log.info("Isthmus has stopped");
}

/** Resolves at the first signal; at the second the process ends where it stands, which loses nothing that GitHub saw acknowledged. */
function signalled(log: BotLog): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        count += 1;
        if (count > 1) process.exit(130);
        log.info("Told to stop: taking in nothing more, ending what is under way", { signal });
        resolve();
      });
    }
  });
}
