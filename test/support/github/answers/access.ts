import { type Asked, type Operation, page, refusal } from "../answer.ts";
import type { Author, Role, State, Team } from "../state.ts";
import { user } from "./people.ts";

/** GitHub's older words for the five roles: triage reads, maintain writes. */
const olderWords = { admin: "admin", maintain: "write", write: "write", triage: "read", read: "read", none: "none" } as const;
const order: readonly Role[] = ["none", "read", "triage", "write", "maintain", "admin"];

export const getPermission: Operation = {
  permission: "metadata",
  access: "read",
  run({ state, path, origin }) {
    const login = path["username"] ?? "";
    const person = state.people.get(login);
    if (!person) return refusal(404, `${login} is not a user`);
    const role = state.isPublic && person.role === "none" ? "read" : person.role;
    const has = (wanted: Role): boolean => order.indexOf(role) >= order.indexOf(wanted);
    const permissions = { pull: has("read"), triage: has("triage"), push: has("write"), maintain: has("maintain"), admin: has("admin") };
    const roleName = person.roleName ?? role;
    const shown = { ...user(origin, authorOf(login, person)), permissions, role_name: roleName };
    return { status: 200, body: { permission: olderWords[role], role_name: roleName, user: shown } };
  },
};

export const getTeam: Operation = {
  permission: "members",
  access: "read",
  run(asked) {
    const team = teamOf(asked);
    if (!team) return refusal(404, "Not Found");
    const { state, origin } = asked;
    const stamps = { created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
    const organization = {
      ...user(origin, { login: state.owner, type: "User", id: 1 }),
      ...organizationParts(origin, state.owner),
      ...stamps,
    };
    const counts = { members_count: membersOf(state, team).size, repos_count: 1 };
    return { status: 200, body: { ...shownTeam(asked, team), ...stamps, ...counts, organization } };
  },
};

/** Members of child teams are members: so GitHub answers both questions. */
export const listMembers: Operation = {
  permission: "members",
  access: "read",
  run(asked) {
    const team = teamOf(asked);
    if (!team) return refusal(404, "Not Found");
    const { state, path, query, origin } = asked;
    const wanted = query.get("role") ?? "all";
    const found = [...membersOf(state, team)].filter(([, role]) => wanted === "all" || wanted === role).map(([login]) => login);
    const { items, headers } = page(asked, `/orgs/${path["org"]}/teams/${team.slug}/members`, found.sort());
    return { status: 200, headers, body: items.map((login) => user(origin, authorOf(login, state.people.get(login)))) };
  },
};

export const getMembership: Operation = {
  permission: "members",
  access: "read",
  run(asked) {
    const { state, path, origin } = asked;
    const team = teamOf(asked);
    const login = path["username"] ?? "";
    if (!team) return refusal(404, "Not Found");
    const url = `${origin}/teams/${team.id}/memberships/${login}`;
    // Somebody who was invited and has not answered is no member yet.
    if (team.invited.has(login)) return { status: 200, body: { url, role: "member", state: "pending" } };
    const role = membersOf(state, team).get(login);
    return role === undefined ? refusal(404, "Not Found") : { status: 200, body: { url, role, state: "active" } };
  },
};

export const listChildTeams: Operation = {
  permission: "members",
  access: "read",
  run(asked) {
    const team = teamOf(asked);
    if (!team) return refusal(404, "Not Found");
    const { items, headers } = page(asked, `/orgs/${asked.path["org"]}/teams/${team.slug}/teams`, childrenOf(asked.state, team));
    return { status: 200, headers, body: items.map((child) => shownTeam(asked, child)) };
  },
};

/** Everybody in a team and in those below it, each with the role nearest to the top. */
function membersOf(state: State, team: Team): ReadonlyMap<string, "member" | "maintainer"> {
  const below = childrenOf(state, team).flatMap((child) => [...membersOf(state, child).keys()].map((login) => [login, "member"] as const));
  return new Map([...below, ...team.members]);
}

function childrenOf({ teams }: State, { slug }: Team): readonly Team[] {
  return [...teams.values()].filter(({ parent }) => parent === slug);
}

function teamOf({ state, path }: Asked): Team | undefined {
  return state.teams.get(path["team_slug"] ?? "");
}

function authorOf(login: string, person: { readonly id: number } | undefined): Author {
  return { login, type: login.endsWith("[bot]") ? "Bot" : "User", id: person?.id ?? 0 };
}

function shownTeam(asked: Asked, team: Team): object {
  const parent = team.parent === undefined ? undefined : asked.state.teams.get(team.parent);
  return { ...plainTeam(asked, team), parent: parent === undefined ? null : plainTeam(asked, parent) };
}

function plainTeam({ origin, state }: Asked, { id, slug }: Team): object {
  const url = `${origin}/organizations/1/team/${id}`;
  return {
    id,
    node_id: `T_${id}`,
    url,
    html_url: `https://github.com/orgs/${state.owner}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "pull",
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    organization_id: 1,
  };
}

function organizationParts(origin: string, login: string): object {
  const url = `${origin}/orgs/${login}`;
  return {
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    description: null,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    archived_at: null,
    type: "Organization",
  };
}
