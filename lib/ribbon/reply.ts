import type { Dispatcher } from 'undici'
import { DebriefError, type FailureCode } from '../errors'
import { namedCause } from './cause'
import { readLimited } from '../read-limited'

const REFUSALS: Record<number, FailureCode> = {
  401: 'ribbon_unauthorized',
  403: 'ribbon_forbidden',
  404: 'ribbon_not_found',
  422: 'ribbon_not_found',
  429: 'ribbon_rate_limited',
}

/** The status is the cause, so that whoever retries can tell a fault of Ribbon's from a fault of ours. */
export function refusal(status: number): DebriefError {
  return new DebriefError(REFUSALS[status] ?? 'ribbon_rejected', { cause: status })
}

/** True for what may be different in a moment: no connection, a rate limit, a 5xx. */
export function isTemporary(error: unknown): boolean {
  if (!(error instanceof DebriefError)) return false
  if (error.code === 'ribbon_rejected') return typeof error.cause === 'number' && error.cause >= 500
  return error.code === 'ribbon_unreachable' || error.code === 'ribbon_rate_limited'
}

/** The JSON of a reply, whatever its content type says. Throws `ribbon_unreadable` when it is longer than `maxBytes` or no JSON. */
export async function readJson(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<unknown> {
  const bytes = await readLimited(body, maxBytes).catch((error: unknown) => {
    throw new DebriefError('ribbon_unreachable', { cause: namedCause(error) })
  })
  if (bytes === null) throw new DebriefError('ribbon_unreadable')

  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new DebriefError('ribbon_unreadable', { cause: namedCause(error) })
  }
}
