import type { Client } from "./client.ts";

interface Named {
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly resourceVersion?: string };
}

export interface Followed<T> {
  /** What is there now, by `namespace/name`. */
  readonly objects: ReadonlyMap<string, T>;
  get(namespace: string, name: string): T | undefined;
}

interface Heard<T> {
  readonly set?: (object: T) => void;
  readonly gone?: (object: T) => void;
}

/** Lists and watches a collection for ever, across restarts of the API server; `path` may hold selectors. Resolves when the first list was told. */
export async function follow<T extends Named>(client: Client, path: string, { set, gone }: Heard<T> = {}): Promise<Followed<T>> {
  const objects = new Map<string, T>();
  // Who hears of an object and fails must not make others unheard.
  const tell = (hear: ((object: T) => void) | undefined, object: T) => {
    try {
      hear?.(object);
    } catch (error) {
      process.stderr.write(`lab: ${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    }
  };
  const put = (object: T) => {
    objects.set(keyOf(object), object);
    tell(set, object);
  };
  const drop = (key: string, last: T) => {
    objects.delete(key);
    tell(gone, last);
  };

  const list = async (): Promise<string> => {
    const body = await mustList(client, path);
    const now = new Map((body.items as readonly T[]).map((item) => [keyOf(item), item]));
    for (const [key, object] of new Map(objects)) if (!now.has(key)) drop(key, object);
    for (const object of now.values()) put(object);
    return body.metadata.resourceVersion;
  };

  const watch = async (from: string): Promise<void> => {
    const response = await client.open("GET", `${path}${path.includes("?") ? "&" : "?"}watch=1&resourceVersion=${from}`);
    if (response.statusCode !== 200) {
      response.destroy();
      throw new Error(`watch ${path}: ${response.statusCode}`);
    }
    let rest = "";
    for await (const chunk of response.setEncoding("utf8")) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const { type, object } = JSON.parse(line) as { readonly type: string; readonly object: T };
        if (type === "ADDED" || type === "MODIFIED") put(object);
        else if (type === "DELETED") drop(keyOf(object), object);
        else if (type === "ERROR") return;
      }
    }
  };

  const first = await list();
  void (async () => {
    let from: string | undefined = first;
    for (;;) {
      try {
        from ??= await list();
        await watch(from);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      from = undefined;
    }
  })();
  return { objects, get: (namespace, name) => objects.get(`${namespace}/${name}`) };
}

async function mustList(
  client: Client,
  path: string,
): Promise<{ readonly items: readonly unknown[]; readonly metadata: { readonly resourceVersion: string } }> {
  const { status, body } = await client.request("GET", path);
  if (status !== 200) throw new Error(`list ${path}: ${status}`);
  return body as unknown as { items: readonly unknown[]; metadata: { resourceVersion: string } };
}

function keyOf({ metadata }: Named): string {
  return `${metadata?.namespace ?? ""}/${metadata?.name ?? ""}`;
}
