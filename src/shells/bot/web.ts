/** Where people look at what the API serves: github.com, a tenant of ghe.com, or a GitHub Enterprise Server. */
export function webOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|.+\.ghe\.com$)/u, "")}`;
}
