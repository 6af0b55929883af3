'use client'

import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useSWRConfig } from 'swr'
import type { StatusOutcome } from '@/lib/status/outcome'
import { fetchJson } from '../fetch-json'
import { kept } from '../kept'
import { memberKey } from '../kept-keys'
import { useFlushing } from '../outbox/use-flushing'
import { swrKeys } from '../swr-keys'
import { loadEarly } from '../ui/load-early'
import { useLoaded } from '../ui/use-loaded'
import { useUndoKey } from '../use-undo-key'
import { shownStatus, type ShownStatus, type StatusOfRow } from './shown-status'
import { NO_STATUS_NEWS } from './status-news'
import { StatusOutbox } from './status-outbox'
import type { UnsentStatus } from './unsent-status'

/** `outbox` is null on the server; `maySet` whether this member decides. */
type Statuses = { outbox: StatusOutbox | null; maySet: boolean }

const never = () => () => {}
const loadNotice = () => import('./status-notice').then(({ StatusNotice }) => StatusNotice)

const StatusContext = createContext<Statuses>({ outbox: null, maySet: false })

type Props = { memberId: string; maySet: boolean; children: ReactNode }

/** The statuses that this member sets, on whatever page they are, and what became of them. */
export function StatusProvider({ memberId, maySet, children }: Props) {
  const { mutate } = useSWRConfig()
  const outbox = useMemo(() => {
    if (typeof window === 'undefined') return null
    const onSettled = (interviewId: string) => void mutate(swrKeys.statuses(interviewId))
    return new StatusOutbox({ key: memberKey('status', memberId), kept, send, takeBack, onSettled })
  }, [memberId, mutate])
  useFlushing(outbox)
  const value = useMemo(() => ({ outbox, maySet }), [outbox, maySet])
  const news = useSyncExternalStore(
    outbox?.onChange ?? never,
    () => outbox?.news() ?? NO_STATUS_NEWS,
    () => NO_STATUS_NEWS,
  )
  // Here, since the script of what names the key may be on its way yet.
  useUndoKey(news.last?.doneAt ?? null, () => void outbox?.undo())
  useEffect(() => loadEarly(loadNotice), [])
  const isNews = news.last !== null || news.conflicts.length > 0 || news.problem !== null
  const [StatusNotice] = useLoaded(loadNotice, isNews)
  return (
    <StatusContext value={value}>
      {children}
      {outbox && isNews && StatusNotice && <StatusNotice outbox={outbox} news={news} />}
    </StatusContext>
  )
}

export function useStatuses(): Statuses {
  return useContext(StatusContext)
}

/** Drawn anew when that of this row changes, and not when another's does. */
export function useShownStatus(row: StatusOfRow): ShownStatus {
  const { outbox } = useStatuses()
  const subscribe = outbox?.onChange ?? never
  const isChanged = useSyncExternalStore(
    subscribe,
    () => outbox?.waiting(row.id) ?? outbox?.settled(row.id),
    () => undefined,
  )
  return shownStatus(isChanged ? outbox : null, row)
}

/** Of any row; another function whenever one changes. */
export function useShownStatuses(): (row: StatusOfRow) => ShownStatus {
  const { outbox } = useStatuses()
  const changes = useCount(() => outbox?.changes() ?? 0)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- What it reads changes with that number.
  return useMemo(() => (row: StatusOfRow) => shownStatus(outbox, row), [outbox, changes])
}

/** Another number whenever the server has changed a status for this tab. */
export function useSettledChanges(): number {
  const { outbox } = useStatuses()
  return useCount(() => outbox?.settledChanges() ?? 0)
}

/** How many the server does not have. */
export function useUnsentStatusCount(): number {
  const { outbox } = useStatuses()
  return useCount(() => outbox?.unsentCount() ?? 0)
}

function useCount(count: () => number): number {
  const { outbox } = useStatuses()
  return useSyncExternalStore(outbox?.onChange ?? never, count, () => 0)
}

/** It goes on where the page is left meanwhile. */
async function send(chosen: UnsentStatus[]): Promise<StatusOutcome[]> {
  const { status, reason } = chosen[0] ?? {}
  const interviews = chosen.map(({ interviewId: id, replaces, version }) => ({ id, replaces, version }))
  const body = JSON.stringify({ status, reason, interviews })
  return (await fetchJson<{ results: StatusOutcome[] }>('/api/statuses', { method: 'PUT', body })).results
}

async function takeBack(versions: string[]): Promise<StatusOutcome[]> {
  const body = JSON.stringify({ versions })
  return (await fetchJson<{ results: StatusOutcome[] }>('/api/statuses/undo', { method: 'POST', body })).results
}
