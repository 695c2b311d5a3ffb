import { createHmac, randomUUID } from "node:crypto";
import type { Delivery, State } from "./state.ts";

/** Longer than this GitHub waits for no answer. */
const patience = 10_000;

/**
 * Sends an event to the App's address as GitHub does: signed, once, without a second try whatever the answer is; it stands in the list of deliveries afterwards.
 * `isLost`: it is recorded, and nobody hears of it.
 */
export async function deliver(
  state: State,
  { event, payload, isLost = false }: { readonly event: string; readonly payload: object; readonly isLost?: boolean },
): Promise<Delivery> {
  return send(state, { guid: randomUUID(), event, payload, isRedelivery: false, isLost });
}

/** The same again: equal in its GUID, with an id of its own. */
export function redeliver(state: State, { guid, event, payload }: Delivery): Promise<Delivery> {
  return send(state, { guid, event, payload, isRedelivery: true, isLost: false });
}

type Parcel = Pick<Delivery, "guid" | "event" | "payload" | "isRedelivery"> & { readonly isLost: boolean };

async function send(state: State, { isLost, ...parcel }: Parcel): Promise<Delivery> {
  const { hook } = state;
  if (hook === undefined) throw new Error("the loopback GitHub has no App with an address to send to");
  const body = JSON.stringify(parcel.payload);
  const headers = {
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/loopback",
    "x-github-delivery": parcel.guid,
    "x-github-event": parcel.event,
    "x-github-hook-id": "1",
    "x-github-hook-installation-target-id": "15368",
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature-256": `sha256=${createHmac("sha256", hook.secret).update(body).digest("hex")}`,
  };
  const id = state.nextId++;
  const statusCode = isLost ? undefined : await post(hook.url, headers, body);
  const delivery: Delivery = { ...parcel, id, headers, statusCode };
  state.deliveries.push(delivery);
  return delivery;
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patience) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    // Refused, hung up or too slow: the list of deliveries says so, and that is all that happens.
    return undefined;
  }
}
