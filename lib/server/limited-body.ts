import 'server-only'
import { DebriefError } from '../errors'
import { readLimited } from './read-limited'

/** The raw body. Throws `body_too_large` before more than `maxBytes` are kept, whatever length the request announces. */
export async function readLimitedBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length'))
  const body = announced > maxBytes ? null : await readLimited(request.body ?? [], maxBytes)
  if (!body) throw new DebriefError('body_too_large')
  return body
}
