type Props = { score: number | null; digits?: number }

/** A score out of 5 as a number and a bar in one hue; a missing one is –. */
export function ScoreMeter({ score, digits = 1 }: Props) {
  if (score === null) return <span className="text-faint">–</span>
  return (
    <span className="inline-flex items-center gap-2">
      <span className="w-6 text-right font-medium numeric">{score.toFixed(digits)}</span>
      <span
        aria-hidden="true"
        className="h-1.5 w-14 rounded-full"
        style={{
          background: `linear-gradient(to right, var(--color-accent) ${score * 20}%, var(--color-line) ${score * 20}%)`,
        }}
      />
    </span>
  )
}
