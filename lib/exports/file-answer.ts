import 'server-only'
import { DebriefError } from '../errors'
import { log } from '../log'
import { openStream } from '../server/open-streams'
import { streamOf } from '../server/stream-of'
import { storedAs } from './file-name'

type File = { name: string; type: string }

/** A text as a file to be stored. */
export function answerFile(text: string, file: File): Response {
  return new Response(text, { headers: headersOf(file) })
}

/** What is said of such a file to who does not take it: nothing is exported. */
export function headOfFile(file: File): Response {
  return new Response(null, { headers: headersOf(file) })
}

/** A file that is written while it is read: it breaks off where a part cannot be written, and nothing is written for who has left. */
export function streamFile(request: Request, parts: AsyncIterable<string>, file: File): Response {
  const stream = openStream(request.signal)
  const body = streamOf(encoded(parts, stream.signal), { onEnd: stream.end, broken })
  return new Response(body, { headers: headersOf(file) })
}

async function* encoded(parts: AsyncIterable<string>, signal: AbortSignal) {
  const encoder = new TextEncoder()
  for await (const part of parts) {
    yield encoder.encode(part)
    signal.throwIfAborted()
  }
}

function headersOf({ name, type }: File) {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': storedAs(name),
    'cache-control': 'no-store',
  }
}

/** Next breaks the connection for any error, but adds stack traces to the log for all that are not an AbortError. */
function broken(error: unknown): Error {
  if (error instanceof Error && error.name === 'AbortError') return error
  const code = error instanceof DebriefError ? error.code : 'unexpected'
  log.warn({ code, cause: error }, 'an export ended early')
  return new DOMException('The export ended early.', 'AbortError')
}
