import { shownStatus } from '../../status/shown-status'
import { useStatuses } from '../../status/status-context'
import type { LoadedList } from '../table/loaded-list'
import { targetOf } from './target-of'

/** Shortlists those of these that are not yet. */
export function useShortlisting({ pages }: LoadedList): (ids: string[]) => void {
  const { outbox } = useStatuses()
  return (ids) => {
    const wanted = new Set(ids)
    const targets = pages
      .flatMap(({ items }) => items.filter(({ id }) => wanted.has(id)))
      .map((row) => targetOf(row, shownStatus(outbox, row)))
      .filter(({ status }) => status !== 'shortlisted')
    outbox?.choose(
      targets.map(({ id: interviewId, called, version: replaces, status: before }) => {
        return { interviewId, called, status: 'shortlisted', reason: null, replaces, before }
      }),
    )
  }
}
