import { createHmac, timingSafeEqual } from "node:crypto";
import { isList, type Json, textAt, valueAt } from "../../model/json.ts";
import type { Secret } from "../../model/secret.ts";
import type { Waiver } from "../../model/waiver.ts";
import { ask, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { whoAmI } from "./who.ts";

/**
 * A waiver as it stands in our answer to the comment that asked for it: an HTML comment that nobody sees, signed with HMAC-SHA256 by the key that signs plans. The signed part names
 * repository, pull request, folder and the comment that was answered, so a copy of it elsewhere is none; who deletes the answer takes the waiver back.
 */
export interface WaiverPlace {
  readonly pull: number;
  /** Of the mesh repository inside the Git repository; empty for the top. */
  readonly folder: string;
}

const purpose = "isthmus waiver v1";
const shape = /<!-- isthmus:waiver v1 (?<payload>[A-Za-z0-9+/=]{1,20000}) (?<signature>[0-9a-f]{64}) -->/u;
const answered = /^<!-- isthmus:reply comment=(?<comment>\d+) answered -->/u;
const reading: Purpose = { request: "the list of comments", permission: "pull-requests: write" };

/** The text that makes an answer hold a waiver. `comment`: the id of the comment that asked. */
export function waiverText(
  connection: Connection,
  { pull, folder, comment }: WaiverPlace & { readonly comment: number },
  waiver: Waiver,
  key: Secret,
): string {
  const payload = Buffer.from(JSON.stringify({ ...waiver, ...placed(connection, { pull, folder }), comment })).toString("base64");
  return `<!-- isthmus:waiver v1 ${payload} ${sign(key, payload)} -->\n`;
}

/** Every waiver that one of these keys signed for this pull request and folder. @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited` */
export async function waiversOf(connection: Connection, place: WaiverPlace, keys: readonly Secret[]): Promise<readonly Waiver[]> {
  if (keys.length === 0) return [];
  const { octokit, owner, repo } = connection;
  const me = await whoAmI(connection);
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: place.pull, per_page: 100 }),
  );
  return all.flatMap(({ user, body = "" }) => {
    const comment = answered.exec(body)?.groups?.["comment"];
    if (user?.login !== me || comment === undefined) return [];
    return waiverIn(body, { ...placed(connection, place), comment: Number(comment) }, keys) ?? [];
  });
}

function placed({ owner, repo }: Connection, { pull, folder }: WaiverPlace) {
  return { repository: `${owner}/${repo}`.toLowerCase(), pull, folder };
}

function waiverIn(body: string, place: Readonly<Record<string, Json>>, keys: readonly Secret[]): Waiver | undefined {
  const { payload = "", signature = "" } = shape.exec(body)?.groups ?? {};
  const isSigned = keys.some((key) => payload !== "" && timingSafeEqual(Buffer.from(sign(key, payload)), Buffer.from(signature)));
  if (!isSigned) return undefined;
  const said = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as Json;
  if (Object.entries(place).some(([name, value]) => valueAt(said, [name]) !== value)) return undefined;
  const [rule, reason, by, until] = ["rule", "reason", "by", "until"].map((name) => textAt(said, name));
  const findings = valueAt(said, ["findings"]);
  if (rule === undefined || reason === undefined || by === undefined || until === undefined || !isList(findings)) return undefined;
  return { rule, reason, by, until, findings: findings.map(String) };
}

function sign(key: Secret, payload: string): string {
  return createHmac("sha256", key.open()).update(`${purpose}\n${payload}`).digest("hex");
}
