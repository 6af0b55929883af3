import { RATINGS, type Rating } from '@/lib/compare/rating'
import { Button } from '../ui/button'

type Props = {
  /** Whose answer is rated, as it goes on from “Rate”. */
  label: string
  rating: Rating | null
  isUnsent: boolean
  onRate: (rating: Rating) => void
}

/** From 1 to 5, by key or finger: what is chosen is filled, as deep as it is high. */
export function RatingScale({ label, rating, isUnsent, onRate }: Props) {
  return (
    <div role="group" aria-label={`Rate ${label}`} className="flex items-center gap-1">
      {isUnsent && (
        <span title="Not sent yet: it is kept here" className="mr-1 size-2 shrink-0 rounded-full bg-warn">
          <span className="sr-only">Not sent yet: it is kept here.</span>
        </span>
      )}
      {RATINGS.map((value) => (
        <Button
          key={value}
          look="quiet"
          size="small"
          aria-pressed={value === rating}
          aria-label={`${value} of 5`}
          className={`w-9 border border-edge text-ink numeric max-lg:h-12 max-lg:flex-1 ${value === rating ? `font-semibold ${FILLS[value]}` : ''}`}
          onClick={() => onRate(value)}
        >
          {value}
        </Button>
      ))}
    </div>
  )
}

/** One hue that deepens with the rating. */
export const FILLS: Record<Rating, string> = {
  1: 'bg-[color-mix(in_oklch,var(--color-accent)_14%,var(--color-canvas))]',
  2: 'bg-[color-mix(in_oklch,var(--color-accent)_26%,var(--color-canvas))]',
  3: 'bg-[color-mix(in_oklch,var(--color-accent)_40%,var(--color-canvas))]',
  4: 'bg-accent text-on-accent hover:bg-accent hover:text-on-accent',
  5: 'bg-accent-strong text-on-accent hover:bg-accent-strong hover:text-on-accent',
}
