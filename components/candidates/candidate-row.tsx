import Link from 'next/link'
import type { InterviewRow } from '@/lib/interviews/interview'
import { formatDuration } from '../duration'
import { ScoreMeter } from '../score-meter'
import { TimeAgo } from '../time-ago'
import { candidateLabel } from './candidate-label'
import style from './candidate-row.module.css'
import { StateLabel } from './state-label'

type Props = { row: InterviewRow; search: string; now: number }

/** The link in the first cell covers the whole row; on a narrow screen the row becomes two lines. */
export function CandidateRow({ row, search, now }: Props) {
  const { candidate, flow } = row
  const label = candidateLabel(candidate)
  return (
    <tr className={style.row}>
      <td className={style.candidate}>
        <Link
          href={`/candidates/${encodeURIComponent(row.id)}${search && `?${search}`}`}
          prefetch={false}
          dir="auto"
          title={label}
          data-unnamed={candidate.name ? undefined : ''}
        >
          {label}
        </Link>
        {candidate.name && candidate.email && <span title={candidate.email}>{candidate.email}</span>}
      </td>
      <td className={style.flow} dir="auto" title={flow.title ?? undefined}>
        {flow.title ?? 'Flow no longer in Ribbon'}
      </td>
      <td className={style.state}>
        <StateLabel state={row.state} />
      </td>
      <td className={style.score}>
        <ScoreMeter score={row.generalScore} />
      </td>
      <td className={style.talk}>{formatDuration(row.talk)}</td>
      <td className={style.length}>{formatDuration(row.duration)}</td>
      <td className={style.seen}>
        <TimeAgo at={row.firstSeenAt} now={now} />
      </td>
    </tr>
  )
}
