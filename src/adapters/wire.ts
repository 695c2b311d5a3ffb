import { connect, type PeerCertificate, type TLSSocket } from "node:tls";
import type { Dial, Handshake, Wire } from "../world.ts";

/** Looks at TLS servers from where this process runs. */
export const wire: Wire = { handshake };

function handshake({ host, port, serverName, protocols, timeoutMs }: Dial): Promise<Handshake> {
  return new Promise((done) => {
    // Nothing is trusted because nothing is sent: the certificate is what we came for, and the caller judges it.
    const socket = connect({
      host,
      port,
      servername: serverName,
      ALPNProtocols: [...protocols],
      rejectUnauthorized: false,
      timeout: timeoutMs,
    });
    let isConnected = false;
    const end = (result: Handshake): void => {
      socket.destroy();
      done(result);
    };
    const shown = (): Handshake | undefined => {
      const chain = chainOf(socket);
      return chain.length === 0 ? undefined : { kind: "shown", chain, protocol: socket.alpnProtocol || "" };
    };
    socket.once("connect", () => {
      isConnected = true;
    });
    socket.once("secureConnect", () => end(shown() ?? { kind: "refused", why: "it showed no certificate" }));
    socket.once("timeout", () =>
      end(isConnected ? { kind: "refused", why: "it did not answer in time" } : { kind: "unreachable", why: "no connection in time" }),
    );
    socket.once("error", (error: NodeJS.ErrnoException) => {
      // A gateway that wants a client certificate ends the handshake after it has shown its own.
      const why = error.code ?? error.message;
      end(shown() ?? (isConnected ? { kind: "refused", why } : { kind: "unreachable", why }));
    });
    socket.once("close", () => end(shown() ?? { kind: "refused", why: "it hung up" }));
  });
}

function chainOf(socket: TLSSocket): readonly string[] {
  const pems: string[] = [];
  const seen = new Set<string>();
  let certificate: PeerCertificate | undefined = socket.getPeerCertificate(true);
  while (certificate?.raw !== undefined && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    const lines = certificate.raw.toString("base64").match(/.{1,64}/gu) ?? [];
    pems.push(`-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`);
    certificate = "issuerCertificate" in certificate ? (certificate.issuerCertificate as PeerCertificate) : undefined;
  }
  return pems;
}
