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
  /** The `ratedAt` of the rating that it takes the place of; null where its author knew of none, undefined where any will do. */
  replaces: string | null | undefined
  /** What was sent for this answer since, and nobody answered: one of them may stand by now. */
  unanswered: readonly (Rating | null)[]
  /** Another one was given elsewhere: its author says which is to stand. */
  isContested: boolean
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
  const { interview, key, rating, anchors, replaces, unanswered, isContested, writtenAt, version } = fieldsOf(stored)
  const given = readRating(rating)
  const listed: unknown[] = Array.isArray(unanswered) ? unanswered : []
  if (given === undefined || !isText(interview) || !isText(key) || !isText(writtenAt) || !isText(version)) return null
  return {
    ...{ interview, key, rating: given, writtenAt, version },
    anchors: isNumber(anchors) ? anchors : null,
    replaces: replaces === null || isText(replaces) ? replaces : undefined,
    unanswered: listed.map((sent) => readRating(sent)).filter((sent) => sent !== undefined),
    isContested: isContested === true,
  }
}

/** Undefined for what is none. */
function readRating(stored: unknown): Rating | null | undefined {
  return stored === null ? null : RATINGS.find((known) => known === stored)
}
