import { z } from 'zod'
import { legible } from '../text/legible'
import { TEXT_LIMITS } from './limits'
import { id, listOf, optionalId, optionalTextUpTo, optionalWhole, textUpTo } from './wire'

/** A role with its questions. */
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

/** `webhookSecret` signs the flow's events. It goes to `lib/mirror/store/webhook-secrets.ts` and nowhere else; null where Ribbon names none. */
export type ReceivedFlow = { id: string; flow: RibbonFlow; webhookSecret: string | null }

const LONGEST_LANGUAGE = 35

export const receivedFlow = z
  .object({
    interview_flow_id: id,
    team_id: optionalId,
    title: textUpTo(TEXT_LIMITS.title).catch(''),
    org_name: optionalTextUpTo(TEXT_LIMITS.title),
    questions: listOf(textUpTo(TEXT_LIMITS.question), { instead: '', most: TEXT_LIMITS.flowQuestions }),
    language: optionalWhole(LONGEST_LANGUAGE),
    is_video_enabled: z.boolean().catch(false),
    webhook_secret_key: z.string().min(1).max(TEXT_LIMITS.webhookSecret).nullable().catch(null),
  })
  .transform((wire): ReceivedFlow => ({
    id: wire.interview_flow_id,
    flow: {
      id: wire.interview_flow_id,
      teamId: wire.team_id,
      title: legible(wire.title) ?? '',
      orgName: wire.org_name,
      questions: wire.questions,
      language: wire.language,
      hasVideo: wire.is_video_enabled,
    },
    webhookSecret: wire.webhook_secret_key,
  }))
