import type { Chart, Rendering } from "../../model/chart.ts";

type Failed = Extract<Rendering, { kind: "failed" }>;

/** One step of the way to an error: where (`chart/templates/x.yaml:3:7`), what was being done there, and what is said about it. */
interface Step {
  readonly place: string;
  readonly action: string;
  readonly message: string;
}

/** Reads what Helm says of a failure. The last step is the cause; the last one with a path is where a person can change something. */
export function readFailure(text: string, chart: Chart): Failed {
  const steps = stepsOf(text);
  const cause = steps.at(-1);
  if (cause === undefined) return violations(text) ?? stopped(text.trim());
  const [path = "", line = ""] = (steps.findLast(({ place }) => place.includes("/")) ?? cause).place.split(":");
  const template = path.startsWith(`${chart.name}/`) ? path.slice(chart.name.length + 1) : path;
  const source = chart.files.get(template)?.split("\n")[Number(line) - 1] ?? "";
  const message = cause.message.replace(/\s*\n\s*/gu, " ").trim();
  return { kind: "failed", message, template, line: Number(line), value: valueIn(cause.action) ?? valueIn(source) };
}

/** A failure that is nowhere in the chart. */
export function stopped(message: string): Failed {
  return { kind: "failed", message, template: undefined, line: undefined, value: undefined };
}

/** Helm writes an error in three forms. */
function stepsOf(text: string): readonly Step[] {
  // The template cannot be parsed, or the chart itself said `fail` or `required`.
  const raised = /^(?:parse|execution) error (?:at|in) \((?<place>[^)]+)\): (?<message>[\s\S]*)$/u.exec(text)?.groups;
  if (raised !== undefined) return [{ place: raised["place"] ?? "", action: "", message: raised["message"] ?? "" }];
  return text.startsWith("template: ") ? chained(text) : stacked(text);
}

/** `template: a:1:2: executing "a" at <x>: error calling f: template: b:3:4: …`, all in one line. */
function chained(text: string): readonly Step[] {
  return text.split(/(?=\btemplate: \S+:\d)/u).map((part) => {
    const link = /^template: (?<place>\S+:\d+(?::\d+)?): (?:executing "[^"]*" at <(?<action>.*?)>: )?(?<message>[\s\S]*)$/u.exec(
      part,
    )?.groups;
    return { place: link?.["place"] ?? "", action: link?.["action"] ?? "", message: link?.["message"] ?? part };
  });
}

/** `a:1:2`, below it `executing "a" at <x>:`, below that the message; then the next step. */
function stacked(text: string): readonly Step[] {
  const parts = text.split(/^(?=\S+:\d+:\d+$)/mu).filter((part) => /^\S+:\d+:\d+$/mu.test(part));
  return parts.map((part) => {
    const [place = "", ...rest] = part.split("\n");
    const action = /^ {2}executing ".*" at <(?<action>.*)>:$/u.exec(rest[0] ?? "")?.groups?.["action"];
    return { place, action: action ?? "", message: rest.slice(action === undefined ? 0 : 1).join("\n") };
  });
}

/** What a schema refuses, as one sentence. Helm lists it in the order of a Go table, which is another one each time. */
function violations(text: string): Failed | undefined {
  const found = [...text.matchAll(/^\s*- at '(?<pointer>[^']*)': (?<why>.*)$/gmu)]
    .map(({ groups }) => ({ value: `.Values${(groups?.["pointer"] ?? "").replaceAll("/", ".")}`, why: inOrder(groups?.["why"] ?? "") }))
    .filter(({ why }) => why !== "validation failed")
    .sort((a, b) => (`${a.value} ${a.why}` < `${b.value} ${b.why}` ? -1 : 1));
  const [first] = found;
  if (first === undefined) return undefined;
  const message = `the chart's schema refuses the values: ${found.map(({ value, why }) => `${value}: ${why}`).join("; ")}`;
  return { ...stopped(message), value: concerned(first) };
}

/** `additional properties 'b', 'a' not allowed`, with the names sorted. */
function inOrder(why: string): string {
  return why.replace(/'[^']*'(?:, '[^']*')+/u, (names) => names.split(", ").sort().join(", "));
}

/** The schema names the object that has a key too many; the person looks for the key. */
function concerned({ value, why }: { readonly value: string; readonly why: string }): string {
  const surplus = /^additional properties '([^']+)' not allowed/u.exec(why)?.[1];
  return surplus === undefined ? value : `${value}.${surplus}`;
}

/** The value a piece of a template speaks of, when it is only one. */
function valueIn(text: string): string | undefined {
  const found = new Set(text.replaceAll("($.Values)", "$.Values").match(/\.Values(?:\.\w+)+/gu));
  return found.size === 1 ? [...found][0] : undefined;
}
