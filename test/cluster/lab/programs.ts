import { findTools } from "./build.ts";
import type { Programs } from "./control-plane.ts";

/** Every tool of the lab that is built, by name. */
export function programs(): Programs {
  return Object.fromEntries(Object.entries(findTools()).flatMap(([name, found]) => ("path" in found ? [[name, found.path]] : [])));
}
