import type { Probe } from "../check.ts";
import { apiServer } from "./api-server.ts";
import { certificatesValid } from "./certificates-valid.ts";
import { clustersSynced } from "./clusters-synced.ts";
import { endpointsSeen } from "./endpoints-seen.ts";
import { gatewayHandshake } from "./gateway-handshake.ts";
import { gatewayReady } from "./gateway-ready.ts";
import { istiodReady } from "./istiod-ready.ts";
import { networksKnown } from "./networks-known.ts";
import { proxiesSynced } from "./proxies-synced.ts";
import { remoteTokens } from "./remote-tokens.ts";
import { rootsEqual } from "./roots-equal.ts";
import { timeSkew } from "./time-skew.ts";
import { trustDomainEqual } from "./trust-domain-equal.ts";
import { versionSkew } from "./version-skew.ts";
import { webhooksReady } from "./webhooks-ready.ts";

/** Every judgement over what was observed. */
export const probes: readonly Probe[] = [
  apiServer,
  timeSkew,
  istiodReady,
  versionSkew,
  webhooksReady,
  certificatesValid,
  rootsEqual,
  trustDomainEqual,
  clustersSynced,
  remoteTokens,
  gatewayReady,
  networksKnown,
  endpointsSeen,
  proxiesSynced,
  gatewayHandshake,
];
