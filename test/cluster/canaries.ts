import { createPrivateKey } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab, LabCluster } from "./lab/index.ts";

/**
 * Private keys, tokens and kubeconfigs that a run touched, and everything it said or left: none of the first may show in the second. Each secret is looked for by
 * its private part only (a certificate holds a key's public one), as it is and in base64 wherever that may begin.
 */
export class Canaries {
  readonly #traces = new Map<string, string>();
  readonly #texts: { readonly where: string; readonly text: string }[] = [];

  /** A secret of the test's own. `what` is for messages and is no secret. */
  plant(what: string, secret: string): void {
    for (const trace of tracesOf(secret)) this.#traces.set(trace, what);
  }

  /** Something that was printed, written or stored. */
  heard(where: string, text: string): void {
    this.#texts.push({ where, text });
  }

  /** What every cluster keeps secret now: keys, tokens, kubeconfigs. A cluster that does not answer is left out. */
  async collect(lab: Lab): Promise<void> {
    await Promise.all(lab.clusters.map((cluster) => this.#secretsOf(cluster).catch(() => undefined)));
  }

  async #secretsOf(cluster: LabCluster): Promise<void> {
    const secrets = await Promise.race([cluster.api.list("/api/v1/secrets"), timeOut()]);
    for (const { metadata, data } of secrets as readonly unknown[] as readonly Stored[]) {
      for (const [key, value] of Object.entries(data ?? {})) {
        this.plant(
          `${key} of Secret ${metadata.namespace}/${metadata.name} in ${cluster.name}`,
          Buffer.from(value, "base64").toString("utf8"),
        );
      }
    }
  }

  /** Credentials in a kubeconfig. */
  plantKubeconfig(file: string): void {
    if (existsSync(file)) this.plant(`kubeconfig ${file}`, readFileSync(file, "utf8"));
  }

  /** Everything that clusters show without a right to read Secrets, and every log of the lab. */
  async hearLab(lab: Lab): Promise<void> {
    for (const cluster of lab.clusters) {
      for (const path of [
        "/api/v1/configmaps",
        "/api/v1/events",
        "/apis/coordination.k8s.io/v1/leases",
        "/apis/apps/v1/deployments",
        "/api/v1/pods",
      ]) {
        const objects = await Promise.race([cluster.api.list(path), timeOut()]).catch(() => []);
        this.heard(`${path} of ${cluster.name}`, JSON.stringify(objects));
      }
    }
    this.hearFolder("lab", lab.folder, (file) => file.endsWith(".log"));
  }

  /** Files below a folder. */
  hearFolder(where: string, folder: string, isMeant: (file: string) => boolean): void {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && isMeant(file)) this.heard(`${where} ${file}`, readFileSync(file, "latin1"));
    }
  }

  get size(): { readonly secrets: number; readonly texts: number } {
    return { secrets: new Set(this.#traces.values()).size, texts: this.#texts.length };
  }

  /** `WHAT shows in WHERE`, for each that does. */
  get found(): readonly string[] {
    const shown = this.#texts.flatMap(({ where, text }) => {
      // However a text was wrapped or quoted.
      const plain = text.replaceAll(/\\[nr]|\s/gu, "");
      return [...this.#traces].filter(([trace]) => plain.includes(trace)).map(([, what]) => `${what} shows in ${where}`);
    });
    return [...new Set(shown)];
  }
}

interface Stored {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
}

function timeOut(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 3000).unref());
}

/** What gives the secrets in a text away: of keys the private number, of tokens the signature, of a word itself. Certificates and names give nothing away. */
function tracesOf(text: string): readonly string[] {
  const keys = [...text.matchAll(/-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/gu)].flatMap(([pem]) =>
    keyTraces(pem),
  );
  const tokens = [...text.matchAll(/eyJ[\w-]+\.[\w-]+\.([\w-]{40,})/gu)].flatMap(([, signature = ""]) => writings(signature));
  const embedded = [...text.matchAll(/(?:client-key-data|token)"?:\s*"?([\w+/=.-]{16,})/gu)].flatMap(([, value = ""]) => [
    ...writings(value),
    ...keyTraces(Buffer.from(value, "base64").toString("utf8")),
  ]);
  const isWord = /^[\w+/=.-]{16,4096}$/u.test(text);
  return [...keys, ...tokens, ...embedded, ...(isWord ? writings(text) : [])];
}

function keyTraces(pem: string): readonly string[] {
  if (!pem.includes("PRIVATE KEY")) return [];
  const { d = "" } = createPrivateKey(pem).export({ format: "jwk" });
  const number = Buffer.from(d, "base64url");
  // The first line of the base64 holds the beginning of the number; a PEM inside a Secret or kubeconfig is base64 of that.
  const line = pem.split("\n").find((each) => /^[\w+/=]{64}$/u.test(each)) ?? "";
  return [d, number.toString("hex"), ...inBase64(number), ...(line === "" ? [] : writings(line))];
}

function writings(word: string): readonly string[] {
  return [word, ...inBase64(Buffer.from(word))];
}

/** The base64 of bytes that stand somewhere in a longer text: it begins at one of three places, and the edges belong to neighbours. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const text = whole.subarray(0, whole.length - (whole.length % 3)).toString("base64");
    return text.slice(before === 0 ? 0 : 4);
  });
}
