import { useEffect, useState } from 'react'
import useSWR from 'swr'
import type { InterviewRow } from '@/lib/interviews/interview'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { nameQuery } from '../name-query'
import { nameAndEmail } from './choices'
import { bestMatches } from './match'
import { recentIds } from './recent'

const TYPING_PAUSE_MS = 60
const MOST = 8

/**
 * The candidates whose name or email has the typed words; while nothing is typed, those who were opened last. While it is
 * settling they are those of before, as far as they match.
 */
export function useFoundCandidates(typed: string) {
  const wanted = typed.trim()
  const settled = usePause(wanted)
  const [recent] = useState(recentIds)
  const search = settled === '' ? recentSearch(recent) : nameSearch(settled)
  const { data, error, isLoading } = useSWR<InterviewPage, Error>(search && swrKeys.found(search), fetchJson, {
    keepPreviousData: true,
    revalidateOnFocus: false,
  })
  const isSettling = settled !== wanted || isLoading
  const found = search === null ? [] : (data?.items ?? [])
  if (isSettling) return { candidates: matching(found, wanted), error, isSettling }
  return { candidates: wanted === '' ? inOrder(found, recent) : found, error, isSettling }
}

function recentSearch(ids: string[]): string | null {
  return ids.length > 0 ? new URLSearchParams({ id: ids.join(','), limit: String(ids.length) }).toString() : null
}

function nameSearch(typed: string): string {
  return new URLSearchParams({ q: nameQuery(typed), limit: String(MOST) }).toString()
}

function matching(rows: InterviewRow[], typed: string): InterviewRow[] {
  const labelled = rows.map((row) => ({ row, label: nameAndEmail(row) }))
  return bestMatches(labelled, typed, MOST).map(({ row }) => row)
}

function inOrder(rows: InterviewRow[], ids: string[]): InterviewRow[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

function usePause(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
