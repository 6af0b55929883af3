import { z } from 'zod'

const seconds = z.number().min(0).max(1_000_000)

/** What somebody has newly heard, or read, in seconds. */
export const newSpans = z.object({
  spans: z
    .array(z.object({ start: seconds, end: seconds }))
    .max(1_000)
    .transform((spans) => spans.filter(({ start, end }) => end > start)),
})
