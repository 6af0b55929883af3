'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import type { InterviewRow } from '@/lib/interviews/interview'
import { useShownStatuses } from '../../status/status-context'
import { StatusMenu } from '../../status/status-menu'
import type { LoadedList } from '../table/loaded-list'
import { targetOf } from './target-of'

type Props = { area: RefObject<HTMLElement | null>; list: LoadedList }

/** One menu for the statuses of all rows: hundreds of them would cost the page as much as the rest of their rows. */
export function RowStatusMenu({ area, list }: Props) {
  const anchor = useRef<HTMLElement>(null)
  const [id, setId] = useState<string | null>(null)
  const shown = useShownStatuses()
  useEffect(() => {
    const list = area.current
    const open = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-status-of]') : null
      if (!button) return
      anchor.current = button
      setId((open) => (open === button.dataset.statusOf ? null : (button.dataset.statusOf ?? null)))
    }
    list?.addEventListener('click', open)
    return () => list?.removeEventListener('click', open)
  }, [area])
  const row = id === null ? undefined : findRow(list, id)
  return (
    <StatusMenu
      anchor={anchor}
      targets={row ? [targetOf(row, shown(row))] : []}
      flowId={row?.flow.id ?? null}
      open={row !== undefined}
      onClose={() => setId(null)}
    />
  )
}

function findRow({ pages }: LoadedList, id: string): InterviewRow | undefined {
  for (const { items } of pages) {
    const found = items.find((row) => row.id === id)
    if (found) return found
  }
  return undefined
}
