import { SCORE_NAMES } from '@/lib/assessment/scores'
import type { Finalist } from '@/lib/compare/side-by-side'
import { ScoreMeter } from '../../score-meter'
import { SCORE_LABELS } from '../../score-names'
import { hiddenWords } from './side-words'

/** Ribbon's scores, each in the same place in every column. */
export function FinalistScores({ assessment, invalid }: Pick<Finalist, 'assessment' | 'invalid'>) {
  if (assessment.is === 'hidden') return <p className="text-muted">{hiddenWords({ invalid })}</p>
  const { generalScore, scores } = assessment
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1">
      <dt className="font-medium">General</dt>
      <dd className="text-right">
        <ScoreMeter score={generalScore} />
      </dd>
      {SCORE_NAMES.map((name) => (
        <div key={name} className="contents text-xs text-muted">
          <dt>{SCORE_LABELS[name]}</dt>
          <dd className="text-right numeric">{scores[name]?.toFixed(1) ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
