import type { ScoreVersion } from '@/lib/interviews/interview'
import { SCORE_NAMES, type ScoreName, type Scores } from '@/lib/assessment/scores'
import { guarded } from '../../guarded'
import { Day } from '../../day'
import { SCORE_LABELS } from '../../score-names'

/** `versions` are the newest first. */
type Props = { scores: Scores; versions: ScoreVersion[] }

/** When Ribbon changed its scores, and what they were; nothing where it changed the summary alone. */
export const FormerScores = guarded('What the scores were before', function FormerScores({ scores, versions }: Props) {
  const changes = versions.flatMap((version, index) => {
    const after = versions[index - 1]?.scores ?? scores
    const changed = SCORE_NAMES.filter((name) => version.scores[name] !== after[name])
    return changed.length === 0 ? [] : [{ ...version, changed }]
  })
  if (changes.length === 0) return null
  return (
    <ul aria-label="Former scores" className="mt-4 space-y-1 text-xs text-muted numeric">
      {changes.map((change) => (
        <li key={change.replacedAt}>
          Scores changed on <Day at={change.replacedAt} /> by Ribbon; before: {formerly(change)}
        </li>
      ))}
    </ul>
  )
})

function formerly({ generalScore, scores, changed }: ScoreVersion & { changed: ScoreName[] }) {
  const each = changed.map((name) => `${SCORE_LABELS[name]} ${scores[name] ?? '–'}`).join(', ')
  return generalScore === null ? each : `${generalScore.toFixed(1)} (${each})`
}
