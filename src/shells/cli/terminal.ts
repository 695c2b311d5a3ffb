import { writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { problem } from "../../catalog/problem.ts";
import { createRegion, type Region } from "./region.ts";

/** Where a command's result goes, and what it may look like there. Results on stdout, everything else on stderr. */
export interface Terminal {
  readonly colour: boolean;
  readonly width: number;
  print(text: string): void;
  /** Writes a file the user asked for. @throws Problem `output-unwritable` */
  save(file: string, text: string): Promise<void>;
  tell(line: string): void;
  /** Shows `what` on stderr when `work` takes longer than a second. */
  progress<T>(what: string, work: Promise<T>): Promise<T>;
  /** Lines of stderr that are drawn anew, as long as it lasts; `undefined` where stderr is no terminal. What is told meanwhile comes above. */
  region(): (Region & { size(): { readonly width: number; readonly rows: number } }) | undefined;
}

const patience = 1000;

/** The terminal this process was started in. Colours only on a terminal, and never when NO_COLOR says so. */
export function createTerminal(): Terminal {
  const colour = process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  let open: Region | undefined;
  const tell = (line: string): void => (open === undefined ? void process.stderr.write(`${line}\n`) : open.tell(line));
  return {
    colour,
    width: process.stdout.columns ?? 100,
    print: writeAll,
    save: async (file, text) => {
      await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
        throw problem("output-unwritable", { file, why: error.code ?? "unknown" }, error);
      });
    },
    tell,
    progress: async (what, work) => {
      const started = Date.now();
      const timer = setInterval(() => tell(`isthmus: ${what} (${Math.round((Date.now() - started) / 1000)} s)`), patience);
      timer.unref();
      return work.finally(() => clearInterval(timer));
    },
    region: () => {
      if (process.stderr.isTTY !== true || process.env["TERM"] === "dumb") return undefined;
      const made = createRegion(process.stderr);
      open = made;
      const clear = (): void => {
        made.clear();
        open = undefined;
      };
      // One column is left free: a terminal may wrap in its last one.
      return { ...made, clear, size: () => ({ width: (process.stderr.columns || 100) - 1, rows: (process.stderr.rows || 40) - 1 }) };
    },
  };
}

/**
 * Writes everything before it returns: a pipe takes 64 KiB at a time, and a process that ends with bytes still queued loses them. A reader that went away
 * (`| head`) is not an error; one that is slow is waited for.
 */
function writeAll(text: string): void {
  const bytes = Buffer.from(text.endsWith("\n") || text === "" ? text : `${text}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(process.stdout.fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw problem("output-unwritable", { file: "standard output", why: code ?? "unknown" }, error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
