import all from "@octokit/webhooks-examples" with { type: "json" };

interface Example {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

/** The package's own types describe its index as a module, not as the list it is. */
const events = all as unknown as readonly Example[];

/** GitHub's own example of an event, of an action when one is named. */
export function exampleOf(name: string, action?: string): Readonly<Record<string, unknown>> {
  const examples = events.find((event) => event.name === name)?.examples ?? [];
  const found = action === undefined ? examples[0] : examples.find((example) => example["action"] === action);
  if (found === undefined) throw new Error(`GitHub's examples have no event ${name}${action === undefined ? "" : ` ${action}`}`);
  return found;
}
