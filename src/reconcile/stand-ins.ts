import type { Hole } from "../model/hole.ts";
import type { Manifest } from "../model/manifest.ts";
import { type Fills, holesOf } from "./fills.ts";

/** Well-formed values for the holes of an object that is only tried: addresses of the range for documentation, a name that nobody can have. */
export function standIns(manifest: Manifest): Fills {
  return new Map(holesOf(manifest).map(({ text, hole }) => [text, standIn(hole)]));
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
