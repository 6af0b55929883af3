import { Play } from 'lucide-react'
import type { Moment } from '@/lib/search/moment'
import { formatDuration } from '../duration'
import { candidatePath } from './candidate-path'
import { markedPieces } from './marked-pieces'
import style from './moments.module.css'

type Props = { interviewId: string; moments: Moment[]; search: string }

/** Where the searched words fall; each plays from its very word. */
export function Moments({ interviewId, moments, search }: Props) {
  return (
    <ul className={style.moments}>
      {moments.map((moment) => (
        <li key={`${moment.segment} ${moment.start}`}>
          <a href={candidatePath(interviewId, search, moment.start)}>
            <span className={style.time}>
              <Play size={9} fill="currentColor" aria-hidden="true" />
              {formatDuration(moment.start)}
            </span>
            <span className={style.speaker}>{moment.speaker === 'agent' ? 'Agent' : 'Candidate'}</span>
            <q dir="auto">
              {markedPieces(moment).map(({ text, isMatch, from }) =>
                isMatch ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
              )}
            </q>
          </a>
        </li>
      ))}
    </ul>
  )
}
