import { isList, isObject, type Json, type Path } from "../../model/json.ts";
import { readValues } from "../read.ts";
import { writeYaml } from "../write.ts";
import type { Edit } from "./change.ts";
import type { Entry, Node } from "./nodes.ts";

/** Some characters of a text and what stands there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a place is left as it is. */
export interface Unfit {
  readonly why: string;
}

type Found = { readonly node: Node; readonly holder: Holder | undefined };
/** What a value stands in: an entry of a map, or a list. */
type Holder =
  | { readonly kind: "entry"; readonly map: Extract<Node, { kind: "map" }>; readonly entry: Entry }
  | { readonly kind: "item"; readonly list: Extract<Node, { kind: "list" }>; readonly index: number };

/** One edit as the characters it takes: whole lines where lists and maps are written as lines, else only what is said. Nothing else of the text is touched. */
export function spliceOf(text: string, root: Node, edit: Edit): Splice | Unfit {
  const { path } = edit;
  const above = find(root, path.slice(0, -1));
  const step = path.at(-1);
  if (above === undefined || step === undefined) return { why: "the file has no such place" };
  const { node: parent } = above;
  if (isShared(root, path)) return { why: "an anchor, an alias or a tag stands there" };
  if (edit.kind === "insert") return insert(text, above, { index: Number(step), value: edit.value });
  const child = childOf(parent, step);
  if (edit.kind === "remove") return child === undefined ? { why: "the file has no such place" } : remove(text, child, above);
  if (child !== undefined) return replace(text, child, edit.value);
  if (parent.kind === "map" && typeof step === "string") return addKey(text, parent, { key: step, value: edit.value });
  return { why: "the file has no such place" };
}

function find(root: Node, path: Path): Found | undefined {
  return path.reduce<Found | undefined>((at, step) => at && childOf(at.node, step), { node: root, holder: undefined });
}

function childOf(node: Node, step: string | number): Found | undefined {
  if (node.kind === "list" && typeof step === "number") {
    const item = node.items[step];
    return item && { node: item, holder: { kind: "item", list: node, index: step } };
  }
  if (node.kind !== "map") return undefined;
  const entry = node.entries.findLast(({ key }) => key === step);
  return entry && { node: entry.value, holder: { kind: "entry", map: node, entry } };
}

/** What is written once and read in several places must not change in one of them. */
function isShared(root: Node, path: Path): boolean {
  return path.some((_, length) => {
    const node = find(root, path.slice(0, length + 1))?.node;
    return node !== undefined && (node.kind === "alias" || !node.isBare);
  });
}

function replace(text: string, { node, holder }: Found, value: Json): Splice | Unfit {
  const isPlain = typeof value !== "object" || value === null;
  if (node.kind === "scalar" && node.style !== "block" && isPlain)
    return { ...node, text: scalarText(value, node.style, isInFlow(text, node)) };
  if (hasComment(text, { start: holder?.kind === "entry" ? holder.entry.keyEnd : node.start, end: node.end }))
    return { why: "a comment stands inside what would be replaced" };
  if (node.kind !== "empty" && isInFlow(text, node)) return { ...node, text: JSON.stringify(value) };
  if (holder?.kind === "entry") {
    const colon = text.indexOf(":", holder.entry.keyEnd);
    const written = below(text, holder.entry.keyStart, { [holder.entry.key ?? ""]: value });
    return { start: colon + 1, end: Math.max(colon + 1, node.end), text: written.slice(written.indexOf(":") + 1) };
  }
  const dash = holder?.kind === "item" && node.kind !== "empty" ? dashOf(text, node) : undefined;
  if (dash === undefined) return { why: "it is written in a way that is not edited" };
  return { start: dash, end: node.end, text: below(text, dash, [value]) };
}

function addKey(
  text: string,
  map: Extract<Node, { kind: "map" }>,
  { key, value }: { readonly key: string; readonly value: Json },
): Splice | Unfit {
  const last = map.entries.at(-1);
  const inFlow = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  if (map.isFlow && last === undefined) return { start: map.start, end: map.end, text: `{ ${inFlow} }` };
  if (last === undefined) return { why: "it is written in a way that is not edited" };
  const end = Math.max(last.keyEnd, last.value.end);
  if (map.isFlow) return { start: end, end, text: `, ${plainOr(key, value) ?? inFlow}` };
  const [first] = map.entries;
  const at = lineEnd(text, end < last.keyEnd + 1 ? text.indexOf(":", last.keyEnd) + 1 : end);
  return { start: at, end: at, text: `\n${margin(text, first?.keyStart ?? 0)}${below(text, first?.keyStart ?? 0, { [key]: value })}` };
}

