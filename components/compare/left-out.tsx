import type { ComparedAnswer } from '@/lib/compare/compared'

/** Where so much was said that its words did not come, and where these may name somebody, its sound neither. */
export function LeftOut({ answer: { recording, plays } }: { answer: Pick<ComparedAnswer, 'recording' | 'plays'> }) {
  const isUnheard = recording !== null && plays.everything.length === 0
  return (
    <p className="mt-1 text-muted">
      This answer is too long to be shown beside the others. Open “By question” to read {isUnheard && 'and hear '}it.
    </p>
  )
}
