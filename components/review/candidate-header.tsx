import { ChevronLeft } from '../ui/icons'
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
        <div className={HEAD}>
          <header className={TITLE}>
            <WalkAlong id={id} neighbours={neighbours} search={search} />
            <PageLink
              href={home.href}
              aria-label={search ? home.pages : home.label}
              className={`-ml-2 max-sm:ml-0 ${STEP_CLASS}`}
            >
              <ChevronLeft size={14} /> <span className="max-sm:hidden">{home.label}</span>
            </PageLink>
            <PagerAlong neighbours={neighbours} search={search} />
            <h1
              title={label}
              className="text-xl font-semibold tracking-tight wrap-anywhere max-sm:col-start-2 max-sm:row-start-1 max-sm:mr-4 max-sm:truncate max-sm:text-base sm:col-span-full sm:row-start-2 sm:mt-1 sm:line-clamp-2"
            >
              <bdi>{label}</bdi>
            </h1>
          </header>
          <div className={FACTS}>
            <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 max-lg:contents lg:col-span-full lg:row-start-3">
              <bdi className="min-w-0 truncate">{flowLabel(flow)}</bdi>
              <StateLabel state={state} />
              {duration !== null && <InterviewLength />}
              <StatusButton row={interview} called={label} />
              {candidate.name && candidate.email && (
                <a href={mailto(candidate.email)} className="min-w-0 truncate leading-6 hover:text-ink hover:underline">
                  <bdi>{candidate.email}</bdi>
                </a>
              )}
            </p>
            <div className="-mx-2 flex flex-wrap items-center gap-x-1 empty:hidden lg:col-start-2 lg:row-start-1 lg:mr-2 lg:justify-end lg:max-xl:[&_.icon]:hidden">
              {!invalid && state !== 'not_taken' && <InvalidateButton interviewId={id} />}
              {state !== 'not_taken' && <AskButton interviewId={id} />}
              {end}
            </div>
          </div>
        </div>
        {invalid && <InvalidNotice interviewId={id} invalid={invalid} />}
        <TroubleLine />
      </>
    )
  },
)

/** Where there is room, what can be done stands above the name; else after what the interview is. */
const HEAD =
  'max-lg:contents lg:grid lg:grid-cols-[auto_minmax(0,1fr)_auto] lg:items-center lg:border-b lg:border-line lg:px-6 lg:pt-3 lg:pb-3'
/** On a phone one line, which stays where it is while all the rest scrolls under it. */
const TITLE =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center px-4 pt-3 max-sm:sticky max-sm:top-0 max-sm:z-20 max-sm:h-11 max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:border-b max-sm:border-line max-sm:bg-canvas max-sm:p-0 lg:contents max-sm:low:static'
const FACTS = 'flex flex-wrap items-center gap-x-3 border-b border-line px-4 pb-2 text-muted max-sm:pt-2 lg:contents'
