import { type CommandName, commands } from "../catalog/commands.gen.ts";

/** A command as its users write it: `/explain HOST [CLUSTER]`. */
export function usageOf(verb: CommandName): string {
  const places = commands[verb].takes.map((place) => {
    const name = place.replace(/[*?]$/u, "").toUpperCase();
    if (place.endsWith("*")) return `[${name}…]`;
    return place.endsWith("?") ? `[${name}]` : name;
  });
  const flags = commands[verb].flags.map(({ name, takes, must }) => {
    const text = takes === "nothing" ? `--${name}` : `--${name}=${takes.toUpperCase()}`;
    return must ? text : `[${text}]`;
  });
  return [`/${verb}`, ...places, ...flags].join(" ");
}