function insert(
  text: string,
  { node: list, holder }: Found,
  { index, value }: { readonly index: number; readonly value: Json },
): Splice | Unfit {
  if (list.kind !== "list" || list.items.length === 0) return replace(text, { node: list, holder }, [value]);
  const before = list.items[index - 1];
  const next = list.items[index];
  if (list.isFlow && next !== undefined) return { start: next.start, end: next.start, text: `${JSON.stringify(value)}, ` };
  if (list.isFlow)
    return before === undefined
      ? { why: "the file has no such place" }
      : { start: before.end, end: before.end, text: `, ${JSON.stringify(value)}` };
  const beside = before ?? next;
  const dash = beside === undefined || beside.kind === "empty" ? undefined : dashOf(text, beside);
  if (dash === undefined || beside === undefined || !isFirstInLine(text, dash)) return { why: "it is written in a way that is not edited" };
  const entry = `${margin(text, dash)}${below(text, dash, [value])}`;
  const at = before === undefined ? lineStart(text, dash) : lineEnd(text, before.end);
  return { start: at, end: at, text: before === undefined ? `${entry}\n` : `\n${entry}` };
}

function remove(text: string, { node, holder }: Found, above: Found): Splice | Unfit {
  if (holder === undefined) return { why: "the file has no such place" };
  const { first, count, others } = within(holder);
  if (count === 1) return replace(text, above, holder.kind === "entry" ? {} : []);
  const begin = holder.kind === "entry" ? holder.entry.keyStart : first;
  const end = Math.max(node.end, holder.kind === "entry" ? text.indexOf(":", holder.entry.keyEnd) + 1 : 0);
  const next = others.next;
  if (holder.kind === "entry" ? holder.map.isFlow : holder.list.isFlow) {
    return next === undefined ? { start: others.beforeEnd, end, text: "" } : { start: begin, end: next, text: "" };
  }
  const start = holder.kind === "entry" ? begin : node.kind === "empty" ? undefined : dashOf(text, node);
  if (start === undefined) return { why: "it is written in a way that is not edited" };
  if (isFirstInLine(text, start)) return { start: lineStart(text, start), end: nextLine(text, end), text: "" };
  if (next === undefined || holder.kind === "item") return { why: "it is written in a way that is not edited" };
  const cut = { start, end: next };
  return /#/u.test(text.slice(cut.start, cut.end)) ? { why: "a comment stands inside what would be removed" } : { ...cut, text: "" };
}

interface Around {
  readonly first: number;
  readonly count: number;
  /** Where the one before ends, and where the next begins. */
  readonly others: { readonly beforeEnd: number; readonly next: number | undefined };
}

function within(holder: Holder): Around {
  if (holder.kind === "item") {
    const { items } = holder.list;
    const own = items[holder.index]?.start ?? 0;
    return {
      first: own,
      count: items.length,
      others: { beforeEnd: items[holder.index - 1]?.end ?? own, next: items[holder.index + 1]?.start },
    };
  }
  const { entries } = holder.map;
  const index = entries.indexOf(holder.entry);
  const before = entries[index - 1];
  const beforeEnd = before === undefined ? holder.entry.keyStart : Math.max(before.keyEnd, before.value.end);
  return { first: holder.entry.keyStart, count: entries.length, others: { beforeEnd, next: entries[index + 1]?.keyStart } };
}

/** A value as YAML from a column on: the first line without its margin, the others with it. */
function below(text: string, at: number, value: Json): string {
  const lines = writeYaml(value).replace(/\n+$/u, "").split("\n");
  return lines.map((line, index) => (index === 0 || line === "" ? line : `${margin(text, at)}${line}`)).join("\n");
}

/** As much white space as stands before a place, dashes of lists counted as such. */
function margin(text: string, at: number): string {
  return " ".repeat(at - lineStart(text, at));
}

/** The dash of an entry of a list that is written line by line; `undefined` where it is not on the entry's own line. */
function dashOf(text: string, { start }: Node): number | undefined {
  const found = /-[ \t]+$/u.exec(text.slice(lineStart(text, start), start));
  return found === null ? undefined : lineStart(text, start) + found.index;
}

function isFirstInLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > at ? end - 1 : end;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function hasComment(text: string, { start, end }: Pick<Node, "start" | "end">): boolean {
  return start >= 0 && /(?:^|\s)#/u.test(text.slice(start, end));
}

/** True inside brackets: there a text must not hold what would end it. */
function isInFlow(text: string, { start }: Node): boolean {
  const line = text.slice(lineStart(text, start), start);
  return /[[{]/u.test(line) || /[[{]/u.test(text[start] ?? "") || /^\s*[\]},]/u.test(text.slice(lineEnd(text, start)));
}

function plainOr(key: string, value: Json): string | undefined {
  return /^[A-Za-z][\w-]*$/u.test(key) && (typeof value !== "object" || value === null)
    ? `${key}: ${scalarText(value, "plain", true)}`
    : undefined;
}

/** A plain value in the manner of the one that it replaces. */
function scalarText(value: Json, style: "plain" | "single" | "double" | "block", isFlow: boolean): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (style === "single" && !/[\n\r\t]|\p{Cc}/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (style === "double") return JSON.stringify(value);
  const plain = writeYaml(value).trimEnd();
  const isSafe = !plain.includes("\n") && !/^[|>]/u.test(plain) && !(isFlow && /[,[\]{}]|: |:$/u.test(plain));
  return isSafe && readsAs(plain, value) ? plain : JSON.stringify(value);
}

function readsAs(text: string, value: Json): boolean {
  const [read] = readValues(text);
  return !isObject(read) && !isList(read) && read === value;
}
