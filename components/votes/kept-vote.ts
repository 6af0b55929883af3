import { VOTES, type Vote } from '@/lib/interviews/vote'
import type { CastVote } from '@/lib/votes/vote'
import { fieldsOf, isText } from '../unknown-fields'

/** What a member wants their vote to be; null: none. */
export type Wish = { vote: Vote; reason: string | null } | null

/** A vote that the server does not have, or one that it still has: that is to be withdrawn, and the wish is null. */
export type WrittenVote = {
  interviewId: string
  wish: Wish
  /** The `castAt` of the vote that it takes the place of; null where its author knew of none. */
  replaces: string | null
  /** It, or one before it, was sent: nobody answered, so that it may stand by now. */
  mayStand: boolean
  writtenAt: string
  /** Tells this wish from one that another tab has had since. */
  version: string
}

/** Null for what is no vote of ours. */
export function readWrittenVote(interviewId: string, stored: unknown): WrittenVote | null {
  const { wish: kept, replaces, mayStand, writtenAt, version } = fieldsOf(stored)
  const wish = readWish(kept)
  if (wish === undefined || !isText(writtenAt) || !isText(version)) return null
  if (!(replaces === null || isText(replaces)) || typeof mayStand !== 'boolean') return null
  return { interviewId, wish, replaces, mayStand, writtenAt, version }
}

export function isSameWish(one: Wish, other: Wish): boolean {
  return one?.vote === other?.vote && one?.reason === other?.reason
}

export function wishOf(stands: Pick<CastVote, 'vote' | 'reason'> | null): Wish {
  return stands && { vote: stands.vote, reason: stands.reason }
}

/** Undefined for what is none. */
function readWish(stored: unknown): Wish | undefined {
  if (stored === null) return null
  const { vote, reason } = fieldsOf(stored)
  const known = VOTES.find((one) => one === vote)
  return known && (reason === null || isText(reason)) ? { vote: known, reason } : undefined
}
