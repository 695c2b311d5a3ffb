import { Secret } from "../../model/secret.ts";
import { UsageError } from "../run.ts";

/** Fewer characters could be guessed by trying: `openssl rand -hex 32` gives 64. */
const fewest = 32;

/** The keys that plans are signed with, one a line, the one that signs first. @throws UsageError for one that is too short; `where` names the setting. */
export function planKeys(where: string, text: string): readonly Secret[] {
  const lines = text.split("\n").map((line) => line.trim());
  const keys = lines.filter((line) => line !== "");
  const weak = keys.findIndex((key) => key.length < fewest);
  if (weak >= 0)
    throw new UsageError(
      `${where} holds a key of ${keys[weak]?.length} characters (number ${weak + 1}); it needs ${fewest}: \`openssl rand -hex 32\` makes one.`,
    );
  return keys.map((key) => new Secret(key));
}
