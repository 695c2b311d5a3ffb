import { type Operation, refusal } from "../answer.ts";
import { user } from "./people.ts";

/** Who asks; the job's and the App's tokens are nobody's. */
export const getUser: Operation = {
  permission: "metadata",
  access: "read",
  run({ state, origin, person }) {
    if (person === undefined) return refusal(403, "Resource not accessible by integration");
    const shown = user(origin, { login: person, type: "User", id: state.people.get(person)?.id ?? 99 });
    const nothing = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null };
    const stamps = { created_at: "2020-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
    return {
      status: 200,
      body: { ...shown, ...nothing, ...stamps, public_repos: 0, public_gists: 0, followers: 0, following: 0, user_view_type: "public" },
    };
  },
};
