import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  judgeChain,
  keyFingerprint,
  nameOf,
  readCertificates,
  rootFaults
} from "./chunk-E5LXM35L.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/signer/new-root.ts
import { rm, writeFile } from "node:fs/promises";

// src/adapters/signer/key.ts
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return keyOf(privateKey, publicKey);
}
__name(newKey, "newKey");
function readKeys(pem) {
  const blocks = pem.open().match(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[^-]*(?:-[^-]+)*?-----END [A-Z0-9 ]*PRIVATE KEY-----/gu) ?? [];
  const faults = [];
  const keys = blocks.flatMap((block) => {
    if (/ENCRYPTED/u.test(block)) faults.push("a key is encrypted with a passphrase; give it in plain PEM, or use a signer command");
    else {
      const privateKey = parsed(block);
      if (privateKey !== void 0) return [keyOf(privateKey, createPublicKey(privateKey))];
      faults.push("a block says that it is a private key, and cannot be read as one");
    }
    return [];
  });
  return { keys, faults: blocks.length === 0 ? ["it holds no private key in PEM"] : faults };
}
__name(readKeys, "readKeys");
function parsed(block) {
  try {
    return createPrivateKey(block);
  } catch {
    return void 0;
  }
}
__name(parsed, "parsed");
function keyOf(privateKey, publicKey) {
  const pem = new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  return { pem, privateKey, publicKey, fingerprint: keyFingerprint(publicKey) };
}
__name(keyOf, "keyOf");

// src/adapters/signer/new-root.ts
var dayMs = 864e5;
var skewMs = 5 * 6e4;
async function createRoot(wanted) {
  const key = newKey();
  const { writeRoot } = await import("./write-x509-OD2QX7IW.js");
  const pem = await writeRoot(
    { organization: wanted.organization, commonName: wanted.name },
    { publicKey: key.publicKey, privateKey: key.privateKey, notBefore: wanted.at - skewMs, notAfter: wanted.at + wanted.days * dayMs }
  );
  const [certificate] = readCertificates(pem).certificates;
  if (certificate === void 0) throw new Error("the root that was made cannot be read");
  return { certificate, key: key.pem };
}
__name(createRoot, "createRoot");
async function saveRoot({ certificate, key }, files) {
  await save(files.key, key.open(), 384);
  await save(files.certificate, certificate.pem, 420).catch(async (error) => {
    await rm(files.key, { force: true });
    throw error;
  });
}
__name(saveRoot, "saveRoot");
async function save(file, text, mode) {
  await writeFile(file, text, { flag: "wx", mode }).catch((error) => {
    throw problem("output-unwritable", { file, why: error.code ?? "unknown" }, error);
  });
}
__name(save, "save");

