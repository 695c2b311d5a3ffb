import { user } from "./people.ts";

/** A GitHub App as the API shows one: who made a check run or a deployment. */
export function app(origin: string, slug: string): object {
  return {
    id: 15368,
    slug,
    node_id: "A_15368",
    owner: user(origin, { login: "github", type: "User", id: 9919 }),
    name: slug,
    description: "",
    external_url: "https://help.github.com/actions",
    html_url: `https://github.com/apps/${slug}`,
    created_at: "2018-07-30T09:30:17Z",
    updated_at: "2026-01-01T00:00:00Z",
    permissions: { checks: "write" },
    events: [],
  };
}
