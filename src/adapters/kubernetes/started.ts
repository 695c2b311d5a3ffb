import { type ChildProcess, spawn } from "node:child_process";
import { type JsonObject, listAt, textAt } from "../../model/json.ts";

/** A credential plugin to be started. */
export interface Started {
  readonly command: string;
  readonly exec: JsonObject;
  /** Content of KUBERNETES_EXEC_INFO. */
  readonly info: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pluginMs: number;
}

type Ended = { readonly kind: "printed"; readonly text: string } | { readonly kind: "failed"; readonly why: string };

const largest = 1 << 20;

/**
 * Starts the plugin without a shell and without a terminal, and gives what it printed. Its error output is not looked at: nobody knows what a plugin writes there, and
 * whoever runs it by hand sees it.
 */
export function printed({ command, exec, info, environment, pluginMs }: Started): Promise<Ended> {
  const args = listAt(exec, "args").filter((arg) => typeof arg === "string");
  const own = listAt(exec, "env").map((entry) => [textAt(entry, "name") ?? "", textAt(entry, "value") ?? ""]);
  const env = { ...environment, ...Object.fromEntries(own), KUBERNETES_EXEC_INFO: info };
  return new Promise((done) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"], detached: true });
    let text = "";
    let why: string | undefined;
    const stop = (reason: string): void => {
      why ??= reason;
      endAll(child);
      // A grandchild may hold the pipe open for ever: that is not waited for.
      child.stdout.destroy();
    };
    const timer = setTimeout(() => stop(`took longer than ${pluginMs / 1000} s`), pluginMs);
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      done(ended);
    };
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.length > largest) stop("printed more than 1 MB");
    });
    child.once("error", (error: NodeJS.ErrnoException) =>
      end({ kind: "failed", why: `could not be started (${error.code ?? "unknown"})` }),
    );
    child.once("close", (code, signal) => {
      const by = signal === null ? `code ${code}` : `signal ${signal}`;
      const failed = why ?? (code === 0 ? undefined : `ended with ${by}; run it by hand to see what it says`);
      end(failed === undefined ? { kind: "printed", text } : { kind: "failed", why: failed });
    });
  });
}

/** The plugin is the first of a group of its own: many are scripts around the program that hangs, and that must end as well. */
function endAll(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
