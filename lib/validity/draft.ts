import { z } from 'zod'
import { SCORE_NAMES, type ScoreName } from '../assessment/scores'
import { DebriefError } from '../errors'
import { INVALID_CAUSES } from '../interviews/interview'
import { typedText } from '../text/typed-text'

/** Characters. */
const LONGEST = 1_000
const text = typedText.max(LONGEST, `A reason has at most ${LONGEST.toLocaleString('en-US')} characters.`)

/** That an interview says nothing about its candidate. */
export const invalidationDraft = z.object({
  cause: z.enum(INVALID_CAUSES),
  reason: text.nullish().transform((written) => written || null),
})
export type InvalidationDraft = z.infer<typeof invalidationDraft>

/** That a score is wrong. */
export const overrideDraft = z.object({ reason: text.min(1, 'Say why the score is wrong.') })
export type OverrideDraft = z.infer<typeof overrideDraft>

/** Throws `not_found` for what is no score. */
export function requireScoreName(parameter: string): ScoreName {
  const name = SCORE_NAMES.find((score) => score === parameter)
  if (!name) throw new DebriefError('not_found')
  return name
}
