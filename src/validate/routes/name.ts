/** What somebody wrote, between backticks, so that every audience shows it as code; a backtick of its own becomes an apostrophe. */
export function name(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
