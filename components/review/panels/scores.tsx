'use client'

import type { Evidence } from '@/lib/assessment/evidence'
import { isThin } from '@/lib/assessment/evidence-shown'
import type { Interview, ScoreVersion } from '@/lib/interviews/interview'
import { GENERAL_SCORES, LANGUAGE_SCORES, SCORE_NAMES, type ScoreName, type Scores } from '@/lib/assessment/scores'
import { guarded } from '../../guarded'
import { RadarPicture } from '../../charts/radar-picture'
import { NotDrawn } from '../../not-drawn'
import { ScoreMeter } from '../../score-meter'
import { HiddenUntilVote } from '../../votes/hidden-until-vote'
import { EvidenceTable } from './evidence-table'
import { FormerScores } from './former-scores'
import { SCORE_LABELS } from '../../score-names'
import { HiddenOverrides } from '../../validity/hidden-overrides'
import { ScoreOverrides } from '../../validity/score-overrides'
import { ThinEvidence } from './thin-evidence'

/** `evidence` is null where what was said cannot be read. */
type Props = {
  interview: Pick<Interview, 'id' | 'assessment'>
  evidence: Evidence | null
  formerScores: ScoreVersion[]
}

/** Ribbon's scores beside what they rest on, which comes first where it is little. Of the client: the page's data has figures instead of rows. */
export const ScoresPanel = guarded('The scores', function ScoresPanel({ interview, evidence, formerScores }: Props) {
  const { assessment } = interview
  const rests = evidence ? <EvidenceTable evidence={evidence} /> : <NotDrawn name="What the scores rest on" />
  if (assessment.is === 'hidden') {
    return (
      <>
        <HiddenUntilVote />
        {rests}
      </>
    )
  }

  const { scores, generalScore } = assessment
  const points = SCORE_NAMES.flatMap((name) => {
    const value = scores[name]
    return value === null ? [] : [{ label: SCORE_LABELS[name], value }]
  })
  const former = <FormerScores scores={scores} versions={formerScores} />
  if (points.length === 0) {
    return (
      <>
        <p className="text-muted">Ribbon has given no scores for this interview.</p>
        {former}
        {rests}
      </>
    )
  }
  return (
    <>
      {evidence && isThin(evidence) && <ThinEvidence evidence={evidence} />}
      <div className="flex items-baseline gap-2">
        <span className="text-xl font-semibold numeric">{generalScore === null ? '–' : generalScore.toFixed(1)}</span>
        <span className="text-muted">of 5, the mean of the general scores</span>
      </div>
      {points.length >= 3 && <RadarPicture points={points} max={5} />}
      <table className="mt-3 w-full">
        <caption className="sr-only">Scores out of 5</caption>
        <ScoreRows title="General" names={GENERAL_SCORES} scores={scores} interviewId={interview.id} />
        <ScoreRows title="Language" names={LANGUAGE_SCORES} scores={scores} interviewId={interview.id} />
      </table>
      <HiddenOverrides />
      {former}
      {rests}
    </>
  )
})

type RowsProps = { title: string; names: readonly ScoreName[]; scores: Scores; interviewId: string }

function ScoreRows({ title, names, scores, interviewId }: RowsProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className="pt-4 pb-1 text-left text-2xs font-medium text-muted">
          {title}
        </th>
      </tr>
      {names.map((name) => (
        <tr key={name} className="group figures">
          <th scope="row" className="py-1 pr-2">
            <span className="mr-2">{SCORE_LABELS[name]}</span>
            {scores[name] !== null && <ScoreOverrides interviewId={interviewId} score={name} />}
          </th>
          <td>
            <ScoreMeter score={scores[name]} digits={Number.isInteger(scores[name]) ? 0 : 1} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
