import { inWords } from "../../model/duration.ts";
import type { Check } from "../../model/health.ts";
import { textAt } from "../../model/json.ts";
import type { Present, PrivateFacts } from "../../model/live.ts";
import type { Cluster } from "../../model/mesh.ts";
import { failed, type Probe, passed, perCluster, unknown, unseen } from "../check.ts";
import { type ClusterSeen, runsIstiod } from "../observed.ts";
import { peersOf } from "../peers.ts";

const name = "remote-tokens";
const readerAccount = "istio-reader-service-account";

/** The tokens by which istiod reads other clusters live on, and the accounts they are for are still the same (istiod's own `synced` would not show it). */
export const remoteTokens: Probe = (observed) =>
  perCluster(name, observed, {
    of: ({ remoteSecrets }) => remoteSecrets,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (secrets, { cluster }) =>
      peersOf(observed.mesh, cluster).map((peer) => {
        const seen = observed.clusters.find((other) => other.cluster.name === peer.name);
        return judge(secrets, { cluster, peer, seen, at: observed.at });
      }),
  });

interface Pair {
  readonly cluster: Cluster;
  readonly peer: Cluster;
  readonly seen: ClusterSeen | undefined;
  readonly at: number;
}

type Token = PrivateFacts & { readonly kind: "token" };

const anew = "`isthmus apply` writes a new one; it tests it first.";

function judge(secrets: readonly Present[], { cluster, peer, seen, at }: Pair): Check {
  const place = { name, cluster: cluster.name, peer: peer.name };
  const holder = secrets.find(({ object }) => textAt(object, "stringData", peer.istioName) !== undefined);
  if (holder === undefined)
    return failed(
      place,
      `No Secret with label \`istio/multiCluster=true\` in \`${cluster.systemNamespace}\` holds a kubeconfig for \`${peer.istioName}\`.`,
      anew,
    );
  const secret = `\`${cluster.systemNamespace}/${textAt(holder.object, "metadata", "name") ?? ""}\``;
  const token = holder.privates.find((entry): entry is Token => entry.kind === "token" && entry.path === peer.istioName);
  if (token === undefined)
    return unknown(
      place,
      `Secret ${secret} holds no token whose end could be read.`,
      "Look at the credential by which that kubeconfig works.",
    );
  return (
    lifeOf(token, place, secret, at) ??
    accountOf(token, place, { secret, peer, seen }) ??
    passed(place, `The token in ${secret} ${lifeText(token, at)}.`)
  );
}

/** Renewal is due at half of a token's life: with a quarter left, nobody came. */
function lifeOf(
  { issuedAt, expiresAt }: Token,
  place: { readonly name: string; readonly cluster: string; readonly peer: string },
  secret: string,
  at: number,
): Check | undefined {
  if (expiresAt === undefined) return undefined;
  const left = expiresAt - at;
  if (left <= 0) return failed(place, `The token in ${secret} ended ${inWords(-left)} ago.`, anew);
  if (issuedAt !== undefined && left < (expiresAt - issuedAt) / 4)
    return failed(
      place,
      `The token in ${secret} ends in ${inWords(left)}; it should have been renewed at half of its life.`,
      `${anew} See why the scheduled run does not.`,
    );
  return undefined;
}

function accountOf(
  { subject, accountUid }: Token,
  place: { readonly name: string; readonly cluster: string; readonly peer: string },
  { secret, peer, seen }: { readonly secret: string; readonly peer: Cluster; readonly seen: ClusterSeen | undefined },
): Check | undefined {
  // A token for another account than the reader is somebody's own arrangement: its account was not looked at.
  if (subject !== `system:serviceaccount:${peer.systemNamespace}:${readerAccount}` || accountUid === undefined || seen === undefined)
    return undefined;
  if (seen.readerUid.kind === "unseen") return unseen(place, seen.readerUid.why);
  if (seen.readerUid.value === accountUid) return undefined;
  const what = seen.readerUid.value === undefined ? "is gone" : "was made anew since";
  return failed(
    place,
    `The token in ${secret} is for ServiceAccount \`${peer.systemNamespace}/${readerAccount}\` of ${peer.name}, which ${what}: it is worthless.`,
    anew,
  );
}

function lifeText({ issuedAt, expiresAt }: Token, at: number): string {
  if (expiresAt === undefined) return "never ends";
  const isDue = issuedAt !== undefined && expiresAt - at < (expiresAt - issuedAt) / 2;
  return `ends in ${inWords(expiresAt - at)}${isDue ? "; its renewal is due" : ""}`;
}
