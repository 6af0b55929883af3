import { Play } from 'lucide-react'
import type { Marked, SearchHit } from '@/lib/search/search-hit'
import { formatDuration } from '../../duration'
import { attempted, nothing } from '../../guarded'
import { candidatePath } from '../identity/candidate-path'
import { MarkedText } from './marked-text'
import style from './moments.module.css'

/** A text that is no part of the talk; `from` says where it stands. */
export type Line = Marked & { from: string }

type Props = { interviewId: string; moments: SearchHit[]; lines: Line[]; search: string }

/** Where the searched words fall: in the talk each plays from its very word. */
export const Moments = attempted<Props>(function Moments({ interviewId, moments, lines, search }) {
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
              <MarkedText text={moment.text} matches={moment.matches} />
            </q>
          </a>
        </li>
      ))}
      {lines.map(({ from, text, matches }) => (
        <li key={from}>
          <a href={candidatePath(interviewId, search)}>
            <span className={style.from}>{from}</span>
            <span dir="auto" className={style.text}>
              <MarkedText text={text} matches={matches} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}, nothing)
