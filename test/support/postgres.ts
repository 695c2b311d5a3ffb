import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** A PostgreSQL server of this machine, for the time of a test: Debian's packages, or whatever `initdb` is on the PATH. */

const debian = "/usr/lib/postgresql";

/** The folder of its programs, or `undefined` where there is none: then a test says that it is skipped. */
export function postgresFolder(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(":")];
  const found = folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
  return found === undefined || (process.getuid?.() === 0 && postgresUser() === undefined) ? undefined : found;
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
  const data = mkdtempSync("/tmp/isthmus-postgres-");
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user !== undefined) chownSync(data, user.uid, user.gid);
  const made = spawnSync(join(folder, "initdb"), ["-D", data, "-U", "isthmus", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...user,
    cwd: data,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://isthmus@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(join(folder, "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", data], {
      ...user,
      cwd: data,
      stdio: "ignore",
    });
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
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function postgresUser(): { readonly uid: number; readonly gid: number } | undefined {
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  const uid = id("-u");
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(id("-g").stdout) } : undefined;
}

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
