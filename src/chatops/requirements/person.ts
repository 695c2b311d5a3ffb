import { type CommandName, commands } from "../../catalog/commands.gen.ts";
import { reason } from "../../catalog/reason.ts";
import { atLeast, type Grant, type Holders, type Permission } from "../../model/chatops.ts";
import type { Reason } from "../../model/command.ts";
import type { Asked, Person } from "../asked.ts";

/** Why this person may not give this command for these clusters: by the mesh's grants where it has any for the verb, else by what they may do to the repository. */
export function notPermitted(verb: CommandName, reach: readonly string[], asked: Asked): readonly Reason[] {
  const { chatops, person, pull } = asked;
  if (person.isBot && !chatops.bots.includes(person.login)) return [reason("bot_not_listed", { login: person.login })];
  const grants = chatops.grants.filter((grant) => grant.verbs.includes(verb));
  if (grants.length === 0) return lacking(verb, leastPermission(verb, pull.isFork, pull.isPrivate), person);
  const touched = reach.length === 0 ? [undefined] : reach;
  const closed = touched.filter((cluster) => !grants.some((grant) => holds(grant.holders, person) && covers(grant, cluster, asked)));
  if (closed.length === 0) return [];
  const able = grants.filter((grant) => closed.every((cluster) => covers(grant, cluster, asked)));
  const where = closed[0] === undefined ? "here" : `in ${closed.join(", ")}`;
  return [reason("not_permitted", { login: person.login, verb, where, why: "no grant of theirs says so", who: whoOf(able) })];
}

function lacking(verb: CommandName, needed: Permission, { login, permission }: Person): readonly Reason[] {
  if (atLeast(permission, needed)) return [];
  return [
    reason("not_permitted", {
      login,
      verb,
      where: "here",
      why: `it needs the permission ${needed}, and theirs is ${permission}`,
      who: `Anybody with ${needed}`,
    }),
  ];
}

/** A fork's pull request was written by somebody who may do nothing here: a maintainer has it planned. */
function leastPermission(verb: CommandName, isFork: boolean, isPrivate: boolean): Permission {
  switch (commands[verb].needs) {
    case "anyone":
      return isPrivate ? "read" : "none";
    case "reader":
      return isPrivate ? "read" : "triage";
    case "triage":
      return isFork ? "write" : "triage";
    case "write":
    case "grant":
      return "write";
  }
}

/** True when the person is among the holders: the permission, and one of the teams or names where any are given. */
export function holds({ permission, teams, users }: Holders, person: Person): boolean {
  if (!atLeast(person.permission, permission)) return false;
  if (teams.length === 0 && users.length === 0) return true;
  const login = person.login.toLowerCase();
  return users.some((user) => user.toLowerCase() === login) || teams.some((team) => person.teams.includes(team));
}

function covers({ clusters }: Grant, cluster: string | undefined, { mesh }: Asked): boolean {
  if (clusters === undefined) return true;
  // What touches no cluster is open to whoever may do it somewhere.
  return cluster === undefined || clusters.some((name) => name === cluster || mesh.groups.get(name)?.includes(cluster) === true);
}

/** Whom to ask, in words. */
export function whoOf(grants: readonly Grant[]): string {
  const names = grants.flatMap(({ role, holders }) => {
    const people = [...holders.teams.map((team) => `team ${team}`), ...holders.users];
    if (people.length > 0) return people;
    return role === undefined ? [`anybody with ${holders.permission}`] : [`role ${role}`];
  });
  if (names.length === 0) return "Nobody yet";
  return capital([...new Set(names)].slice(0, 6).join(", "));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
