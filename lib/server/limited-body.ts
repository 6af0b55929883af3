import 'server-only'
import { DebriefError } from '../errors'
import { readLimited } from './read-limited'

/** The most that any request may bring: of the longest list of ids there is. */
export const LARGEST_BODY_BYTES = 3_145_728

/** Throws `body_too_large` for what announces more than any change takes, also where nobody would read it. */
export function requireBearableBody({ headers }: Pick<Request, 'headers'>) {
  if (Number(headers.get('content-length')) > LARGEST_BODY_BYTES) throw new DebriefError('body_too_large')
}

/**
 * The raw body. Throws `body_too_large` before more than `maxBytes` are kept, whatever length the request announces, and `invalid_input`
 * where whoever sent it left before its end, which Node tells as a database's lost connection is told.
 */
export async function readLimitedBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length'))
  const body = announced > maxBytes ? null : await readLimited(request.body ?? [], maxBytes).catch(brokenOff)
  if (!body) throw new DebriefError('body_too_large')
  return body
}

function brokenOff(cause: unknown): never {
  throw new DebriefError('invalid_input', { cause, detail: 'The body broke off before its end.' })
}
