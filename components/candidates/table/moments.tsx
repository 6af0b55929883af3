import { PlaySolid } from '../../ui/icons'
import type { Marked, SearchHit } from '@/lib/search/search-hit'
import { formatDuration } from '../../duration'
import { attempted, nothing } from '../../guarded'
import { candidatePath } from '../identity/candidate-path'
import { MarkedText } from './marked-text'
import style from './moments.module.css'

/** A text that is no part of the talk; `from` says where it stands, `note` is its id where that is a note. */
export type Line = Marked & { from: string; note?: string }

type Props = {
  interviewId: string
  /** How its links are told from those of other interviews. */
  called: string
  /** Whether a moment can be played. */
  plays: boolean
  moments: SearchHit[]
  lines: Line[]
  search: string
}

/** Where the searched words fall: in the talk each plays from its very word, where there is a recording. */
export const Moments = attempted<Props>(function Moments({ interviewId, called, plays, moments, lines, search }) {
  return (
    <ul className={style.moments}>
      {moments.map((moment) => (
        <li key={`${moment.segment} ${moment.start}`}>
          <a href={candidatePath(interviewId, search, moment.start)} data-plays={plays ? interviewId : undefined}>
            <span className="sr-only">{called}: </span>
            <span className={style.time}>
              {plays && <PlaySolid size={9} role="img" aria-label="Play" />}
              {formatDuration(moment.start)}
            </span>
            <span className={style.speaker}>{moment.speaker === 'agent' ? 'Agent' : 'Candidate'}</span>
            <q dir="auto">
              <MarkedText text={moment.text} matches={moment.matches} />
            </q>
          </a>
        </li>
      ))}
      {lines.map(({ from, text, matches, note }) => (
        <li key={note ?? from}>
          <a href={`${candidatePath(interviewId, search)}${note ? `#note-${note}` : ''}`} data-note={note && ''}>
            <span className="sr-only">{called}: </span>
            <bdi className={style.from} title={note && from}>
              {from}
            </bdi>
            <span dir="auto" className={style.text}>
              <MarkedText text={text} matches={matches} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}, nothing)
