import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { type CommandEntry, commands as chatCommands } from "../catalog/commands.gen.ts";
import { byHandTable } from "../report/index.ts";
import { inputs } from "../shells/action/inputs.ts";
import { outputs } from "../shells/action/outputs.ts";
import { type SettingEntry, settings } from "../shells/bot/settings.ts";
import { demoComment } from "../shells/cli/commands/demo.ts";
import { createProgram } from "../shells/cli/program.ts";
import { createTerminal } from "../shells/cli/terminal.ts";
import { conversation } from "./conversation.ts";
import { commentPicture } from "./picture.ts";

/** README with everything between its markers made anew: tables from the registries, the comment from a real run. */
export async function readme(root: string): Promise<string> {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const sections = {
    demo: await demoSection(),
    conversation: conversationSection(root),
    workflow: workflowSection(root, "pull-request.yml"),
    apply: workflowSection(root, "apply.yml"),
    comments: workflowSection(root, "commands.yml"),
    "comment-commands": chatTable(),
    inputs: inputTable(),
    outputs: outputTable(),
    settings: settingTable(),
    commands: commandTable(),
    "by-hand": byHandSection(),
  };
  return Object.entries(sections).reduce((whole, [name, section]) => between(whole, name, section), text);
}

/** What `isthmus status` tells of an open step, for every kind of step. */
function byHandSection(): string {
  const parts = byHandTable().map(([kind, lines]) => `# ${kind}\n${lines.join("\n")}`);
  return `\`\`\`sh\n${parts.join("\n\n")}\n\`\`\``;
}

function between(text: string, name: string, section: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no markers ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${section.trim()}\n${text.slice(to)}`;
}

/** The comment of the smallest example as GitHub's page shows it: what a reader gets is what is shown. */
export async function demoPicture(): Promise<string> {
  return commentPicture(await visibleDemo(), pictureHeight);
}

/** Pixels: seen in a browser with the comment as it is. */
const pictureHeight = 560;

async function visibleDemo(): Promise<string> {
  return (await demoComment("traffic-split")).replace(/^<!--.*?-->\n/su, "").trimEnd();
}

/** A story that a test plays, as it went. */
function conversationSection(root: string): string {
  return conversation(readFileSync(join(root, "test", "scenarios", "two-at-once", "dialogue.md"), "utf8"));
}

/** The same as a quotation, to be unfolded. */
async function demoSection(): Promise<string> {
  return (await visibleDemo())
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** A recommended workflow as it is shipped, so that the two cannot differ. */
function workflowSection(root: string, file: string): string {
  return `\`\`\`yaml\n${readFileSync(join(root, "examples", "workflows", file), "utf8").trim()}\n\`\`\``;
}

const needs: Readonly<Record<CommandEntry["needs"], string>> = {
  anyone: "anybody who may read",
  reader: "who may read; triage in a public repository",
  triage: "triage; for a fork write",
  write: "write",
  grant: "a grant of the mesh; where it grants nothing, write",
};

/** What can be asked for in a comment, from the catalogue that reads it. */
function chatTable(): string {
  const rows = Object.entries(chatCommands).map(([name, { summary, flags: all, needs: who }]) => [
    `\`/${name}\``,
    cell(summary),
    all.map((flag) => `\`--${flag.name}\``).join(" "),
    needs[who],
  ]);
  return table(["Command", "What it does", "Flags", "Who, unless the mesh says otherwise"], rows);
}

function inputTable(): string {
  const rows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    cell(description),
    value === "" ? "" : `\`${value}\``,
  ]);
  return table(["Input", "What it does", "Default"], rows);
}

function outputTable(): string {
  return table(
    ["Output", "What it says"],
    Object.entries(outputs).map(([name, description]) => [`\`${name}\``, cell(description)]),
  );
}

function settingTable(): string {
  const rows = Object.entries<SettingEntry>(settings).map(([name, { description, default: value, must }]) => [
    `\`${name}\``,
    cell(description),
    value !== "" ? `\`${value}\`` : must === true ? "must be set" : "",
  ]);
  return table(["Variable", "What it does", "Default"], rows);
}

function commandTable(): string {
  const program = createProgram(createTerminal(), () => undefined);
  const rows = program.commands.map((command) => [`\`${usage(command)}\``, cell(command.summary()), flags(command)]);
  return `${table(["Command", "Prints", "Flags"], rows)}\n\nExit codes: 0 fine, 1 findings at error level, 2 wrong usage, 3 the world failed (network, permission, file), 4 drift (of \`drift\`, and of the Action by schedule), 70 a bug in Isthmus.`;
}

function usage(command: Command): string {
  const args = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...args].join(" ");
}

function flags(command: Command): string {
  return command.options.map((option) => `\`${option.long ?? option.flags}\``).join(" ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
