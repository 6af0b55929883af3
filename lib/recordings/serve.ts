import 'server-only'
import { DebriefError } from '../errors'
import { failureResponse } from '../server/failure-response'
import { streamSlice } from './bytes'
import { headersOf, isUnchanged, lengthOf } from './headers'
import { openStream, type OpenStream } from '../server/open-streams'
import { partOf } from './part'
import { parseRange, type ByteRange } from './range'
import { currentRules, type Rules } from './rules'
import { askSource, type Source } from './source'
import { toldType } from './told-type'
import { discard, fetchUpstream, type Ask, type Upstream } from './upstream'
import { whileAllowed, type Allowed } from './while-allowed'

/** Signed addresses often admit GET alone, and one byte tells type and size. */
const FIRST_BYTE: ByteRange = { from: 0, to: 0 }
/** Nobody reads it; a failure would be logged for each seek. */
const CLIENT_LEFT = 499

type Played = Source & Allowed

/**
 * The recording, or the part of it that a GET's Range asks for; its headers alone for a HEAD. It breaks off within five seconds of
 * reading once its reader may not have it. Throws `recording_gone`,
 * `recording_refused` or `recording_unreachable`.
 */
export async function serveRecording(request: Request, source: Played, rules = currentRules()): Promise<Response> {
  const stream = openStream(request.signal)
  try {
    return request.method === 'HEAD'
      ? await describeRecording(source, { rules, stream })
      : await sendRecording(request, source, { rules, stream })
  } catch (error) {
    stream.end()
    if (request.signal.aborted) return new Response(null, { status: CLIENT_LEFT })
    throw error
  }
}

type Connection = { rules: Rules; stream: OpenStream }

async function describeRecording(source: Source, { rules, stream }: Connection): Promise<Response> {
  const upstream = await askSource(source, { range: FIRST_BYTE, signal: stream.signal, rules })
  const { total } = partOf(upstream, FIRST_BYTE)
  const type = await toldType(source.url, upstream, rules)
  const headers = headersOf(upstream, { kind: 'whole', total }, type)
  stream.end()
  return new Response(null, { headers })
}

async function sendRecording(request: Request, source: Played, { rules, stream }: Connection): Promise<Response> {
  const ask = { range: parseRange(request.headers.get('range')), signal: stream.signal, rules }
  const ifRange = request.headers.get('if-range')
  const found = await askSource(source, ask)
  const isCurrent = ifRange === null || isUnchanged(ifRange, found)
  const upstream = isCurrent || found.status === 200 ? found : await askWhole(found, ask)

  const part = partOf(upstream, isCurrent ? ask.range : null)
  if (part.kind === 'unsatisfiable') {
    stream.end()
    return unsatisfiable(part.total)
  }
  const type = await toldType(source.url, upstream, rules)
  const slice = { skip: part.kind === 'extent' ? part.skip : 0, length: lengthOf(part) }
  const body = whileAllowed(upstream.body, source)
  return new Response(streamSlice(body, slice, stream.end), {
    status: part.kind === 'extent' ? 206 : 200,
    headers: headersOf(upstream, part, type),
  })
}

async function askWhole(found: Upstream, ask: Ask): Promise<Upstream> {
  discard(found.body)
  return fetchUpstream(found.url.href, { ...ask, range: null })
}

function unsatisfiable(total: number | null): Response {
  const response = failureResponse(new DebriefError('range_unsatisfiable'))
  if (total !== null) response.headers.set('content-range', `bytes */${total}`)
  return response
}
