import { z } from 'zod'
import { DebriefError } from '../errors'
import { typedTime } from '../text/typed-time'
import { RATINGS } from './rating'

const rating = z.union(
  RATINGS.map((one) => z.literal(one)),
  'A rating is a whole number from 1 to 5.',
)

/** `anchors` is the version of the scale that whoever rates saw, null for none; left out, it is the one of today. */
export const ratingDraft = z.object({
  rating,
  anchors: z.int().min(1).max(1_000_000).nullish(),
  /** The `ratedAt` of the rating that its writer knew of, null where they knew of none; left out by who did not look. */
  replaces: typedTime.nullish(),
  /** What they have sent since, and nobody answered: null takes a rating back. */
  unanswered: z.array(rating.nullable()).max(6, 'At most six ratings wait for an answer.').nullish(),
})
export type RatingDraft = z.infer<typeof ratingDraft>

/** Which rating its writer may take the place of. */
export type KnownRating = Pick<RatingDraft, 'replaces' | 'unanswered'>

const none = z.literal('none').transform(() => null)
const withdrawal = z.object({
  replaces: z.union([none, typedTime]).optional(),
  unanswered: z.array(z.union([none, z.coerce.number().pipe(rating)])).max(6),
})

/** The same of a withdrawal, which has no body: `none` is null. Throws `invalid_input`. */
export function readKnownRating(search: URLSearchParams): KnownRating {
  const read = withdrawal.safeParse({
    replaces: search.get('replaces') ?? undefined,
    unanswered: search.getAll('unanswered'),
  })
  if (read.success) return read.data
  const detail = 'The parameter replaces has to be a time, or none, and unanswered ratings from 1 to 5, or none.'
  throw new DebriefError('invalid_input', { detail })
}
