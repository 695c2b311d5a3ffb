import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** The import law as data: who may import whom, and what it would mean if they did. */

const src = join(import.meta.dirname, "..", "..", "src");
const stages = ["load", "render", "diff", "plan", "validate", "report", "survey", "propose", "reconcile", "verify"] as const;

/** Stages whose work is the outside itself: they are handed the ports and may know their types. */
const workers = ["survey", "reconcile", "verify"];

/** Libraries that compute and nothing else: no files, no sockets, no clock. */
const pureLibraries = ["npm:js-yaml", "npm:ajv", "npm:diff", "npm:semver", "npm:@marcbachmann/cel-js", "npm:micromark"];

/** One import, in terms of rooms: `render` imports `node:fs`. */
interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly targetFile: string;
  readonly typeOnly: boolean;
}

/** Every import of the sources that breaks the law, as a sentence. */
export function breaches(): readonly string[] {
  return importsOf(src).flatMap((entry) => {
    const meaning = judge(entry);
    return meaning === undefined ? [] : [`${entry.file} imports ${entry.target}: ${meaning}`];
  });
}

/** What an import would mean, or `undefined` when it is lawful. */
export function judge({ room, target, targetFile, typeOnly }: Import): string | undefined {
  if (target === room) return undefined;
  if (room === "tools" || room === "shells") return target === "tools" ? "nothing imports tools: they are not shipped" : undefined;
  if (target === "tools" || target === "shells") return `${room} would depend on who calls it, and could not be called by anybody else`;
  if (room === "model") return typeOnly && target === "catalog" ? undefined : modelMeaning(target);
  if (room === "world")
    return typeOnly && target === "model" ? undefined : "a port's contract would depend on something that is not plain data";
  if (room === "catalog") return ["model", "npm:ajv"].includes(target) ? undefined : "data would depend on the code that reads it";
  if (room === "yaml") return ["model", ...pureLibraries].includes(target) ? undefined : "reading YAML would depend on what is read";
  if (room === "trust")
    return ["model", "node:crypto"].includes(target) ? undefined : "a certificate would be good or bad depending on who asks";
  if (room === "pipeline") return pipelineMeaning(target, targetFile, typeOnly);
  if (room === "adapters") return target === "pipeline" || isStage(target) ? "the outside would decide what the core means" : undefined;
  if (workers.includes(room) && target === "world" && typeOnly) return undefined;
  if (room === "chatops")
    return ["model", "catalog", ...pureLibraries].includes(target)
      ? undefined
      : "who may do what would depend on more than what was said and who said it";
  if (isStage(room)) return stageMeaning(room, target);
  return `src/${room} is a room the law does not know: add it to the table in src/README.md and to test/support/law.ts`;
}

function modelMeaning(target: string): string | undefined {
  if (target === "node:crypto") return undefined;
  return `a noun would know ${target}: then no stage could hold it without knowing ${target} as well`;
}

function pipelineMeaning(target: string, targetFile: string, typeOnly: boolean): string | undefined {
  if (target === "model" || target === "catalog") return undefined;
  if (target === "world") return typeOnly ? undefined : "the pipeline would make its own world instead of being handed one";
  if (isStage(target))
    return targetFile.endsWith("/index.ts") ? undefined : `the map would reach into ${target} behind its door (index.ts)`;
  return `the map would do work itself (${target}) instead of naming the stage that does it`;
}

function stageMeaning(room: string, target: string): string | undefined {
  if (["model", "catalog", "yaml", "trust", "node:crypto", ...pureLibraries].includes(target)) return undefined;
  if (isStage(target)) return `${room} would know ${target}: stages meet only in model/, so that each can be tested and read alone`;
  if (target === "world" || target === "adapters")
    return `${room} would touch the outside: the same input would no longer give the same bytes`;
  if (target.startsWith("node:")) return `${room} reads ${target}: the same mesh would come out differently on another machine or tomorrow`;
  return `${room} would bring in ${target}: only pure libraries may stand behind a stage (test/support/law.ts lists them)`;
}

function isStage(room: string): boolean {
  return (stages as readonly string[]).includes(room);
}

/** All imports of all sources under `folder`. */
export function importsOf(folder: string): readonly Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.includes("node_modules"),
  );
  return files.sort().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest, true);
    return specifiers(source).map(({ specifier, typeOnly }) => {
      const targetFile = specifier.startsWith(".") ? relative(folder, resolve(folder, dirname(file), specifier)) : specifier;
      return { file: `src/${file}`, room: roomOf(file), target: targetOf(specifier, targetFile), targetFile: `/${targetFile}`, typeOnly };
    });
  });
}

function specifiers(source: ts.SourceFile): readonly { specifier: string; typeOnly: boolean }[] {
  const found: { specifier: string; typeOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) });
    }
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push({ specifier: node.arguments[0].text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function roomOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : file.replace(/\.ts$/u, "");
}

function targetOf(specifier: string, targetFile: string): string {
  if (specifier.startsWith(".")) return roomOf(targetFile);
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return specifier;
  return `npm:${/^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier}`;
}
