import 'server-only'
import { DebriefError } from '../errors'
import { readLimitedBody } from './limited-body'

/** Plenty for any form that a stranger may send. */
const MAX_BYTES = 16 * 1024

/**
 * The fields of a JSON or URL-encoded body, yet to be parsed. Throws `body_too_large` before more than 16 KiB are kept,
 * whatever length the request announces, and `invalid_input`.
 */
export async function readSmallForm(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readLimitedBody(request, MAX_BYTES))
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DebriefError('invalid_input', { cause })
  }
}
