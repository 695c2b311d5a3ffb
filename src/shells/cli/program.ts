import { Command, CommanderError, Option } from "commander";
import { exitCodes } from "../exit.ts";
import { runToExitCode } from "../run.ts";
import { warmEngine } from "../warm.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { count, duration } from "./values.ts";
import { version } from "./version.ts";

/** Runs the command line and gives its exit code: 0 fine, 1 findings at error level, 2 wrong usage, 3 the world failed, 70 our bug. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = createTerminal();
  return runToExitCode(() => parse(args, terminal), terminal.tell);
}

async function parse(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.fine;
  const program = createProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end the parse as well; commander has printed what there is to say.
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  return code;
}

/** Every command and flag: help, README's table and the completions test are made from this. */
export function createProgram(terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command("isthmus")
    .description("Makes many Istio clusters one mesh, and keeps them so, through pull requests.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText(
      "after",
      "\nExit codes: 0 fine · 1 findings at error level · 2 wrong usage · 3 the world failed (network, permission, file) · 4 drift · 70 a bug in Isthmus",
    )
    .showSuggestionAfterError()
    .configureOutput({ writeErr: (text) => terminal.tell(text.trimEnd()), writeOut: terminal.print })
    .exitOverride();

  subject(program.command("preview"), "what a change does in every cluster, and what is wrong with it")
    .addOption(output("text", "markdown", "json", "sarif"))
    .option("--html <file>", "also write the report as one self-contained page")
    .action(async (options) => ended(await (await rendering(() => import("./commands/preview.ts"))).preview(terminal, options)));

  subject(program.command("validate"), "only what is wrong")
    .addOption(output("text", "markdown", "json", "sarif"))
    .action(async (options) => ended(await (await rendering(() => import("./commands/preview.ts"))).validate(terminal, options)));

  subject(program.command("diff"), "only what changes, once for all clusters that change alike")
    .addOption(output("text", "markdown", "json"))
    .action(async (options) => ended(await (await rendering(() => import("./commands/preview.ts"))).diff(terminal, options)));

  subject(program.command("explain <host>"), "which objects decide about a host's requests in each cluster, before and after")
    .addOption(output("text", "markdown", "json"))
    .action(async (host, options) =>
      ended(await (await rendering(() => import("./commands/explain.ts"))).explain(terminal, host, options)),
    );

  parting(subject(program.command("plan"), "the order in which the change would be made, as a tree"))
    .option("--live", "compare with what the clusters hold now: what would change, drift that it would overwrite, what is unknown", false)
    .addOption(output("text", "markdown", "json"))
    .action(async (options) =>
      ended(
        options.live
          ? await (await rendering(() => import("./commands/live.ts"))).planLive(terminal, options)
          : await (await rendering(() => import("./commands/preview.ts"))).plan(terminal, options),
      ),
    );

  parting(writing(program.command("apply"), "make the clusters what the mesh says, in a safe order, and look whether it works"))
    .option("--soak <duration>", "so long lies between two waves, such as 10m; otherwise as spec.rollout.soak says", duration)
    .option("--max-parallel <count>", "at most so many clusters at once", count)
    .option("--dry-run", "ask the API servers whether they take everything, and write nothing", false)
    .option("--plan <digest>", "only when the plan has this digest (eight characters or more of it)")
    .action(async (options) => ended(await (await rendering(() => import("./commands/apply.ts"))).apply(terminal, options)));

  writing(program.command("rollback"), "go back to the mesh of an earlier commit, by a plan of its own")
    .option("--to <rev>", "the commit to go back to; otherwise the one that was applied before the last")
    .action(async (options) => ended(await (await rendering(() => import("./commands/rollback.ts"))).rollback(terminal, options)));

  living(program.command("drift"), "what somebody changed in the clusters since Isthmus wrote it (exit code 4 when there is some)").action(
    async (options) => ended(await (await rendering(() => import("./commands/live.ts"))).drift(terminal, options)),
  );

  living(program.command("status"), "per cluster: what is there, how far the last run got, who holds it").action(async (options) =>
    ended(await (await import("./commands/live.ts")).status(terminal, options)),
  );

  outside(
    program.command("stop"),
    "stop the runs at work in these clusters after the object they are writing; the next run goes on",
  ).action(async (options) => ended(await (await import("./commands/outside.ts")).stop(terminal, options)));
  outside(program.command("hold"), "keep everybody else from changing these clusters for a while")
    .requiredOption("--ttl <duration>", "how long at most, such as 2h", duration)
    .action(async (options) => ended(await (await import("./commands/outside.ts")).hold(terminal, options)));
  outside(program.command("release"), "end such locks before their time").action(async (options) =>
    ended(await (await import("./commands/outside.ts")).release(terminal, options)),
  );

  probing(
    living(
      program.command("verify"),
      "look whether the mesh works: clusters synced, roots equal, endpoints and gateways of the others seen",
    ).option("--probe", "also send requests between all clusters, by a small workload that is taken away afterwards", false),
  ).action(async (options) => ended(await (await import("./commands/live.ts")).verify(terminal, options)));

  const certs = program
    .command("certs")
    .summary("the certificates that istiods sign with: list, renew, make a root")
    .description("Works on the mesh's certificates: what each istiod signs with, when it ends, and the root of the builtin signer.");
  trusting(certs.command("list"), "what every istiod signs with, until when, and what must become of it").action(async (options) =>
    ended(await (await import("./commands/certs.ts")).list(terminal, options)),
  );
  trusting(certs.command("renew"), "new intermediates under the same root, now")
    .description(
      "Has a new intermediate signed for each of these clusters (default: all), stores it and waits until every istiod signs with it. Nothing else is written; no pod restarts.",
    )
    .option("--dry-run", "only tell what would be done in each cluster", false)
    .action(async (options) => ended(await (await rendering(() => import("./commands/certs-renew.ts"))).renew(terminal, options)));
  certs
    .command("init")
    .summary("make a root for the builtin signer")
    .description("Makes a root certificate and its key (EC P-256) for the builtin signer. Existing files are not overwritten.")
    .requiredOption("--out <dir>", "where root-cert.pem and root-key.pem go")
    .option("--name <name>", "common name of the root; a rotation names it by this", "root-a")
    .option("--mesh <name>", "organization of the root", "mesh")
    .option("--days <days>", "how long it is good for", Number, 3650)
    .action(async (options) => ended(await (await import("./commands/certs-init.ts")).init(terminal, options)));

  program
    .command("access")
    .summary("the least that Isthmus must be allowed to do in the clusters of this mesh")
    .description("Prints the ClusterRole, and the roles, that Isthmus needs for this mesh: nothing more than its plans may ask for.")
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--print", "print the objects as YAML (the only thing it does)", true)
    .option("--probe", "also the ClusterRole that `verify --probe` needs besides", false)
    .option("--locks", "also the Role that `hold`, `release` and `stop` (and `/lock`, `/pause`) need besides", false)
    .addOption(output("text", "json"))
    .action(async (options) => ended(await (await rendering(() => import("./commands/access.ts"))).access(terminal, options)));

  program
    .command("render")
    .summary("every object of every cluster, as YAML or JSON")
    .description("Prints every object of every cluster, rendered with the official charts by Helm's own engine.")
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .option("--cluster <name...>", "only these clusters")
    .option("--as-helm", "print, per release, the helm command and values that give the same objects", false)
    .option("--charts <dir>", "also write the charts that were used there, and name them in the commands")
    .addOption(output("text", "json"))
    .action(async (options) => ended(await (await rendering(() => import("./commands/render.ts"))).render(terminal, options)));

  program
    .command("shards")
    .summary("how the work on hundreds of clusters is cut into jobs, as a matrix for GitHub Actions")
    .description(
      "Prints the clusters in shards of about equal size as JSON for `strategy.matrix`. Clusters that render alike stay together; the same files give the same shards.",
    )
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--base <rev>", "also the clusters that are no more, compared with this revision")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .addOption(new Option("--count <count>", "so many shards, or one for each cluster where these are fewer").argParser(count))
    .addOption(
      new Option("--clusters-per-shard <count>", "as many shards as keep each at so many clusters, 50 unless given")
        .argParser(count)
        .conflicts("count"),
    )
    .action(async (options) => ended(await (await import("./commands/shards.ts")).shards(terminal, options)));

  program
    .command("lint")
    .summary("judge plain Istio YAML as one cluster's, without a mesh document")
    .description(
      "Judges plain Kubernetes and Istio YAML as one cluster's. A ConfigMap `istio` in istio-system among the files is its mesh config.",
    )
    .argument("<file...>", "YAML or JSON files, or folders of them")
    .addOption(output("text", "markdown", "json", "sarif"))
    .action(async (files: string[], options) =>
      ended(await (await rendering(() => import("./commands/lint.ts"))).lint(terminal, { ...options, files })),
    );

  program
    .command("lock")
    .summary("write isthmus.lock: the digest of every chart that is used")
    .description("Fetches every chart the mesh uses and writes its digest to isthmus.lock, to be reviewed like any change.")
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--check", "write nothing; fail when the file is not what would be written", false)
    .action(async (options) => ended(await (await import("./commands/lock.ts")).lock(terminal, options)));

  program
    .command("import")
    .summary("turn documents of ristioctl into ours")
    .description(
      "Reads documents of ristioctl.k8smgmt.io/v3 (kinds Certificate and Cluster) and prints ours. The rendered mesh is the same before and after; comments are not carried over.",
    )
    .argument("<file...>", "ristioctl files, or folders of them")
    .option("--write <dir>", "write the files there instead of printing them; existing files are not overwritten")
    .option("--overwrite", "with --write: replace files that exist and hold something else", false)
    .action(async (files: string[], options) =>
      ended(await (await import("./commands/import.ts")).importDocuments(terminal, { ...options, files })),
    );

  program
    .command("init")
    .summary("write a first mesh.yaml from kubeconfig contexts")
    .description("Prints a first mesh.yaml with one cluster per context of your kubeconfig, each line explained. No cluster is contacted.")
    .option("--kubeconfig <file>", "the kubeconfig; otherwise KUBECONFIG, otherwise ~/.kube/config")
    .option("--context <name...>", "only these contexts")
    .option("--name <name>", "name of the mesh", "mesh")
    .option("--write <file>", "write the file instead of printing it; an existing file is not overwritten")
    .action(async (options) => ended(await (await import("./commands/init.ts")).init(terminal, options)));

  program
    .command("bot")
    .summary("the GitHub App: takes in webhooks and does what the Action does, with a queue that survives a crash")
    .description("Runs the GitHub App until SIGTERM or Ctrl-C. Its settings are variables of the environment: see README.")
    .action(async () => ended(await (await import("../bot/program.ts")).main([], process.env)));

  program
    .command("demo")
    .summary("the comment for a real change to an example mesh; needs no cluster, network or account")
    .description(
      "Prints the comment for a real change to an example mesh, rendered with the official charts. Needs no cluster, no network and no account.",
    )
    .argument("[scenario]", "which pull request", "pull-request")
    .option("--list", "list the scenarios", false)
    .option("--html <file>", "write the same as one self-contained page")
    .addOption(output("markdown", "text", "json", "sarif"))
    .action(async (scenario: string, options) =>
      ended(await (await rendering(() => import("./commands/demo.ts"))).demo(terminal, { ...options, scenario })),
    );

  return program;
}

