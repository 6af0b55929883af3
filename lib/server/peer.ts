import 'server-only'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { env } from '../env'
import { onRequestStart } from './request-start'

const PEER_HEADER = 'x-debrief-peer'
export const UNKNOWN_PEER = 'unknown'

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
  onRequestStart(({ request }) => {
    request.headers[PEER_HEADER] = forwardedPeer(request, TRUSTED_PROXIES) ?? request.socket.remoteAddress
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
  const address = forwarded.at(-proxies)?.trim()
  return address && ipaddr.isValid(address) ? address : undefined
}

function network(address: string): string {
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()
}
