import type { Dispatcher } from 'undici'
import { DebriefError, type FailureCode } from '../errors'
import { namedCause } from './cause'
import { Unreadable } from './limits'
import { readJson, type ItemReading } from './read-json'

const REFUSALS: Record<number, FailureCode> = {
  401: 'ribbon_unauthorized',
  403: 'ribbon_forbidden',
  404: 'ribbon_not_found',
  422: 'ribbon_not_found',
}

/** The status is the cause, so that whoever retries can tell a fault of Ribbon's from a fault of ours. */
export function refusal(status: number): DebriefError {
  return new DebriefError(REFUSALS[status] ?? 'ribbon_rejected', { cause: status })
}

/** Ribbon is well, and says no to this one. */
export function isRefusal(error: Error): boolean {
  if (!(error instanceof DebriefError)) return false
  return error.code === 'ribbon_forbidden' || (error.code === 'ribbon_rejected' && !isTemporary(error))
}

/** True for what may be different in a moment: no connection, a rate limit, a 5xx. */
export function isTemporary(error: unknown): boolean {
  if (!(error instanceof DebriefError)) return false
  if (error.code === 'ribbon_rejected') return typeof error.cause === 'number' && error.cause >= 500
  return error.code === 'ribbon_unreachable' || error.code === 'ribbon_rate_limited'
}

/** The JSON of a reply, whatever its content type says, as `readJson` gives it. Throws `ribbon_unreadable` when it is longer than `maxBytes` or no JSON. */
export async function readReply(
  body: Dispatcher.ResponseData['body'],
  maxBytes: number,
  reading?: ItemReading,
): Promise<unknown> {
  try {
    return await readJson(chunksOf(body), maxBytes, reading)
  } catch (error) {
    throw error instanceof Unreadable ? new DebriefError('ribbon_unreadable', { cause: error }) : error
  }
}

async function* chunksOf(body: Dispatcher.ResponseData['body']): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk as Uint8Array
  } catch (error) {
    throw new DebriefError('ribbon_unreachable', { cause: namedCause(error) })
  }
}
