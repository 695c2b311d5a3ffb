import { type CommandName, commands } from "../catalog/commands.gen.ts";
import type { Offer } from "../model/command.ts";
import type { Asked } from "./asked.ts";
import { notPermitted } from "./requirements/person.ts";
import { wrongPullRequest } from "./requirements/pull-request.ts";
import { usageOf } from "./usage.ts";

/** Every command as this person could give it here, in the catalogue's order; the first reason against each. */
export function offers(asked: Asked): readonly Offer[] {
  return Object.entries(commands).map(([name, { summary }]) => {
    const verb = name as CommandName;
    const [against] = [...notPermitted(verb, [], asked), ...wrongPullRequest(verb, asked)];
    return { usage: usageOf(verb), summary, against };
  });
}
