import { systemClock as clock } from "../adapters/clock.ts";
import { createClusters } from "../adapters/kubernetes/index.ts";
import { createSigners } from "../adapters/signer/index.ts";
import { wire } from "../adapters/wire.ts";
import type { RunEvent } from "../model/outcome.ts";
import type { LiveWorld, World } from "../world.ts";
import { createStandingWorld } from "./world.ts";

interface LiveWorldOptions {
  readonly folder: string;
  readonly watch?: (event: RunEvent) => void;
  /** Where files and charts come from; the local folder unless given. */
  readonly world?: World;
}

/** Works in a world with clusters, and closes every connection afterwards. */
export async function withLiveWorld<T>({ folder, watch, world }: LiveWorldOptions, work: (world: LiveWorld) => Promise<T>): Promise<T> {
  const clusters = createClusters({ folder, environment: process.env, clock });
  const signers = createSigners({ folder, env: process.env, clock });
  try {
    return await work({ ...(world ?? createStandingWorld({ folder })), clusters, signers, wire, clock, watch: watch ?? (() => {}) });
  } finally {
    await clusters.close();
  }
}
