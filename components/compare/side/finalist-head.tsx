import { X } from '../../ui/icons'
import { isRatable } from '@/lib/compare/answer-state'
import type { Finalist, QuestionWithScale } from '@/lib/compare/side-by-side'
import { statusWord } from '@/lib/interviews/status'
import { candidatePath } from '../../candidates/identity/candidate-path'
import { IconButton } from '../../ui/icon-button'
import { PageLink } from '../../ui/page-link'
import { INVALID_WORDS } from '../../validity/invalid-words'
import { comparedLabel } from '../answer-label'
import { useRatings } from '../ratings-context'
import { shownRating } from '../shown-ratings'

type Props = { finalist: Finalist; questions: QuestionWithScale[]; onRemove: () => void }

/** Above a column, however far one has scrolled: who it is, and how far one is with them. */
export function FinalistHead({ finalist, questions, onRemove }: Props) {
  const { interview, candidate, status, invalid, answers } = finalist
  const { waiting } = useRatings()
  const label = comparedLabel(candidate)
  const ratable = answers.filter(({ state }) => isRatable(state)).length
  const rated = answers.filter(
    (answer, index) => shownRating(answer, questions[index]?.key ?? '', waiting).rating !== null,
  )
  const ratedWords = ratable === 0 ? 'no answers' : `${rated.length} of ${ratable} rated`
  return (
    <th
      scope="col"
      className="sticky top-0 z-10 h-(--finalists) snap-start border-r border-b border-line bg-canvas px-4 py-2 text-left align-top font-normal last:border-r-0 lg:first:pl-6 print:static"
    >
      <span className="flex items-center gap-1">
        <bdi className="min-w-0 flex-1 truncate font-semibold" title={label}>
          {candidate.is === 'named' ? (
            <PageLink
              href={candidatePath(interview, '')}
              className="inline-block max-w-full truncate py-0.5 align-bottom hover:underline"
            >
              {label}
            </PageLink>
          ) : (
            label
          )}
        </bdi>
        <IconButton label={`Leave ${label} out`} className="-mr-2 print:hidden" onClick={onRemove}>
          <X size={14} />
        </IconButton>
      </span>
      <span className="block truncate text-xs text-muted numeric print:whitespace-normal">
        {statusWord(status)} ·{' '}
        {invalid ? (
          <span className="text-warn">marked invalid: {INVALID_WORDS[invalid.cause].toLowerCase()}</span>
        ) : (
          ratedWords
        )}
      </span>
    </th>
  )
}
