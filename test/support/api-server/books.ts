import { canonical, type Json, type JsonObject, listAt, objectAt, textAt } from "../../../src/model/json.ts";
import { Refusal } from "./answer.ts";
import { booked, fieldOf, type KeysAt, leavesOf, ownedIn, shown } from "./fields.ts";
import { merged, without } from "./merge.ts";

/** Who owns which fields (`metadata.managedFields`), by manager and operation. */
interface Owner {
  readonly manager: string;
  readonly operation: "Apply" | "Update";
  readonly fields: ReadonlySet<string>;
  readonly time: string;
}

export interface Writing {
  readonly manager: string;
  readonly apiVersion: string;
  readonly keysAt: KeysAt;
  readonly time: string;
}

/** Server-side apply: what is there, with what is applied, without what the same manager applied before and does not any more. @throws Refusal on conflicts */
export function appliedTo(live: JsonObject | undefined, config: JsonObject, isForced: boolean, writing: Writing): JsonObject {
  const { manager, keysAt } = writing;
  const owners = ownersOf(live);
  const before = live === undefined ? new Map<string, Json>() : leavesOf(live, keysAt);
  const wanted = leavesOf(config, keysAt);
  const differs = (field: string): boolean => canonical(before.get(field)) !== canonical(wanted.get(field));
  const others = owners.filter((owner) => !isSame(owner, manager, "Apply"));
  const contested = others.flatMap((owner) =>
    [...owner.fields].filter((field) => wanted.has(field) && differs(field)).map((field) => ({ owner, field })),
  );
  if (contested.length > 0 && !isForced) throw conflicts(contested, writing.apiVersion);
  let result: Json | undefined = merged(live ?? {}, config, "", keysAt);
  const kept = others.map((owner) => ({
    ...owner,
    fields: new Set([...owner.fields].filter((field) => !wanted.has(field) || !differs(field))),
  }));
  for (const field of owners.find((owner) => isSame(owner, manager, "Apply"))?.fields ?? []) {
    const isWanted = wanted.has(field) || [...wanted.keys()].some((each) => isBelow(each, field));
    if (!isWanted && !kept.some((owner) => owner.fields.has(field))) result = without(result ?? {}, fieldOf(field), "", keysAt);
  }
  const own: Owner = { manager, operation: "Apply", fields: new Set(wanted.keys()), time: writing.time };
  return withOwners(result as JsonObject, [...kept, own], writing, live);
}

/** Any other write: whoever makes it owns what differs from before, and nobody owns what is gone. */
export function updatedBy(live: JsonObject | undefined, next: JsonObject, writing: Writing): JsonObject {
  const { manager, keysAt, time } = writing;
  const before = live === undefined ? new Map<string, Json>() : leavesOf(live, keysAt);
  const after = leavesOf(next, keysAt);
  const changed = [...after]
    .filter(([field, value]) => !before.has(field) || canonical(before.get(field)) !== canonical(value))
    .map(([field]) => field);
  // Who sends the books along may rewrite them (an empty list clears them); who leaves them out keeps them.
  const owners = ownersOf(objectAt(next, "metadata")["managedFields"] === undefined ? live : next);
  const kept = owners.map((owner) => ({
    ...owner,
    fields: new Set(
      [...owner.fields].filter((field) => after.has(field) && (isSame(owner, manager, "Update") || !changed.includes(field))),
    ),
  }));
  const mine = kept.find((owner) => isSame(owner, manager, "Update"));
  const fields = new Set([...(mine?.fields ?? []), ...changed]);
  const rest = kept.filter((owner) => owner !== mine);
  return withOwners(
    next,
    [...rest, { manager, operation: "Update", fields, time: changed.length > 0 ? time : (mine?.time ?? time) }],
    writing,
    live,
  );
}

function ownersOf(object: JsonObject | undefined): readonly Owner[] {
  return listAt(object ?? {}, "metadata", "managedFields").map((entry) => ({
    manager: textAt(entry, "manager") ?? "",
    operation: textAt(entry, "operation") === "Apply" ? "Apply" : "Update",
    fields: new Set(ownedIn(objectAt(entry, "fieldsV1"))),
    time: textAt(entry, "time") ?? "",
  }));
}

/** Equal books keep their old time: a write that changes nothing leaves the very same object. */
function withOwners(object: JsonObject, owners: readonly Owner[], { apiVersion }: Writing, live: JsonObject | undefined): JsonObject {
  const old = ownersOf(live);
  const managedFields = owners
    .filter(({ fields }) => fields.size > 0)
    .map(({ manager, operation, fields, time }) => {
      const same = old.find((each) => isSame(each, manager, operation) && canonical(booked(each.fields)) === canonical(booked(fields)));
      return { manager, operation, apiVersion, time: same?.time ?? time, fieldsType: "FieldsV1", fieldsV1: booked(fields) };
    })
    .sort((a, b) => (a.operation === b.operation ? (a.manager < b.manager ? -1 : 1) : a.operation === "Apply" ? -1 : 1));
  return { ...object, metadata: { ...objectAt(object, "metadata"), managedFields } };
}

function isSame(owner: Owner, manager: string, operation: Owner["operation"]): boolean {
  return owner.manager === manager && owner.operation === operation;
}

function isBelow(field: string, above: string): boolean {
  return field !== above && field.startsWith(above.slice(0, -1));
}

function conflicts(contested: readonly { readonly owner: Owner; readonly field: string }[], apiVersion: string): Refusal {
  const causes = contested.map(({ owner, field }) => ({
    reason: "FieldManagerConflict",
    message: `conflict with "${owner.manager}"${owner.operation === "Apply" ? "" : ` using ${apiVersion}`}`,
    field: shown(field),
  }));
  const listed = causes.map(({ message, field }) => `${message}: ${field}`).join("\n");
  return new Refusal(409, "Conflict", `Apply failed with ${causes.length} conflict${causes.length === 1 ? "" : "s"}: ${listed}`, {
    causes,
  });
}
