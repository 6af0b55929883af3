import 'server-only'
import { DebriefError } from '../errors'
import { FIRST_BYTES, isMarkup, typeOfBytes } from './first-bytes'
import { declaredType, typeByName } from './media-type'
import type { Rules } from './rules'
import { discard, fetchUpstream, type Upstream } from './upstream'

/** First bytes that tell a type are remembered for so long. */
const KEPT_MS = 3_600_000
/** A recording that may yet be replaced by a real one is looked at again sooner. */
const DOUBTED_MS = 30_000
const LOOK_MS = 10_000
const MOST_REMEMBERED = 1_000

type Look = { until: number; bytes: Promise<Uint8Array> }

// Next loads a module several times in one process; a player that seeks must not make us look again for each seek.
const shared = globalThis as typeof globalThis & { debriefLooks?: Map<string, Look> }

/**
 * The type to serve the recording under: what its server says, or else its first bytes, or else its name. `address` is what was
 * asked for, before redirects. Throws `recording_refused` for all but audio and video.
 */
export async function toldType(address: string, upstream: Upstream, rules: Rules): Promise<string> {
  if (!isPlain(upstream)) throw new DebriefError('recording_refused')
  const contentType = upstream.header('content-type')
  const declared = declaredType(contentType)
  if (declared) return declared

  const bytes = await lookOnce(address, upstream.url, rules)
  const named = isMarkup(bytes) ? null : typeByName(contentType, upstream.url.pathname)
  const type = typeOfBytes(bytes) ?? named
  if (type === null) throw new DebriefError('recording_refused')
  return type
}

/** One look for all who ask meanwhile, so it ends with none of them. */
function lookOnce(address: string, url: URL, rules: Rules): Promise<Uint8Array> {
  shared.debriefLooks ??= new Map()
  const looks = shared.debriefLooks
  const last = looks.get(address)
  if (last && Date.now() < last.until) return last.bytes

  if (looks.size >= MOST_REMEMBERED) looks.clear()
  const look: Look = { until: Date.now() + KEPT_MS, bytes: firstBytesOf(url, rules) }
  looks.set(address, look)
  look.bytes.then(
    (bytes) => {
      if (typeOfBytes(bytes) === null) look.until = Date.now() + DOUBTED_MS
    },
    () => looks.delete(address),
  )
  return look.bytes
}

async function firstBytesOf(url: URL, rules: Rules): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(LOOK_MS)
  const upstream = await fetchUpstream(url.href, { range: { from: 0, to: FIRST_BYTES - 1 }, signal, rules })
  const isStart = upstream.status === 200 || /^bytes 0-/i.test(upstream.header('content-range'))
  if (!isStart || !isPlain(upstream)) {
    discard(upstream.body)
    throw new DebriefError('recording_unreachable', { cause: upstream.status })
  }
  return beginningOf(upstream.body)
}

/** The offsets of compressed bytes are not those of the recording. */
function isPlain(upstream: Upstream): boolean {
  return ['', 'identity'].includes(upstream.header('content-encoding'))
}

/** A server that knows no ranges sends all of it, of which no more than this is read. */
async function beginningOf(body: Upstream['body']): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      pieces.push(piece)
      length += piece.length
      if (length >= FIRST_BYTES) break
    }
  } catch (cause) {
    throw new DebriefError('recording_unreachable', { cause: cause instanceof Error ? cause.name : undefined })
  }
  // A copy: a part of what was read would keep the whole of it.
  return new Uint8Array(Buffer.concat(pieces).subarray(0, FIRST_BYTES))
}
