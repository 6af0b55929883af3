import { z } from 'zod'
import { legible } from '../interviews/legible'
import { id, optionalText, text } from './wire'

export type RibbonTeam = { id: string; name: string }

/** Who works with interviews at Ribbon: not a member of Debrief. */
export type RibbonTeamMember = { id: string; email: string | null; name: string | null }

export const ribbonTeam = z.object({ id, name: text.transform((name) => legible(name) ?? '').catch('') })

export const ribbonTeamMember = z
  .object({ id, email: optionalText, full_name: optionalText })
  .transform((wire): RibbonTeamMember => ({ id: wire.id, email: wire.email, name: wire.full_name }))
