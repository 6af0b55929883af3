/** From the weakest to the strongest: the order in which they stand everywhere. */
export const VOTES = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'] as const
export type Vote = (typeof VOTES)[number]

/** Whether both would hire, or neither: what was said for one of them may be said for the other. */
export function isSameSide(vote: Vote, other: Vote | null): boolean {
  return other !== null && isFor(vote) === isFor(other)
}

function isFor(vote: Vote): boolean {
  return vote === 'hire' || vote === 'strong_hire'
}

/** How often each stands. */
export type VoteCounts = Record<Vote, number>

/** What a row tells of its votes: the reader's own always, the others' as soon as they may know them. */
export type RowVotes =
  { is: 'shown'; counts: VoteCounts; mine: Vote | null } | { is: 'hidden'; until: 'my_vote'; mine: Vote | null }
