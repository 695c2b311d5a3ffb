import { isList, type JsonObject, textAt, valueAt } from "../json.ts";
import { stages } from "../manifest.ts";
import type { Ledger, LedgerEntry, RunIdentity } from "../survey.ts";
import { checkFormat, countedLines, Damage, dataText, jsonIn, type Kept, kept, objectIn, stateNames, timeOf, timeText } from "./kept.ts";

/** Characters of a reason that are kept: the ledger of a thousand steps must fit into one ConfigMap. */
const longestWhy = 300;

/** The ledger as the ConfigMap that keeps it. */
export function configMapOfLedger(ledger: Ledger, { namespace, mesh }: { readonly namespace: string; readonly mesh: string }): JsonObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: stateNames.ledger, namespace, labels: { "isthmus.dev/mesh": mesh } },
    data: {
      format: "1",
      run: JSON.stringify(ledger.run),
      state: ledger.state,
      startedAt: timeText(ledger.startedAt),
      ...(ledger.endedAt === undefined ? {} : { endedAt: timeText(ledger.endedAt) }),
      count: String(ledger.entries.length),
      entries: ledger.entries.map((entry) => `${lineOf(entry)}\n`).join(""),
      ...(ledger.left === undefined ? {} : { left: String(ledger.left) }),
      orphanSerials: JSON.stringify(ledger.orphanSerials),
      ...(ledger.previous === undefined ? {} : { previous: JSON.stringify(ledger.previous) }),
    },
  };
}

/** The ledger in a ConfigMap; `undefined` for none. */
export function ledgerOf(map: JsonObject | undefined): Kept<Ledger> {
  return kept(() => {
    if (map === undefined) return undefined;
    checkFormat(map);
    const state = dataText(map, "state");
    if (state !== "running" && state !== "ended") throw new Damage("`state` is neither running nor ended");
    const endedAt = textAt(map, "data", "endedAt");
    const previous = textAt(map, "data", "previous");
    const left = textAt(map, "data", "left");
    if (left !== undefined && !/^[1-9]\d*$/u.test(left)) throw new Damage("`left` is no number of steps");
    return {
      run: runIn(objectIn(dataText(map, "run"), "run")),
      state,
      startedAt: timeOf(dataText(map, "startedAt"), "startedAt"),
      endedAt: endedAt === undefined ? undefined : timeOf(endedAt, "endedAt"),
      entries: countedLines(map).map(entryIn),
      ...(left === undefined ? {} : { left: Number(left) }),
      orphanSerials: textsIn(dataText(map, "orphanSerials"), "orphanSerials"),
      ...(previous === undefined ? {} : { previous: runIn(objectIn(previous, "previous")) }),
    };
  });
}

function runIn(run: JsonObject): RunIdentity {
  const text = (key: string): string => {
    const found = textAt(run, key);
    if (found === undefined) throw new Damage(`\`run\` has no ${key}`);
    return found;
  };
  return { id: text("id"), by: text("by"), planDigest: text("planDigest"), commit: textAt(run, "commit"), ...partIn(run) };
}

/** Half understood it would let a run go further than it was asked to. */
function partIn(run: JsonObject): Pick<RunIdentity, "part"> {
  const [part, wave, named] = [run["part"], valueAt(run, ["part", "lastWave"]), valueAt(run, ["part", "stages"])];
  if (part === undefined) return {};
  const known = isList(named) ? stages.filter((stage) => named.includes(stage)) : [];
  if ((wave !== undefined && typeof wave !== "number") || (isList(named) ? known.length !== named.length : named !== undefined))
    throw new Damage("`run` has a part that is none");
  return { part: { lastWave: wave, ...(named === undefined ? {} : { stages: known }) } };
}

function lineOf({ step, state, serial, why }: LedgerEntry): string {
  return JSON.stringify({
    step,
    state,
    serial,
    why: why === undefined || why.length <= longestWhy ? why : `${why.slice(0, longestWhy - 1)}…`,
  });
}

const states = ["intent", "written", "passed", "failed"] as const;

function entryIn(line: string): LedgerEntry {
  const entry = objectIn(line, "entries");
  const step = textAt(entry, "step");
  const state = states.find((name) => name === valueAt(entry, ["state"]));
  if (!step || state === undefined) throw new Damage("an entry has no step or no state");
  return { step, state, serial: textAt(entry, "serial"), why: textAt(entry, "why") };
}

function textsIn(text: string, what: string): readonly string[] {
  const value = jsonIn(text, what);
  const texts = isList(value) ? value.filter((part) => typeof part === "string") : [];
  if (!isList(value) || texts.length !== value.length) throw new Damage(`\`${what}\` is no list of texts`);
  return texts;
}
