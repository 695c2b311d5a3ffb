import { addCommit, type Content } from "./objects.ts";
import type { Author, Pull, State } from "./state.ts";

/** Opens a pull request: `main` at a commit of some files, and a branch `change` with others on top. */
export function openPull(
  state: State,
  { number = 7, author, base = { "mesh.yaml": "a" }, head = { "mesh.yaml": "b" }, isFork = false }: Wanted,
): Pull {
  const baseSha = addCommit(state.objects, base);
  const headSha = addCommit(state.objects, head, [baseSha]);
  const rest = { isFork, isDraft: false, state: "open", mergeCommit: undefined, reviews: [] } as const;
  const pull: Pull = { ...rest, reviews: [], number, author, base: baseSha, head: headSha };
  state.credits.set(headSha, { author, committer: author });
  state.refs.set("refs/heads/main", baseSha);
  state.refs.set(`refs/pull/${number}/head`, headSha);
  state.pulls.set(number, pull);
  return pull;
}

interface Wanted {
  readonly number?: number;
  readonly author: Author;
  readonly base?: Readonly<Record<string, Content>>;
  readonly head?: Readonly<Record<string, Content>>;
  readonly isFork?: boolean;
}

/** Somebody pushes another commit to it; `credits` say whom the commit names, the pusher when nothing is said. */
export function pushTo(
  state: State,
  pull: Pull,
  {
    by,
    files,
    credits = { author: by, committer: by },
  }: { readonly by: Author; readonly files: Readonly<Record<string, Content>>; readonly credits?: Credited },
): string {
  const before = pull.head;
  pull.head = addCommit(state.objects, files, [before]);
  state.credits.set(pull.head, credits);
  state.refs.set(`refs/pull/${pull.number}/head`, pull.head);
  state.activity.push({ ref: "refs/heads/change", before, after: pull.head, kind: "push", actor: by });
  return pull.head;
}

type Credited = { readonly author: Author | undefined; readonly committer: Author | undefined };
