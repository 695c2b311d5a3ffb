import type { Chart, Rendering } from "../../model/chart.ts";

type Failed = Extract<Rendering, { kind: "failed" }>;

const value = /\$?\.Values\)?(?:\.\w[\w-]*)+/gu;

/**
 * Reads what Helm says of a failure: `parse error at (f:1): …`, `execution error at (f:1:2): …` (the chart's own `fail` and `required`), a
 * chain of `f:1:2` / `executing "…" at <…>:` / message, of which the last link is the cause, or a list of schema violations.
 */
export function readFailure(text: string, chart: Chart): Failed {
  const raised = /^(?:parse|execution) error (?:at|in) \((?<place>[^)]+)\): (?<message>[\s\S]*)$/u.exec(text)?.groups;
  if (raised?.["place"] !== undefined) return failed(raised["message"] ?? "", chart, raised["place"], "");
  const last = [
    ...text.matchAll(/^(?<place>\S+:\d+:\d+)\n(?: {2}executing ".*" at <(?<action>.*)>:\n)?(?<message>(?: {4}.*\n?)+|.*)/gmu),
  ].at(-1)?.groups;
  if (last?.["place"] !== undefined) return failed(last["message"] ?? "", chart, last["place"], last["action"] ?? "");
  const pointer = /^- at '(?<pointer>\/[^']*)'/mu.exec(text)?.groups?.["pointer"];
  return {
    kind: "failed",
    message: text.trim(),
    template: undefined,
    line: undefined,
    value: pointer && `.Values${pointer.replaceAll("/", ".")}`,
  };
}

/** A failure that Helm did not explain: the engine was stopped. */
export function stopped(message: string): Failed {
  return { kind: "failed", message, template: undefined, line: undefined, value: undefined };
}

function failed(message: string, chart: Chart, place: string, action: string): Failed {
  const [path = "", line] = place.split(":");
  // Helm puts the chart's name before the path.
  const template = path.startsWith(`${chart.name}/`) ? path.slice(chart.name.length + 1) : path;
  const number = line === undefined ? undefined : Number(line);
  const source = number === undefined ? "" : (chart.files.get(template)?.split("\n")[number - 1] ?? "");
  return { kind: "failed", message: message.trim(), template, line: number, value: valueIn(action) ?? valueIn(source) };
}

/** The value a text speaks of, when it is only one. */
function valueIn(text: string): string | undefined {
  const found = new Set((text.match(value) ?? []).map((name) => name.replace(/^\$/u, "").replace(")", "")));
  return found.size === 1 ? [...found][0] : undefined;
}
