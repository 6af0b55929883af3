import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Interview } from '@/lib/interviews/interview'
import type { Neighbours } from '@/lib/interviews/list/list'
import { guarded } from '../guarded'
import { candidateLabel, flowLabel } from '../candidates/identity/candidate-label'
import { mailto } from '../candidates/identity/mailto'
import { walkHome } from '../candidates/place/walk-home'
import { StateLabel } from '../candidates/identity/state-label'
import { StatusButton } from '../status/status-button'
import { InvalidNotice } from '../validity/invalid-notice'
import { InvalidateButton } from '../validity/invalidate-button'
import { AskButton } from '../queue/ask-button'
import { InterviewLength } from '../player/interview-length'
import { TroubleLine } from '../trouble/trouble-line'
import { PageLink } from '../ui/page-link'
import { PagerAlong, WalkAlong } from './walk-along'
import { STEP_CLASS } from './step-class'

type Head = 'id' | 'candidate' | 'flow' | 'state' | 'duration' | 'invalid' | 'status' | 'statusSet' | 'ribbonStatus'

type Props = {
  interview: Pick<Interview, Head>
  neighbours: Neighbours | null
  search: string
  /** What can be done with the candidate. */
  end: ReactNode
}

export const CandidateHeader = guarded(
  'Who this is',
  function CandidateHeader({ interview, neighbours, search, end }: Props) {
    const { id, candidate, flow, state, duration, invalid } = interview
    const label = candidateLabel(candidate)
    const home = walkHome(search)
    return (
      <>
        <header className={HEADER}>
          <WalkAlong id={id} neighbours={neighbours} search={search} />
          <PageLink
            href={home.href}
            aria-label={search ? home.pages : home.label}
            className={`-ml-2 max-sm:ml-0 ${STEP_CLASS}`}
          >
            <ChevronLeft size={14} aria-hidden="true" /> <span className="max-sm:hidden">{home.label}</span>
          </PageLink>
          <PagerAlong neighbours={neighbours} search={search} />
          <h1
            title={label}
            className="text-xl font-semibold tracking-tight wrap-anywhere max-sm:col-start-2 max-sm:row-start-1 max-sm:truncate max-sm:text-base sm:col-span-2 sm:mt-1 sm:line-clamp-2"
          >
            <bdi>{label}</bdi>
          </h1>
        </header>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-4 pt-0.5 pb-3 text-muted max-sm:pt-2 lg:px-6">
          <bdi className="min-w-0 truncate">{flowLabel(flow)}</bdi>
          <StateLabel state={state} />
          {duration !== null && <InterviewLength />}
          <StatusButton row={interview} called={label} />
          {candidate.name && candidate.email && (
            <a href={mailto(candidate.email)} className="min-w-0 truncate leading-6 hover:text-ink hover:underline">
              <bdi>{candidate.email}</bdi>
            </a>
          )}
          {/* Together, where they do not fit beside what the interview is. */}
          <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 empty:hidden">
            {!invalid && state !== 'not_taken' && <InvalidateButton interviewId={id} />}
            {state !== 'not_taken' && (
              <AskButton
                interviewId={id}
                className="min-h-6 hover:text-ink hover:underline max-lg:hidden print:hidden"
              />
            )}
            {end}
          </span>
        </p>
        {invalid && <InvalidNotice interviewId={id} invalid={invalid} />}
        <TroubleLine />
      </>
    )
  },
)

/** On a phone one line, which stays where it is while all the rest scrolls under it. */
const HEADER =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center px-4 pt-3 lg:px-6 max-sm:sticky max-sm:top-0 max-sm:z-20 max-sm:h-11 max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:border-b max-sm:border-line max-sm:bg-canvas max-sm:p-0 max-sm:low:static'
