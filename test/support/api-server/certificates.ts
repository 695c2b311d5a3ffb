import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

/** A certificate and its key: PEM. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate for this machine, made anew, and the authority that signed it: PEM. */
export interface ServerCertificate extends Pair {
  readonly ca: string;
  /** One for a client: who it is, is its common name. */
  clientFor(name: string): Promise<Pair>;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

export async function serverCertificate(names: readonly string[] = ["localhost"]): Promise<ServerCertificate> {
  x509.cryptoProvider.set(webcrypto as never);
  const caKeys = await newKeys();
  const notBefore = new Date(Date.now() - 60_000);
  const notAfter = new Date(Date.now() + 3_600_000);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=loopback authority",
    serialNumber: "01",
    notBefore,
    notAfter,
    keys: caKeys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  const alternatives = [...names.map((value) => ({ type: "dns" as const, value })), { type: "ip" as const, value: "127.0.0.1" }];
  const signed = async (subject: string, extensions: x509.Extension[]): Promise<Pair> => {
    const keys = await newKeys();
    const leaf = await x509.X509CertificateGenerator.create({
      subject,
      issuer: authority.subject,
      notBefore,
      notAfter,
      signingKey: caKeys.privateKey,
      publicKey: keys.publicKey,
      signingAlgorithm: algorithm,
      extensions,
    });
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
    const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/gu, "$&\n")}\n-----END PRIVATE KEY-----\n`;
    return { certificate: leaf.toString("pem"), key };
  };
  return {
    ca: authority.toString("pem"),
    ...(await signed("CN=loopback", [new x509.SubjectAlternativeNameExtension(alternatives)])),
    clientFor: (name) => signed(`CN=${name}`, []),
  };
}

function newKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]) as Promise<webcrypto.CryptoKeyPair>;
}
