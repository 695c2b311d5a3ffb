import type { CommentOptions } from "./comment.ts";
import { document } from "./document.ts";
import type { Report } from "./model.ts";

/** GitHub drops a job summary above 1,024 KiB whole; some room is left for what the shell writes around it. */
const limit = 1_000 * 1_024;

interface SummaryOptions extends Omit<CommentOptions, "budget"> {
  /** Bytes that stand before it in the same summary. */
  readonly taken?: number;
}

/** Everything, unfolded, for the job summary. With what is before it at most 1,000 KiB of UTF-8; when something is left out, it says so and counts it. */
export function summary(report: Report, { taken = 0, ...options }: SummaryOptions = {}): string {
  const style = { folds: false, lines: 2_000, showsChartObjects: true, files: options.files, rules: options.rules };
  const elsewhere = (options.elsewhere ?? []).map(({ name, url }) => (url === undefined ? name : `[${name}](${url})`));
  return document(report, style, { start: "", limit: limit - taken, measure: bytes, elsewhere });
}

/** Size in UTF-8. Stages have no Buffer; an encoder would copy the text. */
export function bytes(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    count += unit < 0x80 ? 1 : unit < 0x8_00 ? 2 : unit >= 0xd8_00 && unit < 0xe0_00 ? 2 : 3;
  }
  return count;
}