// src/adapters/signer/check.ts
var roundingMs = 36e5;
var aheadMs = 6e4;
var leastLifeMs = 24 * 36e5;
function accept(answer, request, key, at) {
  const given = readCertificates(answer.chain);
  const trusted = readCertificates(answer.roots);
  const misshapen = formFault(answer.chain, given, key);
  if (misshapen !== void 0) throw problem("certificate-unacceptable", { cluster: request.cluster, why: misshapen });
  const isTrusted = new Set(trusted.certificates.map(({ fingerprint }) => fingerprint));
  const chain = given.certificates.filter(({ fingerprint }, index) => index === 0 || !isTrusted.has(fingerprint));
  const [first] = chain;
  const soon = Math.max(at, Math.min(first?.notBefore ?? at, at + aheadMs));
  const judged = judgeChain({ chain, roots: trusted.certificates, at: soon, trustDomain: request.trustDomain });
  const faults = [
    ...given.faults.map((fault) => `in the answer, ${fault}`),
    ...trusted.faults.map((fault) => `in the roots, ${fault}`),
    ...judged.faults,
    ...first === void 0 ? [] : requestFaults(first, judged.root, { request, key, at })
  ];
  if (first === void 0 || faults.length > 0) {
    throw problem("certificate-unacceptable", { cluster: request.cluster, why: faults.join("; ") || "it holds no certificate" });
  }
  return {
    caCert: first.pem,
    caKey: key.pem,
    certChain: chain.map(({ pem }) => pem).join(""),
    rootCert: request.roots ?? answer.roots,
    facts: first.facts
  };
}
__name(accept, "accept");
function formFault(text, { certificates, faults }, key) {
  if (certificates.length === 0) {
    const seen = text.trim() === "" ? "nothing was printed" : `${Buffer.byteLength(text)} bytes were printed`;
    return [`${seen}${text.trim() === "" ? "" : ", and no certificate that can be read (PEM) is among them"}`, ...faults].join("; ");
  }
  const at = certificates.findIndex(({ facts }) => facts.keyFingerprint === key.fingerprint);
  return at > 0 ? `the certificate for the key that was asked for is no. ${at + 1} of ${certificates.length}, and has to come first` : void 0;
}
__name(formFault, "formFault");
function requestFaults(certificate, root, { request, key, at }) {
  const { facts, notAfter } = certificate;
  const name = `DNS:${istiodName(request)}`;
  const faults = [];
  if (facts.keyFingerprint !== key.fingerprint)
    faults.push("it is for another key than the one that was asked for, which is in the request on the standard input");
  if (!facts.subjectAltNames.includes(name)) faults.push(`it lacks the name ${name}`);
  if (certificate.isSelfIssued) faults.push("it is a root itself");
  if (notAfter > request.notAfter + roundingMs) faults.push(`it ends at ${facts.notAfter}, later than was asked for`);
  if (notAfter < Math.min(request.notAfter, at + leastLifeMs)) faults.push(`it ends at ${facts.notAfter}, too soon to be of use`);
  if (root === void 0) return faults;
  if (notAfter > root.notAfter) faults.push(`it outlives its root ${nameOf(root)}, which ends at ${root.facts.notAfter}`);
  if (request.under !== void 0 && root.fingerprint !== request.under)
    faults.push(`it stands under ${nameOf(root)}, not under the root asked for`);
  return faults;
}
__name(requestFaults, "requestFaults");
function istiodName({ systemNamespace }) {
  return `istiod.${systemNamespace}.svc`;
}
__name(istiodName, "istiodName");

// src/adapters/signer/reference.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
var largest = 1 << 20;
async function readReference(reference, what, places) {
  const name = textAt(reference, "env");
  const file = textAt(reference, "file");
  if (name !== void 0) return fromEnvironment(name, what, places);
  if (file !== void 0) return fromFile(file, what, places);
  throw problem("signer-unavailable", { why: `the document does not say where ${what} is` });
}
__name(readReference, "readReference");
function fromEnvironment(name, what, { env }) {
  const value = env[name];
  if (value === void 0 || value.trim() === "") {
    throw problem("signer-unavailable", { why: `the variable ${name}, which should hold ${what}, is not set` });
  }
  return new Secret(value.replaceAll(String.raw`\n`, "\n"));
}
__name(fromEnvironment, "fromEnvironment");
async function fromFile(file, what, { folder }) {
  const text = await readFile(resolve(folder, file), "utf8").catch((error) => {
    throw problem("signer-unavailable", {
      why: `the file ${file}, which should hold ${what}, could not be read (${error.code ?? "unknown"})`
    });
  });
  if (text.length > largest) throw problem("signer-unavailable", { why: `the file ${file} is too large to be ${what}` });
  return new Secret(text);
}
__name(fromFile, "fromFile");

// src/adapters/signer/subject.ts
function intermediateOf(request) {
  return {
    subject: { organization: request.meshId, unit: "Istio intermediate", commonName: request.cluster },
    dnsNames: [istiodName(request)]
  };
}
__name(intermediateOf, "intermediateOf");

