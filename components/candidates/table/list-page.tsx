import { memo, type CSSProperties } from 'react'
import type { SortKey } from '@/lib/interviews/list/sort'
import { ownValue } from '../../own-value'
import { GuardedRow } from './guarded-row'
import type { ReadPage } from './loaded-list'
import style from './candidate-row.module.css'

type Props = {
  page: ReadPage
  /** As `ordinalsOf` says them. */
  ordinals: string
  /** Rows that are drawn so far. */
  drawn: number
  isWide: boolean
  columns: SortKey[]
  search: string
  now: number
}

/** The rows that came together: drawn anew only when one of them changes, and laid out only near the screen. */
export const ListPage = memo(function ListPage({ page, ordinals, drawn, ...shown }: Props) {
  const places = ordinals.split(' ')
  const isPart = drawn < page.items.length
  return (
    <tbody
      className={style.page}
      data-part={isPart ? '' : undefined}
      style={{ '--rows': page.items.length } as CSSProperties}
    >
      {page.items.slice(0, drawn).map((row, index) => (
        <GuardedRow
          key={row.id}
          row={row}
          ordinal={Number(places[index])}
          moments={ownValue(page.moments, row.id)}
          reasons={ownValue(page.reasons, row.id)}
          attempts={ownValue(page.attempts, row.id)}
          isAlive={drawn === Infinity}
          {...shown}
        />
      ))}
    </tbody>
  )
})
