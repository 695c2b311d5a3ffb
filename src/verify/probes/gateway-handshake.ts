import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { judgeChain, nameOf, readCertificates } from "../../trust/index.ts";
import { failed, isRead, type Place, type Probe, passed, unknown } from "../check.ts";
import { type ClusterSeen, type HandshakeSeen, type Observed, valueOf } from "../observed.ts";

const name = "gateway-handshake";

/**
 * Whoever answers behind an east-west gateway's address shows a certificate of the mesh: one that leads to its roots, with a name in the right trust domain and
 * namespace. The gateway itself only hands on (`AUTO_PASSTHROUGH`); with ambient it is the gateway that answers.
 */
export const gatewayHandshake: Probe = (observed) =>
  observed.clusters
    .filter(isRead)
    .filter(({ gateways }) => observed.mesh.clusters.length > 1 && gateways.some(({ spec }) => spec.kind === "eastwest"))
    .flatMap((seen) => {
      const looks = observed.handshakes.filter(({ cluster }) => cluster === seen.cluster.name);
      return looks.length === 0 ? [noLook(seen)] : looks.map((look) => judge(look, seen, observed));
    });

function noLook({ cluster }: ClusterSeen): Check {
  return unknown({ name, cluster: cluster.name }, "No address of an east-west gateway is known here.", "See gateway-ready.");
}

function judge(look: HandshakeSeen, seen: ClusterSeen, { mesh, at }: Observed): Check {
  const place = { name, cluster: look.cluster };
  const address = `\`${look.address}:${look.port}\``;
  const { handshake } = look;
  switch (handshake.kind) {
    case "unreachable":
      return unknown(
        place,
        `${address} was not reached from here (${handshake.why}), which says nothing about the way from the other clusters.`,
        "Try from where the other clusters leave their networks; `isthmus verify --probe` sends requests from inside them.",
      );
    case "refused":
      if (look.answering === "not-known")
        return unknown(
          place,
          `${address} takes connections; which workloads are behind it could not be read here, so none was asked for its certificate.`,
          "Let Isthmus read Services where workloads are, and istiod's pages (`isthmus access --print`); or run `isthmus verify --probe`.",
        );
      if (look.answering === "nobody")
        return unknown(
          place,
          `${address} takes connections; behind it runs no workload with a sidecar whose certificate could be looked at.`,
          "`isthmus verify --probe` puts one there for the time of the look.",
        );
      if (look.answering === "istiod")
        return failed(
          place,
          `${address} hung up on server name \`${look.serverName}\` without a certificate (${handshake.why}): remotes do not reach their istiod.`,
          "See that Gateway `istiod-gateway` selects this gateway's pods, with port 15012 and mode PASSTHROUGH, and that a VirtualService leads it to istiod.",
        );
      return failed(
        place,
        `${address} hung up on server name \`${look.serverName}\` without a certificate (${handshake.why}).`,
        "See that Gateway `cross-network-gateway` selects this gateway's pods, with port 15443, mode AUTO_PASSTHROUGH and the host of that service.",
      );
    case "shown":
      if (look.answering === "nobody" || look.answering === "not-known")
        return failed(
          place,
          `${address} shows a certificate for a name that is nobody's: something there ends TLS instead of handing it on.`,
          "Give the gateway a load balancer that works on layer 4, and Gateway `cross-network-gateway` mode AUTO_PASSTHROUGH.",
        );
      return certificate({ look, chain: handshake.chain, place, address, seen, mesh, at });
  }
}

interface Shown {
  readonly look: HandshakeSeen;
  readonly chain: readonly string[];
  readonly place: Place;
  readonly address: string;
  readonly seen: ClusterSeen;
  readonly mesh: Mesh;
  readonly at: number;
}

function certificate({ look, chain, place, address, seen, mesh, at }: Shown): Check {
  const [leaf, ...upper] = readCertificates(chain.join("\n")).certificates;
  const roots = readCertificates((valueOf(seen.roots) ?? []).map(({ pem }) => pem).join("\n")).certificates;
  if (leaf === undefined)
    return failed(place, `${address} showed a certificate that cannot be read.`, "Look at it with `openssl s_client`.");
  if (roots.length === 0)
    return unknown(place, `${address} showed a certificate, and the roots of ${seen.cluster.name} could not be read.`, "See roots-equal.");
  const names = leaf.facts.subjectAltNames;
  const identity = look.answering === "istiod" ? `DNS:${look.serverName}` : names.find((entry) => entry.startsWith("URI:spiffe://"));
  const fault =
    (look.answering === "istiod" ? ofIstiod(names, look.serverName) : ofMesh(identity, mesh, seen.cluster, look.namespace)) ??
    leading(leaf.x509.validToDate.getTime() < at, { leaf, upper, roots, at, seen });
  if (fault !== undefined)
    return failed(
      place,
      `${address} ${fault}`,
      "Something else than this mesh may answer there; look at it with `openssl s_client -connect … -servername …`, and see roots-equal.",
    );
  return passed(place, `${address} shows \`${bare(identity)}\`, whose certificate leads to the mesh's root.`);
}

/** `URI:spiffe://…` and `DNS:istiod…` without the kind of name. */
function bare(identity: string | undefined): string {
  return identity?.slice(identity.indexOf(":") + 1) ?? "";
}

function ofIstiod(names: readonly string[], serverName: string): string | undefined {
  return names.includes(`DNS:${serverName}`)
    ? undefined
    : `shows a certificate for ${names.join(", ") || "no name"}; expected was \`${serverName}\`.`;
}

function ofMesh(identity: string | undefined, mesh: Mesh, cluster: Cluster, namespace: string): string | undefined {
  if (identity === undefined) return "shows a certificate without a name of the mesh (SPIFFE).";
  const wanted = [cluster.trustDomain, mesh.trust.domain, ...mesh.trust.aliases].map((domain) => `spiffe://${domain}/ns/${namespace}/sa/`);
  return wanted.some((start) => bare(identity).startsWith(start))
    ? undefined
    : `shows \`${bare(identity)}\`; expected was \`${wanted[0]}…\`.`;
}

type Certificates = ReturnType<typeof readCertificates>["certificates"];

function leading(
  isOver: boolean,
  {
    leaf,
    upper,
    roots,
    at,
    seen,
  }: {
    readonly leaf: Certificates[number];
    readonly upper: Certificates;
    readonly roots: Certificates;
    readonly at: number;
    readonly seen: ClusterSeen;
  },
): string | undefined {
  if (isOver) return `shows a certificate that ended at ${leaf.facts.notAfter}.`;
  const issuers = [...upper, ...roots];
  const issuer = issuers.find(({ x509 }) => leaf.x509.checkIssued(x509) && leaf.x509.verify(x509.publicKey));
  if (issuer === undefined) return `shows a certificate by ${leaf.facts.issuer}, which is not in what it shows.`;
  const isRoot = roots.some(({ fingerprint }) => fingerprint === issuer.fingerprint);
  const chain = upper.filter(({ fingerprint }) => !roots.some((root) => root.fingerprint === fingerprint));
  const faults = isRoot ? [] : judgeChain({ chain, roots, at, trustDomain: seen.cluster.trustDomain }).faults;
  return faults.length === 0 ? undefined : `shows a certificate by ${nameOf(issuer)} that does not hold: ${faults.join("; ")}.`;
}
