import { memo } from 'react'
import { cellAt, type MatrixRow } from '@/lib/compare/matrix'
import { comparedLabel } from './answer-label'
import { FinalistPick } from './finalist-pick'
import { CellFacts } from './matrix-cell'

/** Without the line below, which `MatrixView` counts too. */
const HEIGHT = 'h-10 pointer-coarse:h-11'

type Props = {
  row: MatrixRow
  /** How many questions there are. */
  columns: number
  /** Among all rows as they are sorted. */
  index: number
  /** The column whose cell Tab reaches, and the one that plays; null for none of this row. */
  tabStop: number | null
  playing: number | null
  picked: string[]
  onPick: (ids: string[]) => void
}

/** A candidate's answers. While the matrix is scrolled a line that stays is not drawn anew; what its cells do the table hears. */
export const MatrixLine = memo(function MatrixLine({ row, columns, index, tabStop, playing, picked, onPick }: Props) {
  const { interview, candidate, plays } = row
  const label = comparedLabel(candidate)
  return (
    <tr aria-rowindex={index + 2} className={HEIGHT}>
      <th
        scope="row"
        className="sticky left-0 z-[5] max-w-56 truncate border-r border-b border-line bg-canvas px-4 text-left font-medium max-sm:max-w-36 lg:pl-6"
        title={label}
      >
        <FinalistPick interview={interview} label={label} picked={picked} onPick={onPick} />
      </th>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} className={`${HEIGHT} border-b border-line p-0`}>
          <button
            type="button"
            data-cell={column}
            data-row={index}
            tabIndex={column === tabStop ? 0 : -1}
            aria-pressed={column === playing}
            className={`block ${HEIGHT} w-full px-2 text-left -outline-offset-2 hover:bg-hover aria-pressed:bg-accent-soft`}
          >
            <CellFacts cell={cellAt(row, column)} plays={plays} />
          </button>
        </td>
      ))}
    </tr>
  )
})
