export { type Certificate, fingerprints, fingerprintsInOrder, nameOf, readCertificates } from "./certificate.ts";
export { judgeChain } from "./chain.ts";
export { keyFingerprint } from "./facts.ts";
export { rootFaults } from "./faults.ts";
export { leafLifeMs, renewAt } from "./renewal.ts";
export { intermediateRequest } from "./request.ts";
export { readServing, type Serving } from "./serving.ts";
