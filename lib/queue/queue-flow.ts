import { DebriefError } from '../errors'
import { foreignId } from '../text/foreign-id'

/** The flow that a queue is narrowed to; null for all of them. Throws `invalid_input`. */
export function queueFlow(wanted: string | null): string | null {
  if (wanted === null || wanted === '') return null
  const parsed = foreignId.safeParse(wanted)
  if (!parsed.success) throw new DebriefError('invalid_input', { detail: 'No flow is called that.' })
  return parsed.data
}
