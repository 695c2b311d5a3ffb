import type { CommentOptions } from "./comment.ts";
import { document, findingsDocument } from "./document.ts";
import { code, fence } from "./markdown.ts";
import type { Report } from "./model.ts";
import { planTree } from "./plan-tree.ts";
import type { View } from "./text.ts";

/** `--output markdown`: the same content as the comment, without its marker and with room for all of it. */
export function markdown(report: Report, options: CommentOptions & { readonly view?: View } = {}): string {
  const style = { folds: options.view !== "diff", lines: 400, showsChartObjects: false, files: options.files, rules: options.rules };
  const frame = { start: "", limit: options.budget ?? 10_000_000, elsewhere: (options.elsewhere ?? []).map(({ name }) => code(name)) };
  switch (options.view ?? "preview") {
    case "validate":
      return findingsDocument(report, style, frame);
    case "plan":
      return `## Plan ${code(report.plan.digest.plan.slice(0, 8))}\n\n${fence("text", planTree(report.plan).split("\n"))}`;
    case "diff":
    case "preview":
      return document(report, style, frame);
  }
}