/** A command that reads the certificates of clusters. */
function trusting(command: Command, summary: string): Command {
  return command
    .summary(summary)
    .description(`Reads every cluster and tells ${summary}.`)
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .option("--cluster <name...>", "only these clusters")
    .addOption(output("text", "json"));
}

/** A command that reads clusters. */
function living(command: Command, summary: string): Command {
  return command
    .summary(summary)
    .description(`Reads every cluster and tells ${summary}.`)
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .option("--base <rev>", "the commit that was applied before: clusters that are only there are leaving the mesh")
    .addOption(output("text", "markdown", "json"));
}

/** How the probe's workload runs where its plain form does not: other registries, admission rules, no iptables. */
function probing(command: Command): Command {
  return command
    .option("--probe-image <image>", "the probe's image: any with `node` (default: node:24-alpine)")
    .option("--probe-annotation <name=value...>", "further annotations of the probe's pods")
    .option(
      "--probe-env <name=value...>",
      "further variables of the probe: MESH_DOOR, MESH_PORT and MESH_BIND lead it to a sidecar without iptables",
    );
}

/** A command that writes to clusters. */
/** Flags of what is said to clusters from outside of a run. */
function outside(command: Command, summary: string): Command {
  return command
    .summary(summary)
    .description(`${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`)
    .option("--folder <dir>", "the mesh repository", ".")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .option("--cluster <name...>", "only these clusters")
    .option("--reason <text>", "a note for the record")
    .addOption(output("text", "json"));
}

