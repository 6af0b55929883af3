import type { Attempt } from '@/lib/attempts/attempt'

/** Who has judged it, as far as its reader may know. */
export function judgedWords({ state, votes }: Pick<Attempt, 'state' | 'votes'>): string {
  if (state === 'not_taken') return 'not taken'
  const mine = votes.mine === null ? [] : ['you voted']
  if (votes.is === 'hidden') return [...mine, 'others hidden until you vote'].join(', ')
  const others = Object.values(votes.counts).reduce((sum, count) => sum + count, 0) - mine.length
  const theirs = others > 0 ? [`${others} ${mine.length > 0 ? 'other ' : ''}${others === 1 ? 'vote' : 'votes'}`] : []
  return [...mine, ...theirs].join(', ') || 'no votes'
}
