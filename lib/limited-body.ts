import 'server-only'
import { DebriefError } from './errors'

/** The raw body. Throws `body_too_large` before more than `maxBytes` are kept, whatever length the request announces. */
export async function readLimitedBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw new DebriefError('body_too_large')

  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new DebriefError('body_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
