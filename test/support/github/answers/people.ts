import type { Author, State } from "../state.ts";

/** A user as the API shows one, with every address the description requires. */
export function user(origin: string, { login, type, id }: Author): object {
  const url = `${origin}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${url}.png`,
    gravatar_id: "",
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** Whoever the job's token speaks for. */
export function speaker({ token: { login } }: State): Author {
  return { login, type: login.endsWith("[bot]") ? "Bot" : "User", id: 41898282 };
}
