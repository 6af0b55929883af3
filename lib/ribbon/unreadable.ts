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

/** Ribbon began to answer, but not within the time that one call has. */
export function isTooSlow(error: unknown): boolean {
  return error instanceof DebriefError && error.cause instanceof Error && error.cause.name === 'TimeoutError'
}
