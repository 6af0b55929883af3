import {
  GENERAL_SCORES,
  LANGUAGE_SCORES,
  SCORE_NAMES,
  type Interview,
  type ScoreName,
} from '@/lib/interviews/interview'
import { RadarPicture } from '../charts/radar-picture'
import { formatDuration } from '../duration'
import { ScoreMeter } from '../score-meter'
import { SCORE_LABELS } from './score-names'

type Props = { interview: Interview; answered: number; asked: number }

/** Ribbon's scores beside what they rest on. */
export function Scores({ interview, answered, asked }: Props) {
  const { scores, generalScore, talk } = interview
  const points = SCORE_NAMES.flatMap((name) => {
    const value = scores[name]
    return value === null ? [] : [{ label: SCORE_LABELS[name], value }]
  })
  const evidence = [
    talk === null ? 'no recorded speech' : `${formatDuration(talk)} of the candidate’s speech`,
    asked > 0 ? `${answered} of ${asked} questions answered` : 'no mapped questions',
  ].join(' and ')

  if (points.length === 0) return <p className="text-muted">Ribbon has given no scores for this interview.</p>
  return (
    <>
      <div className="flex items-baseline gap-2">
        <span className="text-xl font-semibold numeric">{generalScore === null ? '–' : generalScore.toFixed(1)}</span>
        <span className="text-muted">of 5, the mean of the general scores</span>
      </div>
      <p className="mt-1 text-muted">Rests on {evidence}.</p>
      {points.length >= 3 && <RadarPicture points={points} max={5} />}
      <table className="mt-3 w-full">
        <caption className="sr-only">Scores out of 5</caption>
        <ScoreRows title="General" names={GENERAL_SCORES} interview={interview} />
        <ScoreRows title="Language" names={LANGUAGE_SCORES} interview={interview} />
      </table>
    </>
  )
}

type RowsProps = { title: string; names: readonly ScoreName[]; interview: Interview }

function ScoreRows({ title, names, interview }: RowsProps) {
  return (
    <tbody>
      <tr>
        <th scope="colgroup" colSpan={2} className="pt-4 pb-1 text-left text-2xs font-medium text-muted">
          {title}
        </th>
      </tr>
      {names.map((name) => (
        <tr key={name} className="border-b border-line last:border-0">
          <th scope="row" className="h-9 text-left font-normal">
            {SCORE_LABELS[name]}
          </th>
          <td className="text-right">
            <ScoreMeter score={interview.scores[name]} digits={0} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
