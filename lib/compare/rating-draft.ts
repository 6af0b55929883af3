import { z } from 'zod'
import { RATINGS } from './rating'

/** `anchors` is the version of the scale that whoever rates saw, null for none; left out, it is the one of today. */
export const ratingDraft = z.object({
  rating: z.union(
    RATINGS.map((rating) => z.literal(rating)),
    'A rating is a whole number from 1 to 5.',
  ),
  anchors: z.int().min(1).max(1_000_000).nullish(),
})
export type RatingDraft = z.infer<typeof ratingDraft>
