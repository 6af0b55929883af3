import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Interview } from '@/lib/interviews/interview'
import type { Neighbours } from '@/lib/interviews/list/list'
import { guarded } from '../guarded'
import { candidateLabel, flowLabel } from '../candidates/identity/candidate-label'
import { candidatePath } from '../candidates/identity/candidate-path'
import { mailto } from '../candidates/identity/mailto'
import { Walk } from '../candidates/place/walk'
import { StateLabel } from '../candidates/identity/state-label'
import { formatDuration } from '../duration'
import { buttonClass } from '../ui/button'
import { PageLink } from '../ui/page-link'

type Props = { interview: Interview; neighbours: Neighbours | null; search: string }

export const CandidateHeader = guarded(
  'Who this is',
  function CandidateHeader({ interview, neighbours, search }: Props) {
    const { candidate, flow, state, duration } = interview
    const label = candidateLabel(candidate)
    const query = search && `?${search}`
    return (
      <header className="border-b border-line px-4 pt-3 pb-3 lg:px-6">
        <Walk id={interview.id} neighbours={neighbours} search={search} />
        <div className="flex items-center justify-between gap-3 print:hidden">
          <PageLink href={`/candidates${query}`} className={`-ml-2 ${buttonClass('quiet', 'small')}`}>
            <ChevronLeft size={14} aria-hidden="true" /> Candidates
          </PageLink>
          {neighbours && (
            <nav aria-label="Candidates of this list" className="flex items-center gap-1">
              <Neighbour id={neighbours.previous} search={search} name="Previous" />
              <span className="px-1 text-xs whitespace-nowrap text-muted numeric">
                {neighbours.position} of {neighbours.total}
              </span>
              <Neighbour id={neighbours.next} search={search} name="Next" />
            </nav>
          )}
        </div>
        <h1 title={label} className="mt-1 line-clamp-2 text-xl font-semibold tracking-tight wrap-anywhere">
          <bdi>{label}</bdi>
        </h1>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted">
          <bdi className="min-w-0 truncate">{flowLabel(flow)}</bdi>
          <StateLabel state={state} />
          {duration !== null && <span className="numeric">{formatDuration(duration)}</span>}
          {candidate.name && candidate.email && (
            <a href={mailto(candidate.email)} className="min-w-0 truncate hover:text-ink hover:underline">
              <bdi>{candidate.email}</bdi>
            </a>
          )}
        </p>
      </header>
    )
  },
)

type NeighbourProps = { id: string | null; search: string; name: 'Previous' | 'Next' }

function Neighbour({ id, search, name }: NeighbourProps) {
  const Arrow = name === 'Previous' ? ChevronLeft : ChevronRight
  const label = `${name} candidate`
  if (id === null) {
    return (
      <span aria-hidden="true" className={`opacity-40 ${buttonClass('quiet', 'small')}`}>
        <Arrow size={14} />
      </span>
    )
  }
  return (
    <PageLink
      href={candidatePath(id, search)}
      aria-label={label}
      title={`${label} (${name === 'Next' ? ']' : '['})`}
      className={buttonClass('quiet', 'small')}
    >
      <Arrow size={14} aria-hidden="true" />
    </PageLink>
  )
}
