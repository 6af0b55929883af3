import type { CSSProperties } from 'react'

import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { ListPage } from './list-page'
import style from './candidate-row.module.css'
import { ColumnHeader } from './column-header'
import { columnLayout, shownColumns } from './columns'
import type { LoadedList } from './loaded-list'

type Props = {
  list: LoadedList
  columns: SortKey[]
  sort: Sort
  search: string
  now: number
  onSort: (sort: Sort) => void
}

export function CandidateTable({ list, columns, sort, search, now, onSort }: Props) {
  const { template, least } = columnLayout(columns)
  return (
    <table
      className={style.table}
      style={{ '--columns': template, '--least': `${least}px` } as CSSProperties}
      aria-rowcount={list.total + 1}
    >
      <caption className="sr-only">Interviews, one a row</caption>
      <thead className={style.head}>
        <tr>
          {shownColumns(columns).map(({ name, label }) => (
            <ColumnHeader key={name} label={label} sortKey={name} sort={sort} onSort={onSort} className={style[name]} />
          ))}
        </tr>
      </thead>
      {list.pages.map((page, index) => (
        // A page keeps its place among the others for as long as the list is not read anew.
        <ListPage key={index} page={page} columns={columns} search={search} now={now} />
      ))}
    </table>
  )
}
