import type { Attempt } from '@/lib/attempts/attempt'
import { judgedWords } from './judged-words'

/** Which of its candidate's attempts in the flow this one is; who has judged which on hover. */
export function AttemptNumber({ id, attempts }: { id: string; attempts: Attempt[] }) {
  const here = attempts.find((attempt) => attempt.id === id)
  const judged = attempts.map((attempt) => `Attempt ${attempt.number}: ${judgedWords(attempt)}`)
  return (
    <span data-attempt="" title={judged.join('\n')}>
      Attempt {here?.number} of {here?.total}
    </span>
  )
}
