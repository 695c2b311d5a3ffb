import { problem } from "../../catalog/problem.ts";
import type { IntermediateRequest, Issued } from "../../model/certificate.ts";
import type { JsonObject } from "../../model/json.ts";
import { type Certificate, nameOf, readCertificates, rootFaults } from "../../trust/index.ts";
import type { Clock, SignerPort } from "../../world.ts";
import { accept } from "./check.ts";
import { type Key, newKey, readKeys } from "./key.ts";
import { type Places, readReference } from "./reference.ts";
import { intermediateOf } from "./subject.ts";

/** Roots and the keys to some of them. */
interface Authority {
  readonly roots: readonly Certificate[];
  readonly keys: readonly Key[];
}

/** What the builtin signer needs of the outside. */
export interface BuiltinOptions extends Places {
  readonly clock: Pick<Clock, "now">;
}

/**
 * Signs with roots that a file or variable holds. Several roots, and several keys, stand in one PEM text each while a root is rotated; `request.under`
 * says which of them signs, else the first that has its key.
 */
export function builtinSigner(root: JsonObject, options: BuiltinOptions): SignerPort {
  let known: Promise<Authority> | undefined;
  const authority = (): Promise<Authority> => (known ??= readAuthority(root, options).finally(() => (known = undefined)));
  return {
    roots: async () => bundle((await authority()).roots),
    issue: async (request) => sign(await authority(), request, options.clock.now()),
  };
}

async function sign({ roots, keys }: Authority, request: IntermediateRequest, at: number): Promise<Issued> {
  const [root, rootKey] = signingRoot({ roots, keys }, request);
  const key = newKey();
  const { writeIntermediate } = await import("./write-x509.ts");
  const chain = await writeIntermediate(intermediateOf(request), {
    root: root.pem,
    rootKey: rootKey.privateKey,
    publicKey: key.publicKey,
    notBefore: Math.max(request.notBefore, root.notBefore),
    notAfter: Math.min(request.notAfter, root.notAfter),
  });
  return accept({ chain, roots: request.roots ?? bundle(roots) }, request, key, at);
}

function signingRoot({ roots, keys }: Authority, { cluster, under }: IntermediateRequest): readonly [Certificate, Key] {
  const wanted = under === undefined ? roots : roots.filter(({ fingerprint }) => fingerprint === under);
  for (const root of wanted) {
    const key = keys.find(({ fingerprint }) => fingerprint === root.facts.keyFingerprint);
    if (key !== undefined) return [root, key];
  }
  const why =
    wanted.length === 0 ? "the root that should sign is not among its roots" : `there is no key to ${wanted.map(nameOf).join(", ")}`;
  throw problem("signer-failed", { cluster, why });
}

/** @throws Problem `signer-unavailable` */
async function readAuthority(root: JsonObject, options: BuiltinOptions): Promise<Authority> {
  const certificate = await readReference(root["certificate"], "the root certificate", options);
  const { certificates: roots, faults } = readCertificates(certificate.open());
  if (roots.length === 0 && faults.length === 0) refuse(["what should be the root certificate holds no certificate in PEM"]);
  refuse(faults.map((fault) => `in what should be the root certificate, ${fault}`));
  const at = options.clock.now();
  refuse(roots.flatMap((each) => rootFaults(each, at).map((fault) => `root ${nameOf(each)} ${fault}`)));

  const { keys, faults: keyFaults } = readKeys(await readReference(root["key"], "the root's private key", options));
  refuse(keyFaults.map((fault) => `in what should be the root's private key, ${fault}`));
  const belongs = keys.some(({ fingerprint }) => roots.some(({ facts }) => facts.keyFingerprint === fingerprint));
  refuse(belongs ? [] : [`the private key does not belong to root ${roots.map(nameOf).join(", ")}`]);
  return { roots, keys };
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw problem("signer-unavailable", { why: faults.join("; ") });
}

function bundle(roots: readonly Certificate[]): string {
  return roots.map(({ pem }) => pem).join("");
}
