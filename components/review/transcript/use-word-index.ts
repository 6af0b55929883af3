import useSWRImmutable from 'swr/immutable'
import type { CompactWords } from '@/lib/interviews/words'
import { fetchJson } from '../../fetch-json'
import { useReview } from '../review-context'
import { WordIndex } from './word-index'

/** Null until the times of the words are there: they are fetched once for what is shown. */
export function useWordIndex(): WordIndex | null {
  const { interviewId, version } = useReview()
  const { data } = useSWRImmutable([`/api/interviews/${encodeURIComponent(interviewId)}/words`, version], readIndex)
  return data ?? null
}

async function readIndex([url]: [string, string]): Promise<WordIndex> {
  return new WordIndex(await fetchJson<CompactWords>(url))
}
