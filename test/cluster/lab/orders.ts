import type { Programs } from "./control-plane.ts";
import type { Place } from "./places.ts";
import type { ClusterOptions, Fault, Rule, Strike, UserOptions } from "./types.ts";

/** What a test process tells its supervisor; JSON over their channel. */
export type Order =
  | {
      readonly kind: "start";
      readonly folder: string;
      readonly keep: boolean;
      readonly mode: "own" | "host";
      readonly programs: Programs;
      readonly clusters: readonly ClusterOptions[];
    }
  | { readonly kind: "memory" }
  | { readonly kind: "stop" }
  | { readonly kind: "cluster"; readonly cluster: string; readonly order: ClusterOrder };

export type ClusterOrder =
  | { readonly kind: "make-user"; readonly wanted: UserOptions }
  | { readonly kind: "set-rules"; readonly user: string; readonly rules: readonly Rule[] }
  | { readonly kind: "pause" | "resume" | "kill" | "revive" | "traffic" }
  | { readonly kind: "faults"; readonly faults: readonly (Fault | Strike)[] };

export type Reply = { readonly value: unknown } | { readonly error: string };

export interface Started {
  readonly clusters: readonly ClusterFacts[];
}

export interface ClusterFacts {
  readonly place: Place;
  readonly folder: string;
  readonly ca: string;
  readonly frontUrl: string;
  readonly directUrl: string;
  readonly adminToken: string;
  readonly testToken: string;
}
