/** What the network or a busy server did, which is no decision. */
const isUndecided = (status: number): boolean => status === 0 || status === 429 || status >= 500;

/**
 * Asks until the API server has decided: done, or refused for good (it is gone, somebody was faster). Nobody asks again in the lab, so a pod or Service whose one
 * request was lost would wait for ever.
 */
export async function settled(ask: () => Promise<{ readonly status: number }>, isAgain = isUndecided): Promise<number> {
  for (;;) {
    const status = await ask().then(
      (answer) => answer.status,
      () => 0,
    );
    if (!isAgain(status)) return status;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The same for a patch without a version: a conflict only means that others wrote at the same time. */
export const isUndecidedPatch = (status: number): boolean => status === 409 || isUndecided(status);
