import type { CastVote, VoteCast, Votes } from '@/lib/votes/vote'
import type { Wish } from './kept-vote'
import type { UnsentVote } from './vote-outbox'

/** A member's own as they want it to be; `cast` is null until the server has it. */
export type MyVote = NonNullable<Wish> & { cast: VoteCast | null; castAt: string }

export type ShownVotes = {
  mine: MyVote | null
  /** Null where they are hidden. */
  others: CastVote[] | null
  /** How it is with what the server does not have; null where it has all. */
  unsent: UnsentVote | null
}

/** What the server has and what is on its way to it, as one. */
export function shownVotes(votes: Votes, unsent: UnsentVote | null): ShownVotes {
  const { mine } = votes
  const others = 'all' in votes ? votes.all.filter(({ member }) => member.id !== mine?.member.id) : null
  if (!unsent) return { mine, others, unsent }
  return { mine: unsent.wish && { ...unsent.wish, cast: null, castAt: unsent.writtenAt }, others, unsent }
}

/** Another one when more, or less, of an interview can be shown to whoever has these votes. */
export function revelationOf(votes: Votes): string {
  return JSON.stringify([votes.mine !== null, 'all' in votes])
}
