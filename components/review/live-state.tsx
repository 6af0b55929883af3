'use client'

import { useRouter } from 'next/navigation'
import useSWR from 'swr'
import type { Interview } from '@/lib/interviews/interview'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { whatIsThere } from './what-is-there'

const POLL_MS = 15_000

/** `shown` is `whatIsThere` of what the page shows. */
type Props = { id: string; state: Interview['state']; shown: string }

const SENTENCES = {
  processing:
    'Ribbon is still processing this interview. What is there already is shown; questions, summary and scores follow.',
  not_taken: 'The candidate has not taken this interview yet. It appears here once they have.',
}

/** Says what is missing and draws the page anew whenever a part of it has come. */
export function LiveState({ id, state, shown }: Props) {
  const router = useRouter()
  useSWR(state === 'ready' ? null : swrKeys.interview(id), fetchJson<Interview>, {
    refreshInterval: POLL_MS,
    revalidateOnMount: false,
    onSuccess: (latest) => {
      if (whatIsThere(latest) !== shown) router.refresh()
    },
  })
  if (state === 'ready') return null
  return (
    <p role="status" className="border-b border-line bg-rail px-4 py-2.5 text-muted lg:px-6">
      {SENTENCES[state]}
    </p>
  )
}