// src/adapters/signer/builtin.ts
function builtinSigner(root, options) {
  let known;
  const authority = /* @__PURE__ */ __name(() => known ??= readAuthority(root, options).finally(() => known = void 0), "authority");
  return {
    roots: /* @__PURE__ */ __name(async () => bundle((await authority()).roots), "roots"),
    issue: /* @__PURE__ */ __name(async (request) => sign(await authority(), request, options.clock.now()), "issue")
  };
}
__name(builtinSigner, "builtinSigner");
async function sign({ roots, keys }, request, at) {
  const [root, rootKey] = signingRoot({ roots, keys }, request);
  const key = newKey();
  const { writeIntermediate } = await import("./write-x509-OD2QX7IW.js");
  const chain = await writeIntermediate(intermediateOf(request), {
    root: root.pem,
    rootKey: rootKey.privateKey,
    publicKey: key.publicKey,
    notBefore: Math.max(request.notBefore, root.notBefore),
    notAfter: Math.min(request.notAfter, root.notAfter)
  });
  return accept({ chain, roots: request.roots ?? bundle(roots) }, request, key, at);
}
__name(sign, "sign");
function signingRoot({ roots, keys }, { cluster, under }) {
  const wanted = under === void 0 ? roots : roots.filter(({ fingerprint }) => fingerprint === under);
  for (const root of wanted) {
    const key = keys.find(({ fingerprint }) => fingerprint === root.facts.keyFingerprint);
    if (key !== void 0) return [root, key];
  }
  const why = wanted.length === 0 ? "the root that should sign is not among its roots" : `there is no key to ${wanted.map(nameOf).join(", ")}`;
  throw problem("signer-failed", { cluster, why });
}
__name(signingRoot, "signingRoot");
async function readAuthority(root, options) {
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
__name(readAuthority, "readAuthority");
function refuse(faults) {
  if (faults.length > 0) throw problem("signer-unavailable", { why: faults.join("; ") });
}
__name(refuse, "refuse");
function bundle(roots) {
  return roots.map(({ pem }) => pem).join("");
}
__name(bundle, "bundle");

// src/adapters/signer/run-program.ts
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
var mostOutput = 256 * 1024;
var mostErrors = 64 * 1024;
var mostQuoted = 400;
async function runProgram({ program, args, folder, environment, input, timeoutMs }) {
  const child = spawn(program, [...args], { cwd: folder, env: { ...environment }, shell: false, detached: true, windowsHide: true });
  const out = collect(child, "stdout", mostOutput);
  const err = collect(child, "stderr", mostErrors);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end(child);
  }, timeoutMs);
  child.stdin.on("error", () => void 0);
  child.stdin.end(input);
  const code = await ending(child);
  clearTimeout(timer);
  if (isLate) return { kind: "failed", why: `did not end within ${timeoutMs / 1e3} s${quoted(err.text())}` };
  if (out.isOver()) return { kind: "failed", why: `printed more than ${mostOutput / 1024} KiB` };
  if (code !== 0) return { kind: "failed", why: `${how(code)}${quoted(err.text())}` };
  return { kind: "done", output: out.text() };
}
__name(runProgram, "runProgram");
function collect(child, stream, most) {
  const chunks = [];
  let size = 0;
  child[stream].on("data", (chunk) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else if (stream === "stdout") end(child);
  });
  return { text: /* @__PURE__ */ __name(() => Buffer.concat(chunks).toString("utf8"), "text"), isOver: /* @__PURE__ */ __name(() => size > most, "isOver") };
}
__name(collect, "collect");
function ending(child) {
  return new Promise((settle) => {
    child.on("error", (error) => settle(error.code ?? "unknown"));
    child.on("close", (code, signal) => settle(code ?? signal ?? "unknown"));
  });
}
__name(ending, "ending");
function end({ pid, stdout, stderr }) {
  stdout.destroy();
  stderr.destroy();
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}
__name(end, "end");
function how(code) {
  if (typeof code === "number") return `ended with exit code ${code}`;
  if (code.startsWith("SIG")) return `was ended by ${code}`;
  return code === "ENOENT" ? "could not be started: there is no such program" : `could not be started (${code})`;
}
__name(how, "how");
function quoted(text) {
  const clean = stripVTControlCharacters(text).replace(/-----BEGIN [\s\S]*?(?:-----END [^\n]*-----|$)/gu, "***").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").replace(/[A-Za-z0-9+/_=.-]{60,}/gu, "***").trim();
  if (clean === "") return " and said nothing";
  return ` and said: ${clean.length > mostQuoted ? `\u2026${clean.slice(-mostQuoted)}` : clean}`;
}
__name(quoted, "quoted");

