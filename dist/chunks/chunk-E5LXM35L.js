import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  secondsIn
} from "./chunk-ZENVZAJI.js";
import {
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/trust/certificate.ts
import { X509Certificate } from "node:crypto";

// src/trust/der.ts
function elements(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    found.push(element);
    at += element.whole.length;
  }
  return found;
}
__name(elements, "elements");
function tagged(number, isConstructed) {
  return 128 | (isConstructed ? 32 : 0) | number;
}
__name(tagged, "tagged");
function objectIdentifier(body) {
  const arcs = [];
  let value = 0;
  for (const byte of body) {
    value = value * 128 + (byte & 127);
    if (byte & 128) continue;
    arcs.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}
__name(objectIdentifier, "objectIdentifier");
function elementAt(bytes, at) {
  const tag = bytes.readUInt8(at);
  const short = bytes.readUInt8(at + 1);
  if (short === 128 || short > 132) throw new RangeError("a length that DER does not allow");
  const lengthBytes = short < 128 ? 0 : short & 127;
  const length = lengthBytes === 0 ? short : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new RangeError("a length that leads outside");
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}
__name(elementAt, "elementAt");

// src/trust/extensions.ts
var signatures = {
  "1.2.840.113549.1.1.4": "rsa-md5",
  "1.2.840.113549.1.1.5": "rsa-sha1",
  "1.2.840.113549.1.1.10": "rsa-pss",
  "1.2.840.113549.1.1.11": "rsa-sha256",
  "1.2.840.113549.1.1.12": "rsa-sha384",
  "1.2.840.113549.1.1.13": "rsa-sha512",
  "1.2.840.10045.4.1": "ecdsa-sha1",
  "1.2.840.10045.4.3.2": "ecdsa-sha256",
  "1.2.840.10045.4.3.3": "ecdsa-sha384",
  "1.2.840.10045.4.3.4": "ecdsa-sha512"
};
var oids = { basicConstraints: "2.5.29.19", keyUsage: "2.5.29.15", purposes: "2.5.29.37", names: "2.5.29.30" };
var tags = { boolean: 1, integer: 2, oid: 6, octets: 4 };
function extensionsOf(der) {
  const [certificate] = elements(der);
  const [tbs, algorithm] = within(certificate);
  const wrapper = within(tbs).find(({ tag }) => tag === tagged(3, true));
  const extensions = new Map(within(within(wrapper)[0]).map(entryOf));
  const constraints = extensions.get(oids.basicConstraints);
  const usage = extensions.get(oids.keyUsage);
  const purposes = extensions.get(oids.purposes);
  const number = objectIdentifier(within(algorithm)[0]?.body ?? Buffer.alloc(0));
  return {
    signature: signatures[number] ?? number,
    hasBasicConstraints: constraints !== void 0,
    pathLength: constraints && pathLengthOf(constraints),
    keyUsage: usage && keyUsageOf(usage),
    purposes: purposes && within(elements(purposes)[0]).map(({ body }) => objectIdentifier(body)),
    names: namesOf(extensions.get(oids.names))
  };
}
__name(extensionsOf, "extensionsOf");
function entryOf(extension) {
  const parts = within(extension);
  const value = parts.find(({ tag }) => tag === tags.octets)?.body ?? Buffer.alloc(0);
  return [objectIdentifier(parts[0]?.body ?? Buffer.alloc(0)), value];
}
__name(entryOf, "entryOf");
function pathLengthOf(value) {
  const length = within(elements(value)[0]).find(({ tag }) => tag === tags.integer)?.body;
  return length && Number(BigInt(`0x${length.toString("hex")}`));
}
__name(pathLengthOf, "pathLengthOf");
function keyUsageOf(value) {
  const bits = elements(value)[0]?.body[1] ?? 0;
  return { certSign: (bits & 4) !== 0 };
}
__name(keyUsageOf, "keyUsageOf");
function namesOf(value) {
  if (value === void 0) return void 0;
  const parts = within(elements(value)[0]);
  const uris = /* @__PURE__ */ __name((number) => within(parts.find(({ tag }) => tag === tagged(number, true))).map((subtree) => within(subtree)[0]).flatMap((name) => name?.tag === tagged(6, false) ? [name.body.toString("latin1").toLowerCase()] : []), "uris");
  const permitted = uris(0);
  return { permittedUris: permitted.length === 0 ? void 0 : permitted, excludedUris: uris(1) };
}
__name(namesOf, "namesOf");
function within(element) {
  return element === void 0 ? [] : elements(element.body);
}
__name(within, "within");

// src/trust/facts.ts
import { createHash } from "node:crypto";
function factsOf(certificate) {
  const { publicKey } = certificate;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber.toLowerCase(),
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    subjectAltNames: certificate.subjectAltName?.split(", ") ?? [],
    isCa: certificate.ca,
    keyKind: keyKind(publicKey),
    keyFingerprint: keyFingerprint(publicKey)
  };
}
__name(factsOf, "factsOf");
function keyFingerprint(publicKey) {
  return createHash("sha256").update(publicKey.export({ type: "spki", format: "der" })).digest("hex");
}
__name(keyFingerprint, "keyFingerprint");
function oneLine(name) {
  return (name ?? "").split("\n").join(", ");
}
__name(oneLine, "oneLine");
function keyKind(publicKey) {
  const details = publicKey.asymmetricKeyDetails;
  switch (publicKey.asymmetricKeyType) {
    case "rsa":
      return `RSA ${details?.modulusLength ?? ""}`.trim();
    case "ec":
      return `ECDSA ${curves[details?.namedCurve ?? ""] ?? details?.namedCurve ?? ""}`.trim();
    default:
      return publicKey.asymmetricKeyType ?? "unknown";
  }
}
__name(keyKind, "keyKind");
var curves = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

