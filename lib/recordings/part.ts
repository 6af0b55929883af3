import { DebriefError } from '../errors'
import { extentOf, parseContentRange, parseUnsatisfied, type Extent, type ByteRange } from './range'
import type { Upstream } from './upstream'

/** Which bytes of a recording an answer carries; `skip` is how many bytes the upstream sends before them. Totals are null when unknown. */
export type Part =
  | { kind: 'whole'; total: number | null }
  | { kind: 'extent'; extent: Extent; total: number | null; skip: number }
  | { kind: 'unsatisfiable'; total: number | null }

/** Reads the upstream's answer to the wanted range. Throws `recording_unreachable` for an answer to another question. */
export function partOf(upstream: Upstream, wanted: ByteRange | null): Part {
  if (upstream.status === 206) return partial(upstream, wanted)
  if (upstream.status === 416 && wanted) {
    return { kind: 'unsatisfiable', total: parseUnsatisfied(upstream.header('content-range')) }
  }
  if (upstream.status === 200) return cut(contentLength(upstream), wanted)
  throw new DebriefError('recording_unreachable', { cause: upstream.status })
}

function partial(upstream: Upstream, wanted: ByteRange | null): Part {
  const sent = parseContentRange(upstream.header('content-range'))
  if (!sent || !wanted || !isWithin(sent, wanted)) throw new DebriefError('recording_unreachable', { cause: 206 })
  return { kind: 'extent', extent: { from: sent.from, to: sent.to }, total: sent.total, skip: 0 }
}

/** The upstream ignored the range, so the bytes before it are read and dropped here. */
function cut(total: number | null, wanted: ByteRange | null): Part {
  if (!wanted || total === null) return { kind: 'whole', total }
  const extent = extentOf(wanted, total)
  return extent ? { kind: 'extent', extent, total, skip: extent.from } : { kind: 'unsatisfiable', total }
}

function isWithin(sent: Extent & { total: number | null }, wanted: ByteRange): boolean {
  const total = sent.total ?? ('last' in wanted ? sent.to + 1 : Number.MAX_SAFE_INTEGER)
  const extent = extentOf(wanted, total)
  return extent !== null && sent.from === extent.from && sent.from <= sent.to && sent.to <= extent.to
}

function contentLength(upstream: Upstream): number | null {
  const length = upstream.header('content-length')
  return /^\d+$/.test(length) ? Number(length) : null
}
