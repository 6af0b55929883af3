import { z } from 'zod'
import { typedText } from '../text/typed-text'
import { LONGEST_QUOTE } from './longest-quote'

const offset = z.number().int().min(0).max(10_000_000)
export const quote = z
  .object({
    segment: offset,
    from: offset,
    to: offset,
    text: typedText.min(1).max(LONGEST_QUOTE),
    until: z.object({ segment: offset, to: offset }).optional(),
  })
  .refine(
    ({ segment, from, to, until }) =>
      from < to && (!until || until.segment > segment || (until.segment === segment && until.to >= to)),
    'What is quoted has to end after it begins.',
  )

/**
 * Words of the transcript, by segment and UTF-16 offsets in it as Ribbon sent it. Where they go on into later segments,
 * `until` is where they end, and `text` has a line for each segment.
 */
export type Quote = z.infer<typeof quote>
