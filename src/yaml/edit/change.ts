import { canonical, isList, isObject, type Json, type Path } from "../../model/json.ts";

/** One step from a value to another; each is about the value as the steps before it left it. `insert` puts an entry before the one that `path` names. */
export type Edit =
  | { readonly kind: "set"; readonly path: Path; readonly value: Json }
  | { readonly kind: "insert"; readonly path: Path; readonly value: Json }
  | { readonly kind: "remove"; readonly path: Path };

/** The edits that make `to` of `from`, as far inside as can be. Entries of lists are matched from both ends, those between by their place. */
export function editsBetween(from: Json, to: Json, path: Path = []): readonly Edit[] {
  if (canonical(from) === canonical(to)) return [];
  if (isObject(from) && isObject(to)) {
    const gone = Object.keys(from).filter((key) => from[key] !== undefined && to[key] === undefined);
    return [
      ...gone.map((key): Edit => ({ kind: "remove", path: [...path, key] })),
      ...Object.entries(to).flatMap(([key, value]): readonly Edit[] => {
        const old = from[key];
        if (value === undefined) return [];
        return old === undefined ? [{ kind: "set", path: [...path, key], value }] : editsBetween(old, value, [...path, key]);
      }),
    ];
  }
  if (isList(from) && isList(to)) return listEdits(from, to, path);
  return [{ kind: "set", path, value: to }];
}

function listEdits(from: readonly Json[], to: readonly Json[], path: Path): readonly Edit[] {
  const most = Math.min(from.length, to.length);
  const isSame = (left: number, right: number): boolean => canonical(from[left]) === canonical(to[right]);
  let start = 0;
  while (start < most && isSame(start, start)) start++;
  let end = 0;
  while (end < most - start && isSame(from.length - 1 - end, to.length - 1 - end)) end++;
  const shared = most - start - end;
  const places = Array.from({ length: shared }, (_, index) => start + index);
  const surplus = Array.from({ length: from.length - start - end - shared }, (_, index) => start + shared + index);
  const added = to.slice(start + shared, to.length - end);
  return [
    ...places.flatMap((at) => editsBetween(from[at] ?? null, to[at] ?? null, [...path, at])),
    ...surplus.toReversed().map((at): Edit => ({ kind: "remove", path: [...path, at] })),
    ...added.map((value, index): Edit => ({ kind: "insert", path: [...path, start + shared + index], value })),
  ];
}

/** The value after the edits; `undefined` where one of them leads nowhere. */
export function changed(value: Json, edits: readonly Edit[]): Json | undefined {
  let now: Json | undefined = value;
  for (const edit of edits) {
    if (now === undefined) return undefined;
    now = changedBy(now, edit, edit.path);
  }
  return now;
}

function changedBy(value: Json, edit: Edit, [step, ...rest]: Path): Json | undefined {
  if (step === undefined) return edit.kind === "set" ? edit.value : undefined;
  if (isList(value) && typeof step === "number") return changedList(value, edit, [step, rest]);
  if (!isObject(value) || typeof step === "number") return undefined;
  if (rest.length > 0) {
    const inner = value[step] === undefined ? undefined : changedBy(value[step] ?? null, edit, rest);
    return inner === undefined ? undefined : { ...value, [step]: inner };
  }
  if (edit.kind === "set") return { ...value, [step]: edit.value };
  if (edit.kind === "insert" || value[step] === undefined) return undefined;
  const { [step]: _, ...others } = value;
  return others;
}

function changedList(list: readonly Json[], edit: Edit, [at, rest]: readonly [number, Path]): Json | undefined {
  if (rest.length > 0) {
    const old = list[at];
    const inner = old === undefined ? undefined : changedBy(old, edit, rest);
    return inner === undefined ? undefined : list.with(at, inner);
  }
  if (edit.kind === "insert") return at > list.length ? undefined : list.toSpliced(at, 0, edit.value);
  if (at >= list.length) return undefined;
  return edit.kind === "set" ? list.with(at, edit.value) : list.toSpliced(at, 1);
}
