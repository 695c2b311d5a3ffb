import { certificate, change, changes, manifest, study } from "../../../support/study.ts";

const sealed = (digit: string) => `⟦secret ${digit.repeat(32)}⟧`;
const cacerts = (key: string, chain: string) =>
  manifest(
    JSON.stringify({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "cacerts", namespace: "istio-system" },
      data: { "ca-key.pem": key, "cert-chain.pem": chain },
    }),
    { stage: "certificates" },
  );
const tls = manifest(
  JSON.stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "edge-tls", namespace: "shop" },
    data: { "tls.crt": sealed("c"), "tls.key": sealed("d") },
  }),
  { stage: "config" },
);

/** One intermediate is replaced with a new key, one renewed with the same; a serving certificate is new. Keys are never shown. */
export default study({
  changes: changes([
    change(cacerts(sealed("1"), sealed("2")), cacerts(sealed("3"), sealed("4")), ["eu"], {
      certificates: [
        {
          path: "data[cert-chain.pem][0]",
          before: certificate(),
          after: certificate({
            issuer: "O=shop,CN=root R2",
            serial: "02",
            notAfter: "2028-08-30T00:00:00Z",
            keyFingerprint: "a1b2c3d4".repeat(8),
          }),
        },
      ],
    }),
    change(cacerts(sealed("5"), sealed("6")), cacerts(sealed("5"), sealed("7")), ["east", "west"], {
      certificates: [
        {
          path: "data[cert-chain.pem][0]",
          before: certificate({ subject: "O=shop,CN=⟨cluster⟩ intermediate" }),
          after: certificate({ subject: "O=shop,CN=⟨cluster⟩ intermediate", serial: "09", notAfter: "2028-08-01T00:00:00Z" }),
        },
      ],
    }),
    change(undefined, tls, ["east", "eu", "west"], {
      certificates: [
        {
          path: "data[tls.crt][0]",
          before: undefined,
          after: certificate({
            subject: "CN=shop.example.com",
            issuer: "CN=Public CA",
            isCa: false,
            subjectAltNames: ["shop.example.com"],
            notAfter: "2027-02-01T00:00:00Z",
          }),
        },
      ],
    }),
  ]),
});
