import { SCORE_NAMES } from '@/lib/assessment/scores'
import type { Finalist } from '@/lib/compare/side-by-side'
import { memberLabel } from '@/lib/members/member'
import { ScoreMeter } from '../../score-meter'
import { SCORE_LABELS } from '../../score-names'
import { HiddenOverridesWords } from '../../validity/hidden-overrides'
import { OverrideLine } from '../../validity/override-line'
import { hiddenWords } from '../../votes/vote-words'

type Props = Pick<Finalist, 'assessment' | 'invalid' | 'invalidReason' | 'overrides' | 'votes'>

/** Ribbon's scores, each in the same place in every column, with what members hold against them and against the interview. */
export function FinalistScores({ assessment, invalid, invalidReason, overrides, votes }: Props) {
  const isClosed = invalid !== null
  return (
    <>
      {invalid && invalidReason !== null && (
        <p className="mb-2 text-xs wrap-anywhere whitespace-pre-line text-muted">
          <bdi>{memberLabel(invalid.by)}</bdi> says this is <span className="text-warn">invalid</span>:{' '}
          {typeof invalidReason === 'string' ? (
            <span dir="auto">{invalidReason}</span>
          ) : (
            `reason ${hiddenWords(isClosed).toLowerCase()}`
          )}
        </p>
      )}
      {assessment.is === 'shown' ? (
        <>
          <ShownScores assessment={assessment} overrides={overrides} />
          {'others' in votes && <HiddenOverridesWords isClosed={isClosed} />}
        </>
      ) : (
        <>
          <p className="text-muted">{hiddenWords(isClosed)}</p>
          {overrides.map((override) => (
            <OverrideLine key={override.score} override={override} about={SCORE_LABELS[override.score]} />
          ))}
        </>
      )}
    </>
  )
}

type Shown = Pick<Props, 'overrides'> & { assessment: Extract<Finalist['assessment'], { is: 'shown' }> }

function ShownScores({ assessment: { generalScore, scores }, overrides }: Shown) {
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
          {overrides.map(
            (override) =>
              override.score === name && (
                <dd key={override.by.id} className="col-span-2 pl-2">
                  <OverrideLine override={override} />
                </dd>
              ),
          )}
        </div>
      ))}
    </dl>
  )
}
