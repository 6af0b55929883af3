const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/** Whether what is sent to this host of a URL stays on this machine, where it may go without TLS. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOSTS.includes(hostname)
}
