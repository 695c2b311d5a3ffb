import type { Hole } from "../model/hole.ts";
import type { Manifest } from "../model/manifest.ts";
import { type Fills, holesOf, writtenFills } from "./fills.ts";
import type { Job } from "./job.ts";

/**
 * Well-formed values for the holes of an object that is only tried: addresses of the range for documentation, a name that nobody can have. Secrets of the
 * repository are what they are: it is the server they are for, and it looks into some kinds of them.
 * @throws Problem `hole-unfilled`
 */
export function standIns(manifest: Manifest, to: { readonly cluster: string; readonly sealed: Job["sealed"] }): Fills {
  return new Map([...writtenFills(manifest, to), ...holesOf(manifest).map(({ text, hole }) => [text, standIn(hole)] as const)]);
}

function standIn(hole: Hole): string {
  switch (hole.kind) {
    case "gateway-address":
      return hole.shape === "ip" ? "192.0.2.1" : "stand-in.invalid";
    case "api-server-url":
      return "https://192.0.2.1";
    case "api-server-ca":
      return btoa("stand-in");
    case "token":
    case "certificate":
      return "stand-in";
  }
}
