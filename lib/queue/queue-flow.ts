import { z } from 'zod'
import { DebriefError } from '../errors'

/** Postgres stores no NUL, so that no flow has one. */
const flow = z
  .string()
  .max(255)
  .refine((id) => !id.includes('\0'))

/** The flow that a queue is narrowed to; null for all of them. Throws `invalid_input`. */
export function queueFlow(wanted: string | null): string | null {
  const parsed = flow.safeParse(wanted ?? '')
  if (!parsed.success) throw new DebriefError('invalid_input', { detail: 'No flow is called that.' })
  return parsed.data || null
}
