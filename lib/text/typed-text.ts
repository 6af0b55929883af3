import { z } from 'zod'
import { withLineFeeds } from './line-ends'

/** Postgres stores neither NUL nor half of a surrogate pair, which a text that was cut may end with. */
const storable = (text: z.ZodString) =>
  text
    .refine((written) => !written.includes('\0'), 'A text cannot hold a NUL character. Remove it and send it again.')
    .overwrite((written) => written.toWellFormed())

/** What somebody has typed: every body that a member can send takes its texts from here. */
export const typedText = storable(z.string().trim()).overwrite(withLineFeeds)

/** Words that somebody has selected: as long as they are, with the space around them, since offsets go with them. */
export const selectedText = storable(z.string())
