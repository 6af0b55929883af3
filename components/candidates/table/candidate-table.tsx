import { useDeferredValue, useMemo, useRef, type CSSProperties } from 'react'
import { isMore } from '@/lib/interviews/list/counted'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { useIsWide } from '../../ui/use-is-wide'
import { useVisitedRow } from '../place/use-visited-row'
import { ListPage } from './list-page'
import style from './candidate-row.module.css'
import { ColumnHeader } from './column-header'
import { columnLayout, shownColumns } from './columns'
import type { LoadedList } from './loaded-list'
import { ordinalsOf } from './ordinals'
import { RowsByStatus } from './rows-by-status'
import { useDrawnRows } from './use-drawn-rows'

type Props = {
  list: LoadedList
  columns: SortKey[]
  sort: Sort
  search: string
  now: number
  /** Whether all is there that its reader had come to. */
  isInPlace: boolean
  onSort: (sort: Sort) => void
}

/** As ARIA says that there are more rows than are counted. */
const UNKNOWN = -1

export function CandidateTable({ list, columns, sort, search, now, isInPlace, onSort }: Props) {
  const [usual, dense] = [columnLayout(columns, 'usual'), columnLayout(columns, 'dense')]
  const drawn = useDrawnRows()
  const isWide = useDeferredValue(useIsWide())
  const shown = { drawn, isWide, columns, search, now }
  const table = useRef<HTMLTableElement>(null)
  useVisitedRow(table, search, isInPlace && drawn === Infinity)
  const ordinals = useMemo(() => ordinalsOf(list.pages), [list.pages])
  return (
    <table
      ref={table}
      className={style.table}
      style={
        {
          ...{ '--usual-columns': usual.template, '--usual-least': `${usual.least}px` },
          ...{ '--dense-columns': dense.template, '--dense-least': `${dense.least}px` },
        } as CSSProperties
      }
      aria-rowcount={isMore(list.total) ? UNKNOWN : list.total + 1}
    >
      <caption className="sr-only">Interviews, one a row</caption>
      <thead className={style.head}>
        <tr>
          {shownColumns(columns).map(({ name, label }) => (
            <ColumnHeader key={name} label={label} sortKey={name} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {sort.key === 'status' ? (
        <RowsByStatus list={list} ordinals={ordinals} descending={sort.descending} {...shown} />
      ) : (
        list.pages.map((page, index) => (
          // A page keeps its place among the others for as long as the list is not read anew.
          <ListPage key={index} page={page} ordinals={ordinals[index] ?? ''} {...shown} />
        ))
      )}
    </table>
  )
}
