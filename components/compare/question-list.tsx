import type { ComparedQuestion } from '@/lib/compare/compared'

type Props = {
  questions: ComparedQuestion[]
  chosen: string
  /** Of the chosen one: what is rated here and not sent yet counts. */
  rated: number
  onChoose: (key: string) => void
}

/** The questions of a flow, beside the answers where there is room. */
export function QuestionList({ questions, chosen, rated, onChoose }: Props) {
  const retired = questions.findIndex(({ scripted }) => !scripted)
  return (
    <nav aria-label="Questions" className="border-r border-line max-lg:hidden lg:overflow-y-auto print:hidden">
      <ol className="py-2">
        {questions.map((question, index) => (
          <li key={question.key}>
            {index === retired && (
              <p className="px-4 pt-4 pb-1 text-2xs font-medium text-muted lg:px-6">No longer in the script</p>
            )}
            <button
              type="button"
              aria-current={question.key === chosen ? 'true' : undefined}
              className="grid w-full grid-cols-[1.5rem_minmax(0,1fr)] gap-x-1 px-4 py-2 text-left -outline-offset-2 hover:bg-hover aria-[current]:bg-accent-soft/60 lg:pl-6"
              onClick={() => onChoose(question.key)}
            >
              <span className="text-faint numeric">{index + 1}</span>
              <span dir="auto" className="line-clamp-2">
                {question.text}
              </span>
              <span className="col-start-2 text-xs text-muted numeric">
                {countsOf(question, question.key === chosen ? rated : question.rated)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function countsOf({ asked, answered }: ComparedQuestion, rated: number): string {
  if (asked === 0) return 'asked nobody yet'
  return answered === 0 ? 'nobody answered' : `${rated} of ${answered} rated`
}
