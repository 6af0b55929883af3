import { z } from 'zod'

/** What is hidden from a member until they have voted: what colleagues think, and what Ribbon's assessment says. */
export const blindness = z.strictObject({ colleagues: z.boolean(), assessment: z.boolean() })
export type Blindness = z.infer<typeof blindness>

/** What of it is to be another, and no misspelt switch; what is left out stays, so that an old page undoes nothing that it did not mean. */
export const blindnessDraft = blindness.partial()
export type BlindnessDraft = z.infer<typeof blindnessDraft>

/** A role with its questions; `language` as Ribbon spells it, such as `en-US`. */
export type Flow = {
  id: string
  title: string
  teamId: string | null
  language: string | null
  blind: Blindness
  /** Whether its reader sees it as a whole, and not by single interviews. */
  isWhole: boolean
}

export type NamedFlow = Pick<Flow, 'id' | 'title' | 'teamId' | 'isWhole'>