// src/trust/certificate.ts
var most = 50;
function readCertificates(pem) {
  const blocks = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/gu)];
  const begun = pem.match(/-----BEGIN /gu)?.length ?? 0;
  const faults = [];
  const foreign = blocks.find(([, kind]) => kind !== "CERTIFICATE")?.[1];
  if (foreign !== void 0) faults.push(`it holds a block of kind ${foreign} among the certificates`);
  if (begun > blocks.length) faults.push("it holds a block that does not end");
  if (blocks.length > most) faults.push(`it holds ${blocks.length} certificates; ${most} is the limit`);
  const certificates = blocks.slice(0, most).flatMap(([block, kind], index) => {
    const certificate = kind === "CERTIFICATE" ? parse(block) : void 0;
    if (kind === "CERTIFICATE" && certificate === void 0) faults.push(`its certificate no. ${index + 1} cannot be read`);
    return certificate === void 0 ? [] : [certificate];
  });
  return { certificates, faults };
}
__name(readCertificates, "readCertificates");
function nameOf({ facts }) {
  return /(?:^|, )CN=([^,]+)/u.exec(facts.subject)?.[1] ?? facts.subject;
}
__name(nameOf, "nameOf");
function fingerprints(certificates) {
  return [...new Set(certificates.map(({ fingerprint }) => fingerprint))].sort();
}
__name(fingerprints, "fingerprints");
function fingerprintsInOrder(certificates) {
  return [...new Set(certificates.map(({ fingerprint }) => fingerprint))];
}
__name(fingerprintsInOrder, "fingerprintsInOrder");
function parse(block) {
  try {
    const x509 = new X509Certificate(block);
    return {
      x509,
      facts: factsOf(x509),
      extensions: extensionsOf(x509.raw),
      fingerprint: x509.fingerprint256.replaceAll(":", "").toLowerCase(),
      pem: x509.toString(),
      notBefore: x509.validFromDate.getTime(),
      notAfter: x509.validToDate.getTime(),
      isSelfIssued: x509.subject === x509.issuer
    };
  } catch {
    return void 0;
  }
}
__name(parse, "parse");

