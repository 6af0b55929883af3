import type { Author } from '../members/member'

/** From the worst to the best; the number is its key. */
export const RATINGS = [1, 2, 3, 4, 5] as const
export type Rating = (typeof RATINGS)[number]

/** `anchors` is the version of the scale that it was given on; `ratedAt` is ISO 8601. */
export type GivenRating = { rating: Rating; anchors: number | null; ratedAt: string }

/** What a colleague gave. */
export type ColleagueRating = { member: Author; rating: Rating }

/** Hidden where the flow hides what colleagues think, until its reader has voted on the interview. */
export type ColleagueRatings = { is: 'shown'; ratings: ColleagueRating[] } | { is: 'hidden'; until: 'my_vote' }