// src/adapters/signer/command.ts
var defaultTimeoutMs = 6e4;
function commandSigner(command, options) {
  const roots = /* @__PURE__ */ __name(async () => {
    const ended = await run(command, ["roots"], { input: "", facts: {} }, options);
    const why = ended.kind === "failed" ? ended.why : rootFault(ended.output);
    if (ended.kind === "failed" || why !== void 0) throw problem("signer-unavailable", { why: `\`${command.join(" ")} roots\` ${why}` });
    return ended.output;
  }, "roots");
  return {
    roots,
    issue: /* @__PURE__ */ __name(async (request) => {
      const key = newKey();
      const { writeRequest } = await import("./write-x509-OD2QX7IW.js");
      const input = await writeRequest(intermediateOf(request), key);
      const ended = await run(command, [], { input, facts: factsOf(request) }, options);
      if (ended.kind === "failed")
        throw problem("signer-failed", { cluster: request.cluster, why: `\`${command.join(" ")}\` ${ended.why}` });
      const trusted = request.roots ?? await roots();
      return accept({ chain: ended.output, roots: trusted }, request, key, options.clock.now());
    }, "issue")
  };
}
__name(commandSigner, "commandSigner");
function rootFault(text) {
  const { certificates, faults } = readCertificates(text);
  if (text.trim() === "") return "printed nothing";
  if (certificates.length > 0 && faults.length === 0) return void 0;
  return `printed no roots that can be used: ${faults.length === 0 ? "no certificate (PEM) is among them" : faults.join("; ")}`;
}
__name(rootFault, "rootFault");
async function run(command, more, { input, facts }, options) {
  const [program, ...args] = command;
  if (program === void 0) {
    throw problem("signer-unavailable", { why: "its command counts from the default branch only, and there it names none" });
  }
  const environment = { ...shared(options), ...facts };
  return runProgram({
    program,
    args: [...args, ...more],
    folder: options.folder,
    environment,
    input,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs
  });
}
__name(run, "run");
function shared({ env, withheld }) {
  const hidden = new Set(withheld);
  const isPassed = /* @__PURE__ */ __name((entry) => entry[1] !== void 0 && !entry[0].startsWith("INPUT_") && !hidden.has(entry[0]), "isPassed");
  return Object.fromEntries(Object.entries(env).filter(isPassed));
}
__name(shared, "shared");
function factsOf(request) {
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
    ...request.under === void 0 ? {} : { ISTHMUS_ROOT_FINGERPRINT: request.under }
  };
}
__name(factsOf, "factsOf");

// src/adapters/signer/foreign.ts
function certManagerSigner(issuer) {
  const name = `${textAt(issuer, "kind") ?? "Issuer"} ${textAt(issuer, "name") ?? ""}`;
  return foreign(
    `cert-manager signs with ${name} through istio-csr`,
    (namespace) => `${name} Ready, istio-csr Available, and Certificate for Secret \`istiod-tls\` Ready in ${namespace}`
  );
}
__name(certManagerSigner, "certManagerSigner");
function externalSigner() {
  return foreign("the mesh says `signer: external`", (namespace) => `a complete Secret \`cacerts\` in ${namespace} from whoever keeps it`);
}
__name(externalSigner, "externalSigner");
function foreign(who, expected) {
  return {
    roots: /* @__PURE__ */ __name(async () => {
      throw problem("signer-foreign", { who, cluster: "the mesh", expected: expected("the system namespace of each cluster") });
    }, "roots"),
    issue: /* @__PURE__ */ __name(async ({ cluster, systemNamespace }) => {
      throw problem("signer-foreign", { who, cluster, expected: expected(systemNamespace) });
    }, "issue")
  };
}
__name(foreign, "foreign");

// src/adapters/signer/index.ts
function createSigners(options) {
  return {
    of: /* @__PURE__ */ __name(({ trust: { signer }, clusters }) => {
      switch (signer.kind) {
        case "builtin":
          return builtinSigner(signer.root, options);
        case "command":
          return commandSigner(signer.command, { ...options, withheld: kubeconfigVariables(clusters) });
        case "certManager":
          return certManagerSigner(signer.issuer);
        case "external":
          return externalSigner();
      }
    }, "of")
  };
}
__name(createSigners, "createSigners");
function kubeconfigVariables(clusters) {
  return clusters.flatMap(({ access }) => textAt(access, "kubeconfig", "env") ?? []);
}
__name(kubeconfigVariables, "kubeconfigVariables");

export {
  createRoot,
  saveRoot,
  createSigners
};
