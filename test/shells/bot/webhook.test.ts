import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSignedWebhook } from "../../../src/adapters/github/index.ts";
import { openQueue } from "../../../src/adapters/queue/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import { receive } from "../../../src/shells/bot/webhook.ts";

/** One webhook at the door: signed or not, whole or not. */

const secrets = [new Secret("the new one, 16+ long"), new Secret("the old one, 16+ long")];
const payload = { action: "opened", installation: { id: 7 }, repository: { full_name: "shop/mesh" }, pull_request: { number: 1 } };
const body = Buffer.from(JSON.stringify(payload));
const sign = (bytes: Uint8Array, secret: string): string => `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`;
const headers = { "content-type": "application/json", "x-github-delivery": "d-1", "x-github-event": "pull_request" };

async function door() {
  const queue = await openQueue({ url: undefined, file: ":memory:" });
  const reception = {
    queue,
    isSigned: (bytes: Uint8Array, signature: string | undefined) => isSignedWebhook(bytes, signature, secrets),
    repositories: ["shop/mesh"],
    now: () => 1,
  };
  return {
    queue,
    post: (more: Readonly<Record<string, string>>, bytes: Uint8Array = body) => receive(reception, { ...headers, ...more }, bytes),
  };
}

describe("a webhook at the door", () => {
  it.each(["the new one, 16+ long", "the old one, 16+ long"])("is taken in once when it is signed with %s", async (secret) => {
    const { queue, post } = await door();
    const signature = { "x-hub-signature-256": sign(body, secret) };
    expect(await post(signature)).toMatchObject({ status: 202, outcome: "accepted" });
    expect(await post(signature)).toMatchObject({ status: 200, outcome: "known" });
    expect(await queue.figures()).toMatchObject({ waiting: 1 });
  });

  it.each([
    ["no signature", {}],
    ["an empty one", { "x-hub-signature-256": "" }],
    ["one by another secret", { "x-hub-signature-256": sign(body, "mallory's own secret") }],
    ["one of another body", { "x-hub-signature-256": sign(Buffer.from("{}"), "the new one, 16+ long") }],
    ["half of one", { "x-hub-signature-256": sign(body, "the new one, 16+ long").slice(0, 40) }],
    [
      "one in the older header alone",
      { "x-hub-signature": `sha1=${createHmac("sha1", "the new one, 16+ long").update(body).digest("hex")}` },
    ],
    ["one that names another way", { "x-hub-signature-256": sign(body, "the new one, 16+ long").replace("sha256", "sha1") }],
  ])("with %s is refused and leaves nothing", async (_, signature) => {
    const { queue, post } = await door();
    expect(await post(signature as Readonly<Record<string, string>>)).toMatchObject({ status: 401, outcome: "refused" });
    expect(await queue.figures()).toMatchObject({ waiting: 0 });
  });

  it.each([
    ["no JSON", Buffer.from("payload=%7B%7D"), {}, 400],
    ["a list", Buffer.from("[]"), {}, 400],
    ["a form", body, { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["no delivery id", body, { "x-github-delivery": "" }, 400],
    ["no event", body, { "x-github-event": "" }, 400],
  ])("that is signed and holds %s is refused", async (_, bytes, more, status) => {
    const { post } = await door();
    expect(await post({ "x-hub-signature-256": sign(bytes, "the new one, 16+ long"), ...more }, bytes)).toMatchObject({ status });
  });

  it("that says ping is answered", async () => {
    const { post } = await door();
    expect(await post({ "x-hub-signature-256": sign(body, "the new one, 16+ long"), "x-github-event": "ping" })).toMatchObject({
      status: 200,
    });
  });
});
