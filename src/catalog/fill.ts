const longest = 300;

/** Puts facts into the `{name}` places of a catalogue text. A fact cannot break out of the backticks around it or of its line. */
export function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => harmless(String(facts[name] ?? "")));
}

function harmless(fact: string): string {
  const line = fact
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replaceAll("`", "'");
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
