import type { Access, State } from "./state.ts";

/** A request as the loopback's operations see it, after it was found to be one that GitHub describes. */
export interface Asked {
  readonly state: State;
  readonly origin: string;
  /** Whose token it is, when it is a person's. */
  readonly person: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: the permission it wants, and what it does. */
export interface Operation {
  /** `metadata` is what every token has; `app`: only the App itself, by the token that it signs. */
  readonly permission: string;
  /** Another one that is enough. */
  readonly or?: string;
  readonly access: Access;
  run(asked: Asked): Answer;
}

export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) } };
}

export function invalid(resource: string, field: string, message: string): Answer {
  return {
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [{ resource, code: "custom", field, message }],
      documentation_url: "https://docs.github.com/rest",
    },
  };
}

/** One page of a list as GitHub cuts it: 30 unless asked otherwise, 100 at the most, the others named in the `Link` header. */
export function page<T>(
  { origin, query }: Asked,
  url: string,
  items: readonly T[],
): { readonly items: readonly T[]; readonly headers: Record<string, string> } {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const number = Number(query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const others = new URLSearchParams(query);
  const link = (to: number, rel: string) => {
    others.set("page", String(to));
    return `<${origin}${url}?${others}>; rel="${rel}"`;
  };
  const links = number < last ? [link(number + 1, "next"), link(last, "last")] : [];
  return { items: items.slice((number - 1) * size, number * size), headers: links.length === 0 ? {} : { link: links.join(", ") } };
}
