import { counted } from "../count.ts";
import { listed, quoted, type Rich, words } from "../rich.ts";

/** Names in a sentence: three of them, then how many more. */
export function few(names: readonly string[], noun = "more"): Rich {
  if (names.length === 0) return words("(none)");
  if (names.length <= 4) return listed(names.map(quoted));
  return listed([...names.slice(0, 3).map(quoted), words(noun === "more" ? `${names.length - 3} more` : counted(names.length - 3, noun))]);
}
