import { Secret } from "../../model/secret.ts";
import type { Queue } from "../../world.ts";

/**
 * The bot's queue: PostgreSQL where `DATABASE_URL` names one, else a file. Neither database's code is loaded before it is known which.
 * @throws Problem `queue-unavailable`
 */
export async function openQueue({ url, file }: { readonly url: string | Secret | undefined; readonly file: string }): Promise<Queue> {
  const address = url instanceof Secret ? url.open() : url;
  if (address !== undefined && address !== "") return (await import("./postgres.ts")).openPostgresQueue(address);
  return (await import("./sqlite.ts")).openSqliteQueue(file);
}
