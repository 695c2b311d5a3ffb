import { type CommandName, commands } from "../catalog/commands.gen.ts";
import { reason } from "../catalog/reason.ts";
import type { Arguments, ObjectName, Reason, Target } from "../model/command.ts";
import { usageOf } from "./usage.ts";

type Place = "target" | "cluster" | "object" | "host" | "rule" | "wave";
type Filled = { -readonly [K in keyof Arguments]: Arguments[K] };

/** What each place holds, said to a person, and an example. */
const places: Readonly<Record<Place, { readonly expected: string; readonly example: string }>> = {
  target: { expected: "clusters, @groups, wave:1 or stage:routing", example: "east" },
  cluster: { expected: "the name of a cluster", example: "east" },
  object: { expected: "an object as kind/namespace/name", example: "virtualservice/shop/checkout" },
  host: { expected: "a host", example: "checkout.shop" },
  rule: { expected: "the id of a rule", example: "route-to-missing-subset" },
  wave: { expected: "a wave or `all`", example: "1" },
};

/** Puts the words behind a verb into the places that the catalogue gives it, or says which word has none. */
export function argumentsOf(verb: CommandName, words: readonly string[]): Arguments | Reason {
  const filled: Filled = { targets: [], cluster: undefined, object: undefined, host: undefined, rule: undefined, wave: undefined };
  const left = [...words];
  for (const { place, count } of placesOf(verb)) {
    while (left[0] !== undefined && put(filled, place, left[0])) {
      left.shift();
      if (count !== "many") break;
    }
    if (count === "one" && filled[place as "host"] === undefined && left.length === 0)
      return reason("argument_missing", { verb, ...places[place] });
  }
  const [unplaced] = left;
  return unplaced === undefined ? filled : reason("argument_unexpected", { verb, word: unplaced, usage: usageOf(verb) });
}

function placesOf(verb: CommandName): readonly { readonly place: Place; readonly count: "one" | "maybe" | "many" }[] {
  return commands[verb].takes.map((text) => {
    const count = text.endsWith("*") ? "many" : text.endsWith("?") ? "maybe" : "one";
    return { place: text.replace(/[*?]$/u, "") as Place, count };
  });
}

/** True when the word is such a thing, which then stands in its place. */
function put(filled: Filled, place: Place, word: string): boolean {
  switch (place) {
    case "target": {
      const target = targetOf(word);
      if (target === undefined) return false;
      filled.targets = [...filled.targets, target];
      return true;
    }
    case "cluster":
      return keep(filled, "cluster", name.test(word) ? word : undefined);
    case "object":
      return keep(filled, "object", objectOf(word));
    case "host":
      return keep(filled, "host", host.test(word) ? word.toLowerCase() : undefined);
    case "rule":
      return keep(filled, "rule", /^[a-z][a-z0-9-]{0,99}$/u.test(word) ? word : undefined);
    case "wave":
      return keep(filled, "wave", word === "all" ? "all" : waveOf(word));
  }
}

function keep<K extends keyof Filled>(filled: Filled, key: K, value: Filled[K]): boolean {
  if (value === undefined) return false;
  filled[key] = value;
  return true;
}

/** A name of a cluster or a group, as the mesh's schema allows it. */
const name = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/u;
const host = /^(?:\*\.)?[A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?$/u;

function targetOf(word: string): Target | undefined {
  if (word.startsWith("@")) return name.test(word.slice(1)) ? { kind: "group", name: word.slice(1) } : undefined;
  const [key, value = ""] = word.split(":", 2);
  if (key === "wave" && word.includes(":")) {
    const number = waveOf(value);
    return number === undefined ? undefined : { kind: "wave", number };
  }
  if (key === "stage" && word.includes(":")) {
    return value === "certs" || value === "install" || value === "routing" ? { kind: "stage", stage: value } : undefined;
  }
  return name.test(word) ? { kind: "cluster", name: word } : undefined;
}

function waveOf(word: string): number | undefined {
  return /^(?:wave:)?[1-9]\d{0,3}$/u.test(word) ? Number(word.replace("wave:", "")) : undefined;
}

function objectOf(word: string): ObjectName | undefined {
  const parts = word.split("/");
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^[A-Za-z0-9]([-A-Za-z0-9.:]{0,252}[A-Za-z0-9])?$/u.test(part)))
    return undefined;
  const [kind = "", ...rest] = parts;
  return { kind: kind.toLowerCase(), namespace: rest.length === 2 ? rest[0] : undefined, name: rest.at(-1) ?? "" };
}
