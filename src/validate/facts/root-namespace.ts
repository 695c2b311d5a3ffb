import { textAt } from "../../model/json.ts";
import type { ClusterView } from "../view.ts";
import { meshConfigs } from "./mesh-config.ts";

/** The namespace whose policies hold for the whole mesh: `rootNamespace` of the mesh configuration, else the system namespace. */
export function rootNamespace(view: ClusterView<"ConfigMap">): string {
  const written = meshConfigs(view).map(({ config }) => textAt(config, "rootNamespace"));
  return written.find((namespace) => namespace !== undefined && namespace !== "") ?? view.systemNamespace;
}
