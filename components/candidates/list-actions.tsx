import type { ReactNode } from 'react'
import type { Sort, SortKey } from '@/lib/interviews/list/sort'
import { Button } from '../ui/button'
import { ByStatus } from './table/by-status-button'
import { ColumnChooser } from './table/column-chooser'
import { SortMenu } from './table/sort-menu'

type Props = {
  sort: Sort
  onSort: (sort: Sort) => void
  columns: ColumnChoice
  /** Null where nothing can be done with what is ticked. */
  selecting: { is: boolean; toggle: () => void } | null
  /** What else can be done with what is listed. */
  children: ReactNode
}

type ColumnChoice = { shown: SortKey[]; choose: (columns: SortKey[]) => void }

/** How the list is shown and what can be done with all of it. */
export function ListActions({ sort, onSort, columns, selecting, children }: Props) {
  return (
    <>
      {children}
      <ByStatus sort={sort} onSort={onSort} />
      <ColumnChooser columns={columns.shown} onChoose={columns.choose} />
      <SortMenu sort={sort} onSort={onSort} />
      {selecting && (
        <Button
          look="quiet"
          size="small"
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent-strong lg:hidden"
          aria-pressed={selecting.is}
          onClick={selecting.toggle}
        >
          Select
        </Button>
      )}
    </>
  )
}