// src/trust/faults.ts
var servingPurposes = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];
var curves2 = /* @__PURE__ */ new Set(["ECDSA P-256", "ECDSA P-384", "ECDSA P-521"]);
function authorityFaults({ facts, extensions }, below) {
  const { signature, pathLength, keyUsage, purposes, hasBasicConstraints } = extensions;
  const faults = [];
  if (!facts.isCa || !hasBasicConstraints) faults.push("is no authority (CA:TRUE is missing)");
  if (keyUsage !== void 0 && !keyUsage.certSign) faults.push("may not sign certificates (key usage)");
  if (pathLength !== void 0 && pathLength < below) faults.push(`allows ${pathLength} authorities below it (path length), not ${below}`);
  if (purposes !== void 0 && !purposes.some((purpose) => servingPurposes.includes(purpose))) {
    faults.push("has an extended key usage without serverAuth");
  }
  if (/sha1|md5/u.test(signature)) faults.push(`is signed with ${signature}, which istiod refuses`);
  return [...faults, ...keyFaults(facts.keyKind)];
}
__name(authorityFaults, "authorityFaults");
function dateFaults({ facts, notBefore, notAfter }, at) {
  if (at > notAfter) return [`expired at ${facts.notAfter}`];
  return at < notBefore ? [`is not valid before ${facts.notBefore}`] : [];
}
__name(dateFaults, "dateFaults");
function rootFaults(root, at) {
  const isSelfSigned = root.isSelfIssued && root.x509.verify(root.x509.publicKey);
  return [...isSelfSigned ? [] : ["is not signed by itself, so it is no root"], ...authorityFaults(root, 1), ...dateFaults(root, at)];
}
__name(rootFaults, "rootFaults");
function keyFaults(kind) {
  const bits = /^RSA (\d+)$/u.exec(kind)?.[1];
  if (bits !== void 0) return Number(bits) < 2048 ? [`has an ${kind} key; 2048 bits are the least`] : [];
  return curves2.has(kind) ? [] : [`has a key of kind ${kind}; RSA, P-256, P-384 and P-521 are understood everywhere`];
}
__name(keyFaults, "keyFaults");

// src/trust/chain.ts
function judgeChain({ chain, roots, at, trustDomain }) {
  const [first] = chain;
  if (first === void 0) return { root: void 0, faults: ["there is no certificate"] };
  if (roots.length === 0) return { root: void 0, faults: ["there is no root"] };
  const path = pathFrom(first, chain.slice(1), roots, []);
  if (path === void 0)
    return { root: void 0, faults: [`${nameOf(first)} does not lead to a root that is trusted`, ...alone(first, at)] };
  const root = path.at(-1);
  const faults = path.flatMap((certificate, below) => linkFaults(certificate, { below, at, isRoot: below === path.length - 1 }));
  return { root, faults: [...faults, ...orderFaults(chain, path, roots), ...nameFaults(path, trustDomain)] };
}
__name(judgeChain, "judgeChain");
function pathToRoot(first, pool, roots) {
  return pathFrom(first, pool, roots, []);
}
__name(pathToRoot, "pathToRoot");
function pathFrom(from, pool, roots, behind) {
  const above = [...behind, from];
  if (roots.some(({ fingerprint }) => fingerprint === from.fingerprint)) return above;
  const root = roots.find((candidate) => isIssuedBy(from, candidate));
  if (root !== void 0) return [...above, root];
  for (const candidate of pool.filter((other) => !above.includes(other) && isIssuedBy(from, other))) {
    const path = pathFrom(candidate, pool, roots, above);
    if (path !== void 0) return path;
  }
  return void 0;
}
__name(pathFrom, "pathFrom");
function isIssuedBy(certificate, issuer) {
  return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);
}
__name(isIssuedBy, "isIssuedBy");
function linkFaults(certificate, { below, at, isRoot }) {
  const clauses = isRoot && below > 0 ? rootClauses(certificate, below, at) : alone(certificate, at, below);
  return clauses.map((clause) => `${nameOf(certificate)} ${clause}`);
}
__name(linkFaults, "linkFaults");
function rootClauses(root, below, at) {
  return [.../* @__PURE__ */ new Set([...rootFaults(root, at), ...authorityFaults(root, below)])];
}
__name(rootClauses, "rootClauses");
function alone(certificate, at, below = 0) {
  return [...authorityFaults(certificate, below), ...dateFaults(certificate, at)];
}
__name(alone, "alone");
function orderFaults(chain, path, roots) {
  const isRoot = new Set(roots.map(({ fingerprint }) => fingerprint));
  const upper = chain.slice(1);
  if (upper.some(({ fingerprint }) => isRoot.has(fingerprint))) return ["the chain holds the root"];
  const wanted = path.slice(0, isRoot.has(path[0]?.fingerprint ?? "") ? 1 : -1);
  const isSame = wanted.length === chain.length && wanted.every(({ fingerprint }, index) => fingerprint === chain[index]?.fingerprint);
  return isSame ? [] : ["the chain is not in order, or holds certificates that do not belong to it"];
}
__name(orderFaults, "orderFaults");
function nameFaults(path, trustDomain) {
  const host = trustDomain.toLowerCase();
  const covers = /* @__PURE__ */ __name((constraint) => constraint.startsWith(".") ? host.endsWith(constraint) : host === constraint, "covers");
  const isShut = path.some(({ extensions: { names } }) => {
    if (names === void 0) return false;
    return names.excludedUris.some(covers) || names.permittedUris !== void 0 && !names.permittedUris.some(covers);
  });
  return isShut ? [`its name constraints do not allow identities of the trust domain ${trustDomain}`] : [];
}
__name(nameFaults, "nameFaults");

