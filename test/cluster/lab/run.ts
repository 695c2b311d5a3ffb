import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildTools } from "./build.ts";
import { enterCommand, whyNoNamespaces } from "./enter.ts";
import { groupsFor, lacking, toolsOf } from "./tools.ts";

/**
 * `npm run test:cluster [-- [--sweep[=PART/PARTS]] VITEST ARGUMENTS]`: builds what is missing, enters namespaces of the lab's own, runs the tests there and
 * counts. What cannot run here is skipped and said so; only a failed test makes it fail. `--sweep` kills runs at every one of their writes instead of at a few,
 * which takes about a quarter of an hour; `--sweep=1/3` does a third of them.
 */

const root = join(import.meta.dirname, "..", "..", "..");
const say = (line: string) => process.stderr.write(`lab: ${line}\n`);

const given = process.argv.slice(2);
const sweep = given.find((word) => /^--sweep(?:=\d+\/\d+)?$/u.test(word));
const chosen = given.filter((word) => word !== sweep);
// Only one file knows what to sweep.
const wanted = sweep !== undefined && chosen.length === 0 ? ["resume.itg"] : chosen;

const needed = groupsFor(wanted);
const tools = buildTools(say, toolsOf(needed));
const why = whyNoNamespaces();
for (const group of needed) {
  const without = lacking(tools, group) ?? (group === "mesh" || group === "cert-manager" ? why : undefined);
  if (without !== undefined) console.log(`SKIPPED ${group}: ${without}`);
}

const results = join(root, "build", "cluster-results.json");
const vitest = [
  process.execPath,
  join(root, "node_modules", "vitest", "vitest.mjs"),
  "run",
  "--config",
  join(root, "test", "cluster", "vitest.config.ts"),
];
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
const [program = "", ...args] = enterCommand([...vitest, ...reporters, ...wanted], why);
spawnSync("rm", ["-f", results]);
const child = spawn(program, args, {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ...(sweep === undefined ? {} : { ISTHMUS_LAB_SWEEP: sweep.split("=")[1] ?? "1/1" }),
    ...(why === undefined ? { ISTHMUS_LAB_NETWORK: "own" } : { ISTHMUS_LAB_WHY: why }),
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
child.on("exit", (code) => {
  console.log(`cluster tier: ${counted()}`);
  process.exitCode = code ?? 1;
});

/** The counts of Vitest's own report; a file that failed before its first test counts as one failure. */
function counted(): string {
  try {
    const report = JSON.parse(readFileSync(results, "utf8")) as Report;
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
    ).length;
    return `${report.numPassedTests} passed, ${report.numFailedTests + broken} failed, ${report.numPendingTests + report.numTodoTests} skipped`;
  } catch {
    return "0 passed, 1 failed, 0 skipped (no report was written)";
  }
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}
