import { z } from 'zod'
import { ROLES } from '../auth/permissions'

/** Teams, flows and interviews that a scope may name, of each. */
export const MOST_NAMED = 1_000
/** Of a body that names as many of each, by the longest ids that Ribbon may make. */
export const RIGHTS_BYTES = 1_048_576

const id = z
  .string()
  .min(1)
  .max(255)
  .refine((text) => !text.includes('\0'))
const ids = z.array(id).max(MOST_NAMED).readonly().default([])

/** What a member is to see, as a browser sends it. */
export const scopeDraft = z.union([z.literal('all'), z.strictObject({ teams: ids, flows: ids, interviews: ids })], {
  error: `has to be "all", or ids of teams, flows and interviews, at most ${MOST_NAMED.toLocaleString('en')} of each`,
})

/** What of a member's rights is to be changed. */
export const rightsDraft = z.strictObject({
  role: z.enum(ROLES).optional(),
  scope: scopeDraft.optional(),
  disabled: z.boolean().optional(),
})
export type Rights = z.infer<typeof rightsDraft>
