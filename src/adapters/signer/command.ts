import { problem } from "../../catalog/problem.ts";
import type { IntermediateRequest } from "../../model/certificate.ts";
import { readCertificates } from "../../trust/index.ts";
import type { SignerPort } from "../../world.ts";
import { accept } from "./check.ts";
import type { SignerOptions } from "./index.ts";
import { newKey } from "./key.ts";
import { type Ended, runProgram } from "./run-program.ts";
import { intermediateOf } from "./subject.ts";

const defaultTimeoutMs = 60_000;

interface CommandOptions extends SignerOptions {
  /** Variables that the program does not get to see. */
  readonly withheld: readonly string[];
}

/**
 * Has a program of the mesh sign. It is run without a shell in the folder of the mesh repository, gets a request (PKCS#10, PEM) on its input and the facts in
 * variables, and prints the certificate and what leads up to the root, the root included, as PEM. With the one more argument `roots` it prints the roots. The
 * private key of the intermediate never leaves this process.
 *
 * Variables: ISTHMUS_MESH, ISTHMUS_CLUSTER, ISTHMUS_TRUST_DOMAIN, ISTHMUS_SYSTEM_NAMESPACE, ISTHMUS_DNS_NAME, ISTHMUS_NOT_BEFORE and ISTHMUS_NOT_AFTER (ISO 8601,
 * UTC), ISTHMUS_PATH_LENGTH, and, while a root is rotated, ISTHMUS_ROOT_FINGERPRINT: SHA-256 of the root that has to sign.
 */
export function commandSigner(command: readonly string[], options: CommandOptions): SignerPort {
  const roots = async (): Promise<string> => {
    const ended = await run(command, ["roots"], { input: "", facts: {} }, options);
    const why = ended.kind === "failed" ? ended.why : rootFault(ended.output);
    if (ended.kind === "failed" || why !== undefined) throw problem("signer-unavailable", { why: `\`${command.join(" ")} roots\` ${why}` });
    return ended.output;
  };
  return {
    roots,
    issue: async (request) => {
      const key = newKey();
      const { writeRequest } = await import("./write-x509.ts");
      const input = await writeRequest(intermediateOf(request), key);
      const ended = await run(command, [], { input, facts: factsOf(request) }, options);
      if (ended.kind === "failed")
        throw problem("signer-failed", { cluster: request.cluster, why: `\`${command.join(" ")}\` ${ended.why}` });
      const trusted = request.roots ?? (await roots());
      return accept({ chain: ended.output, roots: trusted }, request, key, options.clock.now());
    },
  };
}

/** Why this is no list of roots. Whether they are good ones is judged where they are compared with what the clusters trust. */
function rootFault(text: string): string | undefined {
  const { certificates, faults } = readCertificates(text);
  if (text.trim() === "") return "printed nothing";
  if (certificates.length > 0 && faults.length === 0) return undefined;
  return `printed no roots that can be used: ${faults.length === 0 ? "no certificate (PEM) is among them" : faults.join("; ")}`;
}

async function run(
  command: readonly string[],
  more: readonly string[],
  { input, facts }: { readonly input: string; readonly facts: Readonly<Record<string, string>> },
  options: CommandOptions,
): Promise<Ended> {
  const [program, ...args] = command;
  if (program === undefined) {
    throw problem("signer-unavailable", { why: "its command counts from the default branch only, and there it names none" });
  }
  const environment = { ...shared(options), ...facts };
  return runProgram({
    program,
    args: [...args, ...more],
    folder: options.folder,
    environment,
    input,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
  });
}

/** What a key service needs to sign in is in the environment; inputs of the Action and kubeconfigs are none of its business. */
function shared({ env, withheld }: CommandOptions): Record<string, string> {
  const hidden = new Set(withheld);
  const isPassed = (entry: readonly [string, string | undefined]): entry is [string, string] =>
    entry[1] !== undefined && !entry[0].startsWith("INPUT_") && !hidden.has(entry[0]);
  return Object.fromEntries(Object.entries(env).filter(isPassed));
}

function factsOf(request: IntermediateRequest): Readonly<Record<string, string>> {
  const [dnsName = ""] = intermediateOf(request).dnsNames;
  return {
    ISTHMUS_MESH: request.meshId,
    ISTHMUS_CLUSTER: request.cluster,
    ISTHMUS_TRUST_DOMAIN: request.trustDomain,
    ISTHMUS_SYSTEM_NAMESPACE: request.systemNamespace,
    ISTHMUS_DNS_NAME: dnsName,
    ISTHMUS_NOT_BEFORE: new Date(request.notBefore).toISOString(),
    ISTHMUS_NOT_AFTER: new Date(request.notAfter).toISOString(),
    ISTHMUS_PATH_LENGTH: "0",
    ...(request.under === undefined ? {} : { ISTHMUS_ROOT_FINGERPRINT: request.under }),
  };
}
