import { dump, load } from "js-yaml";
import type { Bend } from "./volumes.ts";

/**
 * Everything in which the lab lets a program see something else than its pod says; README.md lists it too. Plain Envoy lacks Istio's own
 * filters for statistics and peer metadata, and rejects configuration that names them.
 */

/** Added to the environment of istiod. */
export const istiodEnvironment = { PILOT_ENABLE_METADATA_EXCHANGE: "false", PILOT_ENABLE_ALPN_FILTER: "false" };

/** istiod's mesh configuration without the default metrics provider and without merging of metrics. */
export const bendMesh: Bend = ({ configMap }, { mesh, ...others }) => {
  if (configMap === undefined || mesh === undefined) return { ...(mesh === undefined ? {} : { mesh }), ...others };
  const config = (load(mesh.toString("utf8")) ?? {}) as Record<string, unknown>;
  return { ...others, mesh: Buffer.from(dump({ ...config, defaultProviders: {}, enablePrometheusMerge: false })) };
};

export const bendNothing: Bend = (_, files) => files;
