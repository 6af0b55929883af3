import { RATINGS, type Rating } from '@/lib/compare/rating'
import type { Kept } from '../kept'
import { UnsentStore } from '../outbox/unsent-store'
import { fieldsOf, isNumber, isText } from '../unknown-fields'

/** A rating that the server does not have, or one that it still has: that is taken back. */
export type UnsentRating = {
  /** Its id or alias. */
  interview: string
  /** Of the question. */
  key: string
  rating: Rating | null
  /** The version of the scale that it was given on. */
  anchors: number | null
  writtenAt: string
  /** Tells it from one that another tab has given since. */
  version: string
}

/** Of one member: `key` is theirs alone. */
export function unsentRatings(key: string, kept: Kept): UnsentStore<UnsentRating> {
  return new UnsentStore({
    kept,
    key,
    endOf: ({ interview, key: question }) => `${question} ${encodeURIComponent(interview)}`,
    read: (_, stored) => readUnsentRating(stored),
  })
}

/** Null for what is no rating of ours. */
function readUnsentRating(stored: unknown): UnsentRating | null {
  const { interview, key, rating, anchors, writtenAt, version } = fieldsOf(stored)
  const given = rating === null ? null : RATINGS.find((known) => known === rating)
  if (given === undefined || !isText(interview) || !isText(key) || !isText(writtenAt) || !isText(version)) return null
  return { interview, key, rating: given, anchors: isNumber(anchors) ? anchors : null, writtenAt, version }
}
