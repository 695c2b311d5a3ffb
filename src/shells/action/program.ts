import { exitCodes } from "../exit.ts";
import { runToExitCode } from "../run.ts";
import { warmEngine } from "../warm.ts";
import { readInputs, secretsIn } from "./inputs.ts";
import { createLog } from "./log.ts";
import { openRunner, type Runner } from "./runner.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the Action to its exit code; whatever happens, the outputs `decision` and `reason-code` are set. */
export async function main(env: Environment): Promise<number> {
  const runner = await openRunner(env, createLog());
  const said: string[] = [];
  const code = await runToExitCode(
    async () => {
      // Inputs and event are read before the rest is loaded: what is wrong with them is said at once.
      for (const secret of secretsIn(env)) runner.hide(secret);
      const inputs = readInputs(env);
      warmEngine();
      const { run } = await import("./act.ts");
      return run(env, inputs, runner);
    },
    (line) => said.push(line),
  );
  if (said.length > 0) await tellFailure(runner, code, said);
  return code;
}

/** What ended the run without a report: in the log, as the job's error, and in the summary for whoever looks there. */
async function tellFailure(runner: Runner, code: number, said: readonly string[]): Promise<void> {
  runner.error(said.map((line) => line.replace(/^isthmus: /u, "").trim()).join("\n"));
  runner.output({ decision: code === exitCodes.world ? "unknown" : "fail", "reason-code": reasonFor(code) });
  await runner.summary(`## Isthmus could not judge this change\n\n${runner.asCode(said.join("\n"))}\n`);
}

function reasonFor(code: number): string {
  if (code === exitCodes.usage) return "wrong_usage";
  return code === exitCodes.world ? "world_failed" : "bug";
}
