interface Rule {
  readonly negated: boolean;
  readonly folderOnly: boolean;
  readonly matches: (path: string) => boolean;
}

/** Which files of a chart's folder are not part of the chart, by the rules of Helm (which are not quite git's). `text` is the `.helmignore`. */
export function helmIgnore(text: string): (path: string) => boolean {
  const rules = [...text.replace(/^\ufeff/u, "").split("\n"), "templates/.?*"].map((line) => line.trim()).flatMap(readRule);
  const hit = (path: string, isFolder: boolean) => isIgnored(rules, path, isFolder);
  return (path) => {
    const parts = path.split("/");
    return parts.some((_, index) => hit(parts.slice(0, index + 1).join("/"), index < parts.length - 1));
  };
}

function readRule(line: string): readonly Rule[] {
  if (line === "" || line.startsWith("#")) return [];
  const negated = line.startsWith("!");
  const folderOnly = line.endsWith("/");
  const pattern = line.replace(/^!/u, "").replace(/\/$/u, "");
  const whole = pattern.includes("/");
  const glob = globToRegExp(pattern.replace(/^\//u, ""));
  // A pattern without a slash is about the last part of the path, wherever it is.
  return [{ negated, folderOnly, matches: (path) => glob.test(whole ? path : (path.split("/").at(-1) ?? "")) }];
}

/** Helm reads a negated rule as "ignore what does not match", and stops at the first rule that says ignore. */
function isIgnored(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  return rules.some(({ negated, folderOnly, matches }) => {
    if (folderOnly && !isFolder) return negated;
    return matches(path) !== negated;
  });
}

/** Go's `filepath.Match`: `*` and `?` stop at a slash, `[a-z]` and `[^a-z]` are classes, a backslash takes the next character as it is. */
function globToRegExp(glob: string): RegExp {
  const parts = glob.match(/\\.|\[\^?[^\]]+\]|[\s\S]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1 && part.startsWith("[")) return part.replaceAll("\\", "\\\\");
    return part.replace(/^\\(?=.)/u, "").replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "u");
}
