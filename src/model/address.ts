/** What an address of an API server says by itself, without asking anybody. */

/** One spelling of an address: host names know no case, and the port of HTTPS need not be written. What is no address stays as it is. */
export function plainAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/u, "") : url;
}

/** Whether an address means whoever asks, or leads nowhere from outside of its cluster: no other cluster can be given it. */
export function leadsNowhere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  // Numbers of an address come out of a URL in one form; a name may begin like one.
  return /^(?:localhost|(?:host|kubernetes)\.docker\.internal|\[::1?\]|0\.0\.0\.0|127(?:\.\d+){3})$|\.(?:localhost|svc)$/u.test(hostname);
}
