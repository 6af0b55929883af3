import 'server-only'
import { z } from 'zod'

const shell = z
  .object({ kind: z.literal('operator') })
  .readonly()
  .brand<'Operator'>()

/** Whoever can run a command on the server: they hold the database anyway. Only launch/ may call this. */
export function operator(): Operator {
  return shell.parse({ kind: 'operator' })
}

export type Operator = z.infer<typeof shell>
