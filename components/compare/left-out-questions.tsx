import type { ComparedQuestion } from '@/lib/compare/compared'

type Props = { count: number; questions: ComparedQuestion[] }

/** Of questions that the script has no longer there may be more than anybody compares. */
export function LeftOutQuestions({ count, questions }: Props) {
  const shown = questions.filter(({ scripted }) => !scripted).length
  return (
    <p className="border-b border-line px-4 py-1.5 text-xs text-muted numeric lg:px-6">
      Of the questions that are not in today’s script, the {shown} that were asked most are here and {count}{' '}
      {count === 1 ? 'other is' : 'others are'} not. Each candidate’s page has all of theirs.
    </p>
  )
}
