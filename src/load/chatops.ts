import { type CommandName, commands } from "../catalog/commands.gen.ts";
import { type ChatOps, defaultChatOps, type Grant, type Holders, type Permission, permissions, type Window } from "../model/chatops.ts";
import { type Json, listAt, objectAt, textAt, valueAt } from "../model/json.ts";
import { texts } from "./istio.ts";

/** `spec.chatops` of a mesh that its schema accepted. A grant to a role that is not there grants nothing to nobody. */
export function readChatOps(value: Json): ChatOps {
  const approvals = objectAt(value, "approvals");
  const count = valueAt(approvals, ["count"]);
  const usual = defaultChatOps.approvals;
  return {
    shortForm: valueAt(value, ["shortForm"]) !== false,
    grants: listAt(value, "grants").flatMap((grant) => readGrant(grant, objectAt(value, "roles"))),
    approvals: {
      count: typeof count === "number" ? count : usual.count,
      byWriteAccess: valueAt(approvals, ["byWriteAccess"]) !== false,
      bind: textAt(approvals, "bind") === "headSha" ? "headSha" : usual.bind,
      selfApproval: valueAt(approvals, ["selfApproval"]) === true,
    },
    forks: textAt(value, "forks") === "never" ? "never" : "planOnly",
    bots: texts(value, "bots"),
    windows: listAt(value, "windows").map(readWindow),
  };
}

/** The verb stays granted to nobody when its role is unknown: falling back to the default would open what somebody meant to close. */
function readGrant(grant: Json, roles: Json): Grant {
  const role = textAt(grant, "role");
  const people = role === undefined ? readHolders(grant) : readHolders(objectAt(roles, role));
  const isKnown = role === undefined || valueAt(roles, [role]) !== undefined;
  const clusters = texts(grant, "clusters");
  return {
    role,
    holders: isKnown ? people : nobody,
    verbs: texts(grant, "verbs").filter((verb): verb is CommandName => Object.hasOwn(commands, verb)),
    clusters: clusters.length === 0 ? undefined : clusters,
  };
}

const nobody: Holders = { permission: "admin", teams: [], users: [""] };

function readHolders(value: Json): Holders {
  const permission = textAt(value, "permission");
  return {
    permission: permissions.find((name): name is Permission => name === permission) ?? "read",
    teams: texts(value, "teams"),
    users: texts(value, "users"),
  };
}

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function readWindow(value: Json): Window {
  const named = texts(value, "days").map((day) => dayNames.indexOf(day) + 1);
  const days = named.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : named;
  const timeZone = textAt(value, "timeZone") ?? "UTC";
  const isKnown = isTimeZone(timeZone);
  return {
    // A window that cannot be placed in time never opens; its finding says so.
    days: isKnown ? days : [],
    from: minutesOf(textAt(value, "from")),
    to: minutesOf(textAt(value, "to")),
    timeZone: isKnown ? timeZone : "UTC",
  };
}

/** True for a name that this Node knows as a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function minutesOf(text = "00:00"): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
