import type { Attempt } from '@/lib/attempts/attempt'
import { judgedWords } from './judged-words'

/** Which of its candidate's attempts in the flow this one is; who has judged which on hover. */
export function AttemptNumber({ id, attempts }: { id: string; attempts: Attempt[] }) {
  const number = attempts.findIndex((attempt) => attempt.id === id) + 1
  const judged = attempts.map((attempt, index) => `Attempt ${index + 1}: ${judgedWords(attempt)}`)
  return (
    <span data-attempt="" title={judged.join('\n')}>
      Attempt {number} of {attempts.length}
    </span>
  )
}
