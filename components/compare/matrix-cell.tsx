import type { MatrixCell } from '@/lib/compare/matrix'
import { formatDuration } from '../duration'
import style from './matrix-cell.module.css'
import { FILLS } from './rating-scale'

const SILENT = {
  invalid: 'invalid',
  not_asked: 'not asked',
  not_answered: 'no answer',
  not_matched: 'not matched',
} as const

/** Seconds of an answer and what its reader gave; never empty. */
export function CellFacts({ cell, plays }: { cell: MatrixCell; plays: boolean }) {
  const { state, seconds, rating } = cell
  if (state !== 'answered' && state !== 'cut_off') {
    return <span className="text-xs text-faint">{SILENT[state]}</span>
  }
  return (
    <span className="flex items-center justify-between gap-1.5 numeric">
      <span className={plays ? style.plays : undefined}>
        {formatDuration(seconds)}
        {(state === 'cut_off' || !plays) && (
          <span className="block text-2xs leading-3 text-faint">{state === 'cut_off' ? 'cut off' : 'text only'}</span>
        )}
      </span>
      {rating !== null && (
        <span className={`flex size-6 items-center justify-center rounded font-semibold ${FILLS[rating]}`}>
          <span className="sr-only">, rated </span>
          {rating}
        </span>
      )}
    </span>
  )
}
