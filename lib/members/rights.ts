import { z } from 'zod'
import { ROLES } from '../auth/permissions'
import { foreignId } from '../text/foreign-id'

/** Teams, flows and interviews that a scope may name, of each. */
export const MOST_NAMED = 1_000
/** Of a body that names as many of each, before, after and without groups, by the longest ids that Ribbon may make. */
export const RIGHTS_BYTES = 3_145_728

const ids = z.array(foreignId).max(MOST_NAMED).readonly().default([])

/** What a member is to see, as a browser sends it. */
export const scopeDraft = z.union([z.literal('all'), z.strictObject({ teams: ids, flows: ids, interviews: ids })], {
  error: `has to be "all", or ids of teams, flows and interviews, at most ${MOST_NAMED.toLocaleString('en')} of each`,
})

const rights = { role: z.enum(ROLES), scope: scopeDraft, disabled: z.boolean() }
// A shell or an identity provider may have named more than a browser does.
const named = z.array(foreignId).readonly()
const knownScope = z.union([z.literal('all'), z.strictObject({ teams: named, flows: named, interviews: named })])
const knownRights = z.strictObject({ ...rights, scope: knownScope })

/**
 * What of a member's rights is to be changed. `replaces` are all of those that whoever changes them knew: where they are others
 * by now, nothing is changed. Left out: whatever stands. `scopeWithoutGroups` is what they see once no group says it, beside a scope
 * that one says; without it that is the scope itself.
 */
export const rightsDraft = z
  .strictObject(rights)
  .partial()
  .extend({ replaces: knownRights.optional(), scopeWithoutGroups: knownScope.optional() })
export type RightsDraft = z.infer<typeof rightsDraft>
export type KnownRights = z.infer<typeof knownRights>
export type Rights = Omit<RightsDraft, 'replaces'>
