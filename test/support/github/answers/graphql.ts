import type { Answer } from "../answer.ts";
import type { State } from "../state.ts";

const viewerQuery = /^query \{ viewer \{ login \} \}$/u;
const blobsQuery = /^query \(\$owner: String!, \$name: String!\) \{ repository\(owner: \$owner, name: \$name\) \{ (?<fields>.*) \} \}$/u;
const blobField = /(\w+): object\(oid: "([0-9a-f]{40})"\) \{ \.\.\. on Blob \{ text \} \}/gu;

/**
 * The two GraphQL questions Isthmus asks, letter for letter: who the token speaks for, which REST does not tell an installation token, and the text of blobs.
 * As at GitHub, `text` is null for what is not text.
 */
export function answerGraphql(state: State, text: string, violations: string[]): Answer {
  const { query = "", variables = {} } = JSON.parse(text) as {
    readonly query?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  };
  if (viewerQuery.test(query)) return data({ viewer: { login: state.token.login } });
  const fields = blobsQuery.exec(query)?.groups?.["fields"];
  if (fields === undefined || fields.replace(blobField, "").trim() !== "") {
    violations.push(`graphql: unexpected query ${query}`);
    return data(null);
  }
  if (variables["owner"] !== state.owner || variables["name"] !== state.repo || state.token.permissions["contents"] === undefined) {
    return {
      status: 200,
      body: { data: { repository: null }, errors: [{ type: "NOT_FOUND", message: "Could not resolve to a Repository" }] },
    };
  }
  const found = [...fields.matchAll(blobField)].map(([, name = "", oid = ""]) => [name, blobText(state.objects.blobs.get(oid))] as const);
  return data({ repository: Object.fromEntries(found) });
}

function data(value: unknown): Answer {
  return { status: 200, body: { data: value } };
}

function blobText(bytes: Buffer | undefined): { readonly text: string | null } | null {
  if (bytes === undefined) return null;
  return { text: bytes.includes(0) ? null : bytes.toString("utf8") };
}
