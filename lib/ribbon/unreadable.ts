import { z } from 'zod'
import { Unreadable, UNREADABLE_REASONS, type UnreadableReason } from './limits'

const limitExceeded = z.object({ params: z.object({ reason: z.enum(UNREADABLE_REASONS) }) })

/** Why a schema refused this item. */
export function reasonOfItem(value: unknown, refused: z.ZodError): UnreadableReason {
  if (value instanceof Unreadable) return value.reason
  const exceeded = refused.issues.map((issue) => limitExceeded.safeParse(issue).data).find(Boolean)
  return exceeded?.params.reason ?? 'wrong_shape'
}
