import { z } from 'zod'
import { typedText } from '../text/typed-text'

const LONGEST_ANCHOR = 500

const anchor = typedText
  .max(LONGEST_ANCHOR, `What a rating means has at most ${LONGEST_ANCHOR} characters.`)
  .transform((text) => (text === '' ? null : text))
  .nullable()

/** What a 1, a 3 and a 5 sound like; all blank takes the scale away. `replaces` is the version that its writer knew, null for none. */
export const anchorsDraft = z.object({
  one: anchor,
  three: anchor,
  five: anchor,
  replaces: z.int().min(1).max(1_000_000).nullable(),
})
export type AnchorsDraft = z.infer<typeof anchorsDraft>

/** The scale of one question of a flow, of today; no version is ever changed. */
export type Anchors = { version: number; one: string | null; three: string | null; five: string | null }
