import 'server-only'
import { z } from 'zod'

const process = z
  .object({ kind: z.literal('system') })
  .readonly()
  .brand<'System'>()

/** Debrief itself, where nobody is signed in on whose behalf something is done: jobs, webhooks, and the door before it opens. */
export function system(): System {
  return process.parse({ kind: 'system' })
}

export type System = z.infer<typeof process>
