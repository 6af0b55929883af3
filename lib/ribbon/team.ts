import { z } from 'zod'
import { legible } from '../text/legible'
import { TEXT_LIMITS } from './limits'
import { id, optionalTextUpTo, optionalWhole, textUpTo } from './wire'

export type RibbonTeam = { id: string; name: string }

/** Who works with interviews at Ribbon: not a member of Debrief. */
export type RibbonTeamMember = { id: string; email: string | null; name: string | null }

export const ribbonTeam = z.object({
  id,
  name: textUpTo(TEXT_LIMITS.name)
    .transform((name) => legible(name) ?? '')
    .catch(''),
})

export const ribbonTeamMember = z
  .object({ id, email: optionalWhole(TEXT_LIMITS.email), full_name: optionalTextUpTo(TEXT_LIMITS.name) })
  .transform((wire): RibbonTeamMember => ({ id: wire.id, email: wire.email, name: wire.full_name }))
