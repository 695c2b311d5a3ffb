import type { SaidComment } from "./event.ts";

/** What makes something that was said this one and no other, in the marks by which what came of it is found again. */
export function keyOf({ id, button }: SaidComment): string {
  return button === undefined ? `comment=${id}` : `button=${button.delivery}`;
}

/** No answer to it is older, in milliseconds since 1970. */
export function sinceOf({ at, button }: SaidComment): number {
  return button?.since ?? at;
}

/** Where it is seen. */
export function urlOf({ id, button }: SaidComment, { web, pull }: { readonly web: string; readonly pull: number }): string {
  return button === undefined ? `${web}/pull/${pull}#issuecomment-${id}` : `${web}/runs/${id}`;
}