// src/trust/renewal.ts
var defaultLeafMs = 24 * 36e5;
function leafLifeMs({ istio }) {
  const istiod = /* @__PURE__ */ __name((...path) => textAt(istio.values["istiod"], ...path), "istiod");
  const asked = (secondsIn(istiod("meshConfig", "defaultConfig", "proxyMetadata", "SECRET_TTL") ?? "") ?? 0) * 1e3 || defaultLeafMs;
  const given = istiod("pilot", "env", "DEFAULT_WORKLOAD_CERT_TTL") ?? istiod("env", "DEFAULT_WORKLOAD_CERT_TTL");
  return Math.max(asked, (secondsIn(given ?? "") ?? 0) * 1e3);
}
__name(leafLifeMs, "leafLifeMs");
function renewAt({ notBefore, notAfter }, leafMs) {
  const life = notAfter - notBefore;
  return notAfter - Math.min(life / 2, Math.max(life / 3, 2 * leafMs));
}
__name(renewAt, "renewAt");

// src/trust/request.ts
var defaultLifeMs = 365 * 24 * 36e5;
var backdatedMs = 5 * 6e4;
function intermediateRequest(mesh, cluster, at) {
  return {
    cluster: cluster.name,
    meshId: mesh.meshId,
    trustDomain: cluster.trustDomain,
    systemNamespace: cluster.systemNamespace,
    notBefore: at - backdatedMs,
    notAfter: at + lifeMs(mesh)
  };
}
__name(intermediateRequest, "intermediateRequest");
function lifeMs({ trust: { signer } }) {
  const validity = signer.kind === "builtin" ? textAt(signer.root, "validity") : void 0;
  const wanted = (secondsIn(validity ?? "") ?? 0) * 1e3;
  return wanted > 0 ? wanted : defaultLifeMs;
}
__name(lifeMs, "lifeMs");

// src/trust/serving.ts
function readServing({ object, privates }, { cluster, given, at }) {
  const chain = readCertificates(textAt(object, "stringData", "tls.crt") ?? "").certificates;
  const roots = readCertificates(given === "" ? textAt(object, "stringData", "ca.crt") ?? "" : given).certificates;
  const [certificate, ...upper] = chain;
  if (certificate === void 0) return { certificate, roots, faults: ["it holds no certificate"] };
  const key = privates.find(({ path }) => path === "tls.key");
  const faults = [
    ...dateFaults(certificate, at).map((clause) => `its certificate ${clause}`),
    ...nameFaults2(certificate, cluster),
    ...key?.kind === "private-key" ? [] : ["tls.key holds no private key that can be read"],
    ...key?.kind === "private-key" && key.fingerprint !== certificate.facts.keyFingerprint ? ["tls.key does not belong to its certificate"] : [],
    ...pathFaults(certificate, upper, roots, at)
  ];
  return { certificate, roots, faults };
}
__name(readServing, "readServing");
function nameFaults2({ x509 }, { istio, systemNamespace }) {
  const wanted = istio.revisions.map(({ name }) => `istiod${name === "default" ? "" : `-${name}`}.${systemNamespace}.svc`);
  const missing = wanted.filter((name) => x509.checkHost(name, { subject: "never" }) === void 0);
  return missing.length === 0 ? [] : [`its certificate lacks ${missing.join(", ")}`];
}
__name(nameFaults2, "nameFaults");
function pathFaults(first, upper, roots, at) {
  if (roots.length === 0)
    return ["nobody says which root it leads to: it has no ca.crt, and its namespace no ConfigMap istio-ca-root-cert"];
  const path = pathToRoot(first, upper, roots);
  if (path === void 0) return ["its certificate does not lead to a root that is trusted there"];
  return path.slice(1).flatMap(
    (above, below) => [...authorityFaults(above, below), ...dateFaults(above, at)].map(
      (clause) => `${above.facts.subject} above its certificate ${clause}`
    )
  );
}
__name(pathFaults, "pathFaults");

export {
  keyFingerprint,
  readCertificates,
  nameOf,
  fingerprints,
  fingerprintsInOrder,
  rootFaults,
  judgeChain,
  leafLifeMs,
  renewAt,
  intermediateRequest,
  readServing
};
