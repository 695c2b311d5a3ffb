/** What is shown of each comment of ours: more is in the dialogue itself. */
const mostLines = 6;
const longest = 300;

/**
 * A dialogue of `test/scenarios` as a reader of README follows it: who does what, and what Isthmus says to it first. The dialogue is what a test compares with a run, so this is what
 * happened.
 */
export function conversation(dialogue: string): string {
  const [, ...steps] = dialogue.split(/^## /mu);
  return steps.map(stepText).join("\n");
}

function stepText(step: string): string {
  const [title = "", ...lines] = step.split("\n");
  const comments = lines
    .join("\n")
    .split(/^\*\*Isthmus .*?:\*\*$/mu)
    .slice(1);
  return [`**${title}**\n`, ...comments.map(firstOf)].join("\n");
}

/** The quoted lines that say something, without marks and small print; what is folded stays so. */
function firstOf(comment: string): string {
  const end = comment.search(/^\*\*[A-Z]/mu);
  const quoted = (end < 0 ? comment : comment.slice(0, end)).split("\n").flatMap((line) => (line.startsWith("> ") ? [line.slice(2)] : []));
  const folded = quoted.findIndex((line) => line.startsWith("<details"));
  const said = (folded < 0 ? quoted : quoted.slice(0, folded)).filter(
    (line) => !/^(?:<!--|<sub>|\|)/u.test(line.trim()) && line.trim() !== "",
  );
  const shown = said.slice(0, mostLines).map((line) => `> ${cut(plain(line))}  `);
  return `${shown.join("\n").trimEnd()}\n`;
}

/** A heading in a quotation would stand in README's own outline, and links of a story lead nowhere. */
function plain(line: string): string {
  return line
    .replace(/<sub>.*?<\/sub>/gu, "")
    .replace(/\[(?<text>[^\]]*)\]\([^)]*\)/gu, "$<text>")
    .trimEnd()
    .replace(/^#+ (?<text>.*)$/u, "**$<text>**");
}

function cut(line: string): string {
  return line.length <= longest ? line : `${line.slice(0, line.lastIndexOf(" ", longest))} …`;
}