/** What of the plan is meant. */
function parting(command: Command): Command {
  return command
    .option("--only <cluster...>", "only the steps in these clusters, as far as they come after nothing else that is to be done")
    .option("--wave <number>", "only up to this wave", count);
}

function writing(command: Command, summary: string): Command {
  return probing(living(command, summary))
    .description(
      `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}. Nothing is written before everything that can be checked was checked.`,
    )
    .option("--confirm-deletions <count>", "this many deletions in all were looked at: needed above rollout.maxDeletions", count)
    .option("--force-conflicts", "take fields away from other managers", false)
    .option("--snapshot-charts", "install charts that Istio never released: for labs", false)
    .addOption(
      new Option("--verify <how>", "afterwards: look at the mesh, also probe it with requests, or neither")
        .choices(["none", "look", "probe"])
        .default("look"),
    );
}

/** A command that renders: the engine starts while the command's code is loaded. */
function rendering<M>(load: () => Promise<M>): Promise<M> {
  warmEngine();
  return load();
}

function subject(command: Command, summary: string): Command {
  return command
    .summary(summary)
    .description(`Prints ${summary}.`)
    .option("--folder <dir>", "the mesh repository; with --base or --head the git repository around it is read by object", ".")
    .option("--base <rev>", "compare with the commit at which this revision and the head parted; without it everything is new")
    .option("--head <rev>", "a commit instead of the folder as it is on disk")
    .option("--cluster <name...>", "show only these clusters")
    .addOption(
      new Option("--fail-on <severity>", "from which severity on findings fail the run")
        .choices(["error", "warning", "never"])
        .default("error"),
    );
}

function output(...known: readonly [string, ...string[]]): Option {
  return new Option("-o, --output <format>", "what to print").choices([...known]).default(known[0]);
}
