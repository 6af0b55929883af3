import useSWRImmutable from 'swr/immutable'
import type { CompactWords } from '@/lib/transcript/words'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { useTranscript } from './transcript-context'
import { WordIndex } from './word-index'

/** Null until the times of the words are there: they are fetched once for what is shown. */
export function useWordIndex(): WordIndex | null {
  return useTimes().data ?? null
}

/** Whether they could not be fetched; it is tried again by itself. */
export function useHasNoTimes(): boolean {
  const { data, error } = useTimes()
  return !data && error !== undefined
}

function useTimes() {
  const { interviewId, version } = useTranscript()
  return useSWRImmutable(swrKeys.words(interviewId, version), readIndex)
}

async function readIndex([url]: ReturnType<typeof swrKeys.words>): Promise<WordIndex> {
  return new WordIndex(await fetchJson<CompactWords>(url))
}
