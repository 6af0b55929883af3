import { z } from 'zod'
import { legible } from '../interviews/legible'
import { id, listOf, optionalId, optionalText, text } from './wire'

/** A role with its questions. Ribbon's webhook address and its secret stay behind. */
export type RibbonFlow = {
  id: string
  teamId: string | null
  title: string
  orgName: string | null
  questions: string[]
  /** As Ribbon spells it, such as `en-US`. */
  language: string | null
  hasVideo: boolean
}

export const ribbonFlow = z
  .object({
    interview_flow_id: id,
    team_id: optionalId,
    title: text.catch(''),
    org_name: optionalText,
    questions: listOf(text, ''),
    language: optionalText,
    is_video_enabled: z.boolean().catch(false),
  })
  .transform((wire): RibbonFlow => ({
    id: wire.interview_flow_id,
    teamId: wire.team_id,
    title: legible(wire.title) ?? '',
    orgName: wire.org_name,
    questions: wire.questions,
    language: wire.language,
    hasVideo: wire.is_video_enabled,
  }))
