import Link from 'next/link'
import type { InterviewRow } from '@/lib/interviews/interview'
import { formatDuration } from '../duration'
import { ScoreMeter } from '../score-meter'
import { TimeAgo } from '../time-ago'
import { candidateLabel } from './candidate-label'
import { StateLabel } from './state-label'

type Props = { row: InterviewRow; search: string; now: number }

/** The link in the first cell covers the whole row; on a narrow screen the row becomes two lines. */
export function CandidateRow({ row, search, now }: Props) {
  const label = candidateLabel(row.candidate)
  return (
    <tr className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-4 py-2 focus-within:bg-hover hover:bg-hover lg:col-span-full lg:h-10 lg:grid-cols-subgrid lg:gap-x-4 lg:px-6 lg:py-0">
      <td className="flex min-w-0 items-baseline gap-2">
        <Link
          href={`/candidates/${encodeURIComponent(row.id)}${search && `?${search}`}`}
          prefetch={false}
          dir="auto"
          title={label}
          className={`max-w-full truncate text-sm font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent ${row.candidate.name ? 'text-ink' : 'text-muted'}`}
        >
          {label}
        </Link>
        {row.candidate.name && row.candidate.email && (
          <span className="hidden min-w-12 truncate text-xs text-faint lg:inline" title={row.candidate.email}>
            {row.candidate.email}
          </span>
        )}
      </td>
      <td
        dir="auto"
        className="order-3 truncate text-xs text-muted lg:order-none lg:text-sm"
        title={row.flow.title ?? undefined}
      >
        {row.flow.title ?? 'Flow no longer in Ribbon'}
      </td>
      <td className="order-4 text-right text-xs lg:order-none lg:text-left lg:text-sm">
        <StateLabel state={row.state} />
      </td>
      <td className="text-right lg:text-left">
        <ScoreMeter score={row.generalScore} />
      </td>
      <td className="hidden text-muted numeric lg:block">
        {formatDuration(row.talk)}
        <span className="text-faint"> / {formatDuration(row.duration)}</span>
      </td>
      <td className="hidden text-right text-muted numeric lg:block">
        <TimeAgo at={row.firstSeenAt} now={now} />
      </td>
    </tr>
  )
}
