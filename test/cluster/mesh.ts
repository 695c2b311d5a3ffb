import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { Canaries } from "./canaries.ts";
import type { Lab } from "./lab/index.ts";

/** A mesh repository for a lab, and the command line in it as a process of its own. */
export interface TestMesh {
  readonly folder: string;
  /** Writes files of the repository, by path. */
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Commits everything and gives the commit. */
  commit(message: string): string;
  run(...args: readonly string[]): Promise<Ran>;
  /** The same with further variables of the environment. */
  runIn(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>;
  /** The same, handed over while it runs: to be stopped, woken or killed. */
  begin(...args: readonly string[]): Running;
}

/** The command line while it runs. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ran>;
}

export interface Ran {
  /** -1: a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(import.meta.dirname, "..", "..");

interface Wanted {
  readonly lab: Lab;
  readonly spec?: string;
  /** What `trust` holds; by default the builtin signer with the root of this mesh. */
  readonly trust?: string;
  /** `kubeconfig`: a file of another user than the cluster's admin. */
  readonly clusters: readonly { readonly name: string; readonly spec?: string; readonly kubeconfig?: string }[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The program as it is shipped (`dist/cli.js`) instead of its source. */
  readonly built?: boolean;
}

const builtin = "{ signer: { builtin: { certificate: { env: ROOT_CERT }, key: { env: ROOT_KEY } } } }";

/** A mesh of these clusters with a root of its own, each a network of its own and an east-west gateway unless `spec` says otherwise. */
export async function meshFor({
  lab,
  spec = "topology: multi-primary",
  trust = builtin,
  clusters,
  files = {},
  env = {},
  built = false,
}: Wanted): Promise<TestMesh> {
  const documents = clusters.map(({ name, spec: own, kubeconfig = lab.cluster(name).kubeconfig }) => {
    const { url, network } = lab.cluster(name);
    const gateway = "  gateways:\n    - { name: istio-eastwestgateway, namespace: istio-system, kind: eastwest }\n";
    return `---\napiVersion: isthmus.dev/v1alpha1\nkind: Cluster\nmetadata: { name: ${name} }\nspec:\n  network: ${network}\n  kubernetes: "1.35"\n  access: { kubeconfig: { file: ${kubeconfig} } }\n  apiServer: { url: "${url}" }\n${own ?? `  role: primary\n${gateway}`}`;
  });
  const mesh = `apiVersion: isthmus.dev/v1alpha1\nkind: Mesh\nmetadata: { name: lab }\nspec:\n  ${spec}\n  istio:\n    revisions: [{ name: default, version: 1.31.0 }]\n    values: { istiod: { pilot: { autoscaleEnabled: false }, telemetry: { enabled: false } }, gateway: { autoscaling: { enabled: false } } }\n  trust: ${trust}\n  rollout: { soak: 0s }\n${documents.join("")}`;
  return repositoryOf(lab, { "mesh.yaml": mesh, ...files }, { env, built });
}

/** A repository of these files, and in the environment of the command line a new root: `ROOT_CERT` and `ROOT_KEY`. */
export async function repositoryOf(
  lab: Lab,
  files: Readonly<Record<string, string>>,
  { env = {}, built = false }: Pick<Wanted, "env" | "built"> = {},
): Promise<TestMesh> {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-mesh-"));
  const { certificate, key } = await createRoot({ organization: "lab", name: "root", days: 30, at: Date.now() });
  const given = new Set<string>();
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      given.add(join(folder, path));
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write(files);
  const temporary = mkdtempSync(join(tmpdir(), "isthmus-tmp-"));
  const pair = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open() };
  // Stack traces are asked for, so that these are looked through as well.
  const environment = { ...process.env, ...pair, NO_COLOR: "1", ISTHMUS_DEBUG: "1", TMPDIR: temporary, ...env };
  const canaries = new Canaries();
  for (const [name, value] of Object.entries({ ...pair, ...env })) {
    if (/KEY|TOKEN|SECRET|KUBECONFIG/u.test(name)) canaries.plant(`variable ${name}`, value);
  }
  watchOver(lab, canaries, { mesh: folder, temporary, given });
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@example.org", ...args], { encoding: "utf8" });
  git("init", "-q");
  const program = join(root, built ? "dist/cli.js" : "src/shells/cli/main.ts");
  // The folder goes to the end: `certs renew` is two words.
  const beginIn = (more: Readonly<Record<string, string>>, command = "", ...args: readonly string[]): Running => {
    const { pid, ended } = start([program, command, ...args, "--folder", folder], { ...environment, ...more });
    return { pid, ended: ended.then((ran) => heard(command, ran)) };
  };
  const heard = async (command: string, ran: Ran): Promise<Ran> => {
    canaries.heard(`stdout of ${command}`, ran.stdout);
    canaries.heard(`stderr of ${command}`, ran.stderr);
    // A token or key that a later run replaces was a secret all the same.
    await canaries.collect(lab);
    return ran;
  };
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    commit: (message) => {
      git("add", "-A");
      git("commit", "-qm", message);
      return git("rev-parse", "HEAD").trim();
    },
    run: (...args) => beginIn({}, ...args).ended,
    runIn: (more, ...args) => beginIn(more, ...args).ended,
    begin: (...args) => beginIn({}, ...args),
  };
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    // A run that hangs is understood by its last words.
    if (process.env["ISTHMUS_LAB_TELL"]) process.stderr.write(text);
  });
  const ended = new Promise<Ran>((done) => {
    child.once("close", (code) => done({ code: code ?? -1, stdout, stderr }));
  });
  return { pid: child.pid ?? -1, ended };
}

interface Folders {
  readonly mesh: string;
  readonly temporary: string;
  /** What the test itself wrote into the mesh's folder may hold secrets. */
  readonly given: ReadonlySet<string>;
}

/** At the end of the lab: nothing that a run touched of keys and tokens may show in anything it said or left. */
function watchOver(lab: Lab, canaries: Canaries, { mesh, temporary, given }: Folders): void {
  lab.atEnd(async () => {
    await canaries.collect(lab);
    const document = readFileSync(join(mesh, "mesh.yaml"), "utf8");
    for (const [, file = ""] of document.matchAll(/file: (\S+?)[ }]/gu)) canaries.plantKubeconfig(file);
    await canaries.hearLab(lab);
    canaries.hearFolder("the mesh's folder", mesh, (file) => !given.has(file) && !file.includes("/.git/"));
    canaries.hearFolder("temporary file", temporary, () => true);
    const { secrets, texts } = canaries.size;
    process.stderr.write(`lab: ${secrets} secrets are looked for in ${texts} texts\n`);
    if (secrets < 2) throw new Error("the search for secrets knows none, so it proves nothing");
    if (canaries.found.length > 0) throw new Error(`secrets are shown:\n${canaries.found.join("\n")}`);
  });
}
