import type { Person } from "../../../chatops/index.ts";
import { type Permission, permissions } from "../../../model/chatops.ts";
import { Problem } from "../../../model/problem.ts";
import { ask, type Purpose, statusOf } from "../ask.ts";
import type { Connection } from "../connect.ts";

/** A person, and what could not be found out about them. */
export interface PersonFacts extends Person {
  /** Slugs of teams whose members this token may not see, or that do not exist: the person counts as in none of them. */
  readonly unreadTeams: readonly string[];
}

const readingPermission: Purpose = { request: "what somebody may do in the repository", permission: "metadata: read" };
const readingTeam: Purpose = { request: "the members of a team", permission: "members: read" };

/**
 * What a person may do to the repository at this moment, and which of these teams (slugs of the repository's organisation) they are in; members of child teams count.
 * @throws Problem `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-forbidden` for the permission only
 */
export async function personOf(
  connection: Connection,
  login: string,
  { isBot, teams }: { readonly isBot: boolean; readonly teams: readonly string[] },
): Promise<PersonFacts> {
  const permission = await permissionOf(connection, login);
  const asked = await Promise.all(teams.map(async (team) => ({ team, membership: await membershipIn(connection, team, login) })));
  const named = (wanted: Membership): readonly string[] => asked.filter(({ membership }) => membership === wanted).map(({ team }) => team);
  return { login, isBot, permission, teams: named("member"), unreadTeams: named("unread") };
}

/** What a login may do to the repository; `none` for a name without an account. @throws Problem as `personOf` */
export async function permissionOf({ octokit, owner, repo }: Connection, login: string): Promise<Permission> {
  const found = await ask(readingPermission, () =>
    octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }).catch(absent),
  );
  if (found === undefined) return "none";
  const { role_name: role, user } = found.data;
  // A company's own roles have names of their own; what they may do is told beside it.
  return permissions.find((known) => known === role) ?? byRights(user?.permissions) ?? "none";
}

interface Rights {
  readonly pull?: boolean;
  readonly triage?: boolean;
  readonly push?: boolean;
  readonly maintain?: boolean;
  readonly admin?: boolean;
}

function byRights({ admin, maintain, push, triage, pull }: Rights = {}): Permission | undefined {
  if (admin === true) return "admin";
  if (maintain === true) return "maintain";
  if (push === true) return "write";
  if (triage === true) return "triage";
  return pull === true ? "read" : undefined;
}

type Membership = "member" | "none" | "unread";

/** Not being a member and not being allowed to know are the same answer: only who sees the team can tell them apart. */
async function membershipIn({ octokit, owner: org }: Connection, team: string, login: string): Promise<Membership> {
  try {
    const found = await ask(readingTeam, () =>
      octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug: team, username: login }).catch(absent),
    );
    if (found !== undefined) return found.data.state === "active" ? "member" : "none";
    const seen = await ask(readingTeam, () => octokit.rest.teams.getByName({ org, team_slug: team }).catch(absent));
    return seen === undefined ? "unread" : "none";
  } catch (error) {
    if (error instanceof Problem && error.code === "github-forbidden") return "unread";
    throw error;
  }
}

function absent(error: unknown): undefined {
  if (statusOf(error) !== 404) throw error;
}
