/** Whether a host, with its port or without, is this machine: what is sent there nobody else reads, and registries there speak plain HTTP by the custom of container tools. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/u.test(host);
}
