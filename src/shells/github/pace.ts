/** What pacing asks of the outside. Milliseconds. */
export interface Pacer {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** GitHub's limit for requests that create something is about eighty a minute, and going over it costs a minute for all of them. */
const most = 70;
const window = 60_000;

/** Lets each caller go when no more than seventy have gone within the last minute, in the order in which they came. */
export function createPace({ now, sleep }: Pacer): () => Promise<void> {
  const gone: number[] = [];
  let last: Promise<void> = Promise.resolve();
  const next = async (before: Promise<void>): Promise<void> => {
    await before;
    const oldest = gone.length < most ? undefined : gone.shift();
    if (oldest !== undefined) await sleep(Math.max(0, oldest + window - now()));
    gone.push(now());
  };
  return () => {
    last = next(last);
    return last;
  };
}
