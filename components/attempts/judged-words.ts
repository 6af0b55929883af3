import type { Attempt } from '@/lib/attempts/attempt'
import { isClosedToVotes } from '@/lib/interviews/interview'
import { hiddenWords } from '../votes/vote-words'

/** Who has judged it, as far as its reader may know. */
export function judgedWords(attempt: Pick<Attempt, 'state' | 'invalid' | 'votes'>): string {
  const { state, votes } = attempt
  if (state === 'not_taken') return 'not taken'
  const mine = votes.mine === null ? [] : ['you voted']
  if (votes.is === 'hidden') {
    return [...mine, `others ${hiddenWords(isClosedToVotes(attempt)).toLowerCase()}`].join(', ')
  }
  const others = Object.values(votes.counts).reduce((sum, count) => sum + count, 0) - mine.length
  const theirs = others > 0 ? [`${others} ${mine.length > 0 ? 'other ' : ''}${others === 1 ? 'vote' : 'votes'}`] : []
  return [...mine, ...theirs].join(', ') || 'no votes'
}
