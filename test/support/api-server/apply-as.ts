import { Agent, request } from "undici";
import type { JsonObject } from "../../../src/model/json.ts";
import { adminToken } from "./index.ts";

/** Server-side apply by another manager, forced, by nothing of ours. */
export function applyAs({
  url,
  ca,
  token = adminToken,
}: {
  readonly url: string;
  readonly ca: string | undefined;
  readonly token?: string;
}) {
  return async (manager: string, path: string, object: JsonObject): Promise<void> => {
    const dispatcher = new Agent({ connect: ca === undefined ? {} : { ca } });
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/apply-patch+yaml" };
    const target = `${url}${path}?fieldManager=${manager}&force=true`;
    const { statusCode, body } = await request(target, { method: "PATCH", headers, body: JSON.stringify(object), dispatcher });
    const text = await body.text();
    await dispatcher.close();
    if (statusCode >= 300) throw new Error(`${statusCode}: ${text}`);
  };
}
