import { DebriefError } from '../errors'
import { log } from '../log'
import { streamOf } from '../server/stream-of'

/** What to leave out at the beginning and how much to pass on, in bytes; a null length is all there is. */
export type Slice = { skip: number; length: number | null }

/**
 * Passes the slice on as fast as it is read and no faster. A body that ends before the slice does, or breaks, breaks the stream too,
 * so that a player never takes half a recording for all of it. `onEnd` runs once, however it ends.
 */
export function streamSlice(
  body: AsyncIterable<Uint8Array>,
  slice: Slice,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  return streamOf(sliceOf(body, slice), { onEnd, broken })
}

async function* sliceOf(body: AsyncIterable<Uint8Array>, { skip, length }: Slice): AsyncGenerator<Uint8Array, void> {
  const end = length === null ? Infinity : skip + length
  let at = 0
  for await (const chunk of body) {
    const piece = chunk.subarray(Math.max(0, skip - at), Math.max(0, end - at))
    at += chunk.length
    if (piece.length > 0) yield piece
    if (at >= end) return
  }
  if (length !== null && at < end) throw new DebriefError('recording_unreachable')
}

/** Next breaks the connection for any error, but adds stack traces to the log for all that are not an AbortError. */
function broken(error: unknown): Error {
  if (error instanceof Error && error.name === 'AbortError') return error
  const code = error instanceof DebriefError ? error.code : 'recording_unreachable'
  log.warn({ code, cause: error }, 'a recording ended early')
  return new DOMException('The recording ended early.', 'AbortError')
}
