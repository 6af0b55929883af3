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
  /** The `castAt` of the vote that stands again where a change is undone. */
  restores?: string
  /** What was sent in its place, itself among it, and not answered: any of it may stand by now. */
  sent: Wish[]
  writtenAt: string
  /** Tells this wish from one that another tab has had since. */
  version: string
}

/** Null for what is no vote of ours. What an earlier build did not keep yet is taken for nothing: the vote is its author's all the same. */
export function readWrittenVote(interviewId: string, stored: unknown): WrittenVote | null {
  const { wish: kept, replaces = null, restores, sent: lost = [], ...written } = fieldsOf(stored)
  const { writtenAt, version } = written
  const [wish, sent] = [readWish(kept), readWishes(lost)]
  if (wish === undefined || !isText(writtenAt) || !isText(version)) return null
  if (!(replaces === null || isText(replaces)) || !sent) return null
  return { interviewId, wish, replaces, ...(isText(restores) && { restores }), sent, writtenAt, version }
}

export function isSameWish(one: Wish, other: Wish): boolean {
  return one?.vote === other?.vote && one?.reason === other?.reason
}

export function wishOf(stands: Pick<CastVote, 'vote' | 'reason'> | null): Wish {
  return stands && { vote: stands.vote, reason: stands.reason }
}

/** Undefined where any is none. */
function readWishes(stored: unknown): Wish[] | undefined {
  if (!Array.isArray(stored)) return undefined
  const wishes = stored.map((one) => readWish(one)).filter((one) => one !== undefined)
  return wishes.length === stored.length ? wishes : undefined
}

/** Undefined for what is none. */
function readWish(stored: unknown): Wish | undefined {
  if (stored === null) return null
  const { vote, reason = null } = fieldsOf(stored)
  const known = VOTES.find((one) => one === vote)
  return known && (reason === null || isText(reason)) ? { vote: known, reason } : undefined
}
