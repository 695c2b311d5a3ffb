import type { Queue } from "../../world.ts";

/**
 * The bot's queue: PostgreSQL where `DATABASE_URL` names one, else a file. Neither database's code is loaded before it is known which.
 * @throws Problem `queue-unavailable`
 */
export async function openQueue({ url, file }: { readonly url: string | undefined; readonly file: string }): Promise<Queue> {
  if (url !== undefined && url !== "") return (await import("./postgres.ts")).openPostgresQueue(url);
  return (await import("./sqlite.ts")).openSqliteQueue(file);
}
