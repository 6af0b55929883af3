import * as z from 'zod/mini'
import { DebriefError } from '../../errors'

/** Postgres knows no year 0. */
const instant = z.iso.datetime().check(z.refine((time) => time >= '1970'))

/** The time, ISO 8601, of the parameter `since`. Throws `invalid_input` where it is none. */
export function requireSince(search: URLSearchParams): string {
  const since = instant.safeParse(search.get('since'))
  if (since.success) return since.data
  throw new DebriefError('invalid_input', {
    cause: since.error,
    detail: 'The parameter since has to be a time that a list gave as its asOf.',
  })
}
