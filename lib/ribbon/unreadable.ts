import { z } from 'zod'
import { DebriefError } from '../errors'
import { Unreadable, UNREADABLE_REASONS, type UnreadableReason } from './limits'

const limitExceeded = z.object({ params: z.object({ reason: z.enum(UNREADABLE_REASONS) }) })

/** Why a schema refused this item. */
export function reasonOfItem(value: unknown, refused: z.ZodError): UnreadableReason {
  if (value instanceof Unreadable) return value.reason
  const exceeded = refused.issues.map((issue) => limitExceeded.safeParse(issue).data).find(Boolean)
  return exceeded?.params.reason ?? 'wrong_shape'
}
/** Why a reply could not be read; null when the error is another one. */
export function reasonOfReply(error: unknown): UnreadableReason | null {
  if (!(error instanceof DebriefError) || error.code !== 'ribbon_unreadable') return null
  const { cause } = error
  return cause instanceof z.ZodError
    ? reasonOfItem(null, cause)
    : cause instanceof Unreadable
      ? cause.reason
      : 'no_json'
}

/** What undici calls a connection that ended before its reply had; a reply that is no HTTP is told by its name alone. */
const CUT_OFF = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ECONNRESET',
  'EPIPE',
])

/** Ribbon was reached, but its reply broke off; whether that is the network or the reply, only another call tells. */
export function isCutOff(error: unknown): boolean {
  if (!(error instanceof DebriefError && error.code === 'ribbon_unreachable')) return false
  const { cause } = error
  if (!(cause instanceof Error)) return false
  return cause.name === 'HTTPParserError' || ('code' in cause && CUT_OFF.has(String(cause.code)))
}

/** Ribbon began to answer, but not within the time that one call has. */
export function isTooSlow(error: unknown): boolean {
  return error instanceof DebriefError && error.cause instanceof Error && error.cause.name === 'TimeoutError'
}
