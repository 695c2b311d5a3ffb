import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { type JsonObject, textAt } from "../model/json.ts";
import type { Place, Source } from "../model/source.ts";
import { withoutCredentials } from "./credentials.ts";
import type { Seal } from "./seal.ts";

/** What is said about what was taken out of an object: where, never what. Values of one Secret, and guesses of one kind in one object, are one finding. */
export function sealFindings(seals: readonly Seal[], object: JsonObject, source: Source): readonly Finding[] {
  const found: Finding[] = [];
  const values = seals.filter((entry) => entry.kind === "secret-value");
  const [first] = values;
  if (first !== undefined) {
    const keys = values.map((entry) => withoutCredentials(String(entry.path.at(-1)))).slice(0, 8);
    const name = withoutCredentials(textAt(object, "metadata", "name") ?? "");
    found.push(finding("secret-in-repository", { name, keys: keys.join(", ") }, { source: source.place(first.path, "key") }));
  }
  const guesses = new Set<string>();
  for (const entry of seals) {
    if (entry.kind === "secret-value" || guesses.has(entry.guess ?? "")) continue;
    if (entry.guess !== undefined) guesses.add(entry.guess);
    found.push(sealFinding(entry, source.place(entry.path)));
  }
  return found;
}

function sealFinding({ kind, guess }: Seal, source: Place): Finding {
  switch (kind) {
    case "private-key":
      return finding("private-key-in-repository", { how: ", base64-encoded" }, { source });
    case "token":
      return finding("token-in-repository", { how: ", base64-encoded" }, { source });
    case "kubeconfig":
      return finding("kubeconfig-in-repository", { what: "a token, a password or a client key" }, { source });
    case "secret-value":
    case "guess":
      return finding("credential-in-repository", { what: guess ?? "a credential" }, { source });
  }
}
