import 'server-only'
import type { Dispatcher } from 'undici'
import { DebriefError } from '../errors'
import { namedCause } from '../ribbon/cause'
import { allowedUrl } from './address'
import { formatRange, type ByteRange } from './range'
import type { Rules } from './rules'

const MAX_REDIRECTS = 3
const REDIRECTS = [301, 302, 303, 307, 308]
const HEADERS_MS = 15_000
/** A server may pause this long between two pieces; a viewer who pauses may take any time. */
const IDLE_MS = 30_000

export type Ask = { range: ByteRange | null; signal: AbortSignal; rules: Rules }
export type Upstream = { url: URL; status: number; header: (name: string) => string; body: Body }
type Body = Dispatcher.ResponseData['body']

/**
 * Asks a recording's server, and the one it redirects to, without cookies or credentials of any kind. Throws `recording_refused`
 * for an address outside the rules, `recording_unreachable` when no one answers.
 */
export async function fetchUpstream(address: string, ask: Ask, redirectsLeft = MAX_REDIRECTS): Promise<Upstream> {
  const url = allowedUrl(address, ask.rules.hosts)
  const { statusCode, headers, body } = await send(url, ask)
  const header = (name: string) => [headers[name] ?? ''].flat()[0] ?? ''
  if (!REDIRECTS.includes(statusCode)) return { url, status: statusCode, header, body }

  discard(body)
  const target = header('location')
  if (redirectsLeft === 0 || !URL.canParse(target, url)) throw new DebriefError('recording_refused')
  return fetchUpstream(new URL(target, url).href, ask, redirectsLeft - 1)
}

/** Reads a short rest, so that the connection can be used again, or closes it. */
export function discard(body: Body) {
  void body.dump({ limit: 16_384 })
}

async function send(url: URL, { range, signal, rules }: Ask) {
  const request = {
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: { accept: '*/*', 'accept-encoding': 'identity', ...(range ? { range: formatRange(range) } : {}) },
    headersTimeout: HEADERS_MS,
    bodyTimeout: IDLE_MS,
    signal,
  }
  return rules.agent.request(request).catch((error: unknown) => {
    if (error instanceof DebriefError) throw error
    throw new DebriefError('recording_unreachable', { cause: namedCause(error) })
  })
}
