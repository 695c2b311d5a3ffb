import { preview as previewed } from "../../../pipeline.ts";
import { json, markdown, page, planTree, type Report, sarif, text, type View } from "../../../report/index.ts";
import { exitCodeOf } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** Formats a report can be printed in. */
export type Format = "text" | "markdown" | "json" | "sarif";

interface PreviewOptions extends SubjectOptions {
  readonly output: Format;
  readonly html?: string;
}

/** `isthmus preview`: everything about a change. */
export async function preview(terminal: Terminal, options: PreviewOptions): Promise<number> {
  return show(terminal, options, "preview");
}

/** `isthmus validate`: findings only. */
export async function validate(terminal: Terminal, options: PreviewOptions): Promise<number> {
  return show(terminal, options, "validate");
}

/** `isthmus diff`: changes only. */
export async function diff(terminal: Terminal, options: PreviewOptions): Promise<number> {
  return show(terminal, options, "diff");
}

/** `isthmus plan`: the steps, as a tree; as JSON the plan alone. */
export async function plan(terminal: Terminal, options: SubjectOptions & { readonly output: Format }): Promise<number> {
  const report = await reportFor(terminal, options);
  terminal.print(options.output === "json" ? json(report, { view: "plan" }) : planTree(report.plan, report.hiddenSteps));
  return ended(terminal, report, options);
}

async function show(terminal: Terminal, options: PreviewOptions, view: View): Promise<number> {
  const report = await reportFor(terminal, options);
  if (options.html !== undefined) await terminal.save(options.html, page(report));
  terminal.print(formatted(report, { format: options.output, view, terminal }));
  return view === "diff" ? ended(terminal, report, options) : exitCodeOf(report, options.failOn);
}

/** The exit code of a view that shows no findings, with a word about why it is not 0. */
export function ended(terminal: Terminal, report: Report, { failOn }: SubjectOptions): number {
  const code = exitCodeOf(report, failOn);
  if (code !== 0) terminal.tell("isthmus: there are findings or problems that this view does not show; `isthmus validate` does.");
  return code;
}

async function reportFor(terminal: Terminal, options: SubjectOptions): Promise<Report> {
  const request = await requestFrom(options);
  return terminal.progress("rendering and comparing", previewed(createLocalWorld(options), request));
}

/** A report, or one view of it, in one of the formats. */
export function formatted(report: Report, { format, view, terminal }: { format: Format; view: View; terminal: Terminal }): string {
  switch (format) {
    case "text":
      return text(report, { view, colour: terminal.colour, width: terminal.width });
    case "markdown":
      return markdown(report, { view });
    case "json":
      return json(report, { view });
    case "sarif":
      return sarif(report);
  }
}
