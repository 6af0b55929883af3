import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { DebriefError } from '../errors'

const WEB_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

/**
 * Where a recording may be fetched from. With listed hosts (`host[:port]`, lower case): those alone, whatever their address
 * and with http too. Without: any public https host on port 443. Throws `recording_refused`.
 */
export function allowedUrl(address: string, hosts: readonly string[]): URL {
  const url = findAllowed(address, hosts)
  if (url === null) throw new DebriefError('recording_refused')
  return url
}

/** The same as a question. */
export function isAllowedUrl(address: string, hosts: readonly string[]): boolean {
  return findAllowed(address, hosts) !== null
}

function findAllowed(address: string, hosts: readonly string[]): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null
  const isHost = url && (hosts.length > 0 ? isListed(url, hosts) : isPublicHttps(url))
  return isHost && url.username === '' && url.password === '' ? url : null
}

/** False for every address that a stranger on the internet could not reach: private, loopback, link-local, mapped, tunnelled. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  // Only 2000::/3 is handed out as public IPv6; the rest is special or embeds an IPv4 address.
  const isAssigned = parsed instanceof ipaddr.IPv4 || parsed.match(ipaddr.IPv6.parse('2000::'), 3)
  return isAssigned && parsed.range() === 'unicast'
}

function isListed(url: URL, hosts: readonly string[]): boolean {
  const port = WEB_PORTS[url.protocol]
  if (port === undefined) return false
  return hosts.includes(url.host) || hosts.includes(`${url.hostname}:${url.port || port}`)
}

function isPublicHttps({ protocol, port, hostname }: URL): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && port === '' && (isIP(literal) === 0 || isPublicAddress(literal))
}
