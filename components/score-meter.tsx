import type { CSSProperties } from 'react'

type Props = { score: number | null; digits?: number }

/** A score out of 5 as a number and five steps, one hue that deepens with the score; a missing one is –. */
export function ScoreMeter({ score, digits = 1 }: Props) {
  if (score === null) return <span className="text-faint">–</span>
  return (
    <span className="score-meter" style={scoreSteps(score)}>
      {score.toFixed(digits)}
    </span>
  )
}

/** How far its steps are filled, for what has the class `score-meter`. */
export function scoreSteps(score: number): CSSProperties {
  return { '--score': score.toFixed(1) } as CSSProperties
}
