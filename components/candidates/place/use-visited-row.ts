import { useEffect, type RefObject } from 'react'
import { candidatePath } from '../identity/candidate-path'
import { takeVisited } from './kept-places'

/** Whoever comes back from a candidate, perhaps after walking on to others, stands on the row of the last one. */
export function useVisitedRow(list: RefObject<HTMLElement | null>, search: string, isRead: boolean) {
  useEffect(() => {
    const id = isRead ? takeVisited(search) : null
    const path = id !== null && candidatePath(id, search)
    const link = path && list.current?.querySelector<HTMLAnchorElement>(`tbody a[href="${CSS.escape(path)}"]`)
    if (!link) return
    link.focus({ preventScroll: true })
    link.scrollIntoView({ block: 'nearest' })
  }, [list, search, isRead])
}
