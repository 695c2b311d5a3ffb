import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ApiServer } from "../../support/api-server/index.ts";

/** A credential plugin: a Node program that counts its runs and gives `token-1`, `token-2` … */
export interface Plugin {
  /** How often it ran, and what it was told in KUBERNETES_EXEC_INFO, oldest first. */
  runs(): readonly { readonly info: string; readonly more: string }[];
  /** A kubeconfig for a server whose user is this plugin. */
  kubeconfig(server: ApiServer, exec?: object): string;
  readonly command: string;
}

/** `body`: what it does with `n`, the number of its run; default: prints token-n. */
export function plugin(body = "give({ token: `token-${n}` })"): Plugin {
  const folder = temporary();
  const log = join(folder, "runs");
  const program = `
    const { appendFileSync, readFileSync } = require("node:fs");
    appendFileSync(${JSON.stringify(log)}, JSON.stringify({ info: process.env.KUBERNETES_EXEC_INFO, more: process.env.MORE ?? process.argv[2] ?? "" }) + "\\n");
    const n = readFileSync(${JSON.stringify(log)}, "utf8").trim().split("\\n").length;
    const give = (status) => process.stdout.write(JSON.stringify({ kind: "ExecCredential", apiVersion: "client.authentication.k8s.io/v1", status }));
    ${body};
  `;
  const file = join(folder, "plugin.cjs");
  writeFileSync(file, program);
  return {
    command: process.execPath,
    runs: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [],
    kubeconfig: (server, exec = {}) => {
      const known = JSON.parse(server.kubeconfig());
      const user = { exec: { apiVersion: "client.authentication.k8s.io/v1", command: process.execPath, args: [file], ...exec } };
      return JSON.stringify({ ...known, users: [{ name: "admin", user }] });
    },
  };
}

/** A folder that ends with the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-kubeconfig-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
