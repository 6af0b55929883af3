import 'server-only'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { env } from '../env'
import { log } from '../log'
import { onRequestStart } from './request-start'

const PEER_HEADER = 'x-debrief-peer'
export const UNKNOWN_PEER = 'unknown'
const UNREAD =
  'A request came without an address in X-Forwarded-For that can be read, though TRUSTED_PROXIES is set: all who come like this count ' +
  'as one address, and failed sign-ins of one shut out the others. Let the proxy append to that header, or correct TRUSTED_PROXIES.'

// Next loads a module several times in one process; requests must be stamped once.
const shared = globalThis as typeof globalThis & { debriefPeersStamped?: boolean }

/**
 * From now on every request carries the address it really came from, whatever its own headers claim: that of the socket,
 * or behind TRUSTED_PROXIES proxies the one that the outermost of them saw. Next itself passes a client's
 * X-Forwarded-For through.
 */
export function stampPeerAddress() {
  if (shared.debriefPeersStamped) return
  const { TRUSTED_PROXIES } = env()
  let isTold = TRUSTED_PROXIES === 0
  onRequestStart(({ request }) => {
    const forwarded = forwardedPeer(request, TRUSTED_PROXIES)
    request.headers[PEER_HEADER] = forwarded ?? request.socket.remoteAddress
    // Probes ask past the proxies.
    if (isTold || forwarded || request.url?.startsWith('/api/health/')) return
    isTold = true
    log.warn(UNREAD)
  })
  shared.debriefPeersStamped = true
}

/** What to count a request's attempts under: an address, an IPv6 network of one customer, or one for all while nothing is stamped. */
export function peerOf(headers: Headers): string {
  const stamped = shared.debriefPeersStamped ? headers.get(PEER_HEADER) : null
  return stamped && ipaddr.isValid(stamped) ? network(stamped) : UNKNOWN_PEER
}

/** Each proxy appends the address it was called from, so only the last `proxies` entries were not written by the client. */
function forwardedPeer(request: IncomingMessage, proxies: number): string | undefined {
  if (proxies === 0) return undefined

  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const address = withoutPort(forwarded.at(-proxies)?.trim() ?? '')
  return ipaddr.isValid(address) ? address : undefined
}

/** Some proxies append the port too: `203.0.113.9:51612`, `[2001:db8::1]:443`. */
function withoutPort(entry: string): string {
  const [, version6, version4] = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? []
  return version6 ?? version4 ?? entry
}

function network(address: string): string {
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()
}
