import { useState } from 'react'
import useSWR from 'swr'
import type { InterviewPage } from '@/lib/interviews/list/list'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { StateLabel } from '../candidates/identity/state-label'
import { Day } from '../day'
import { fetchJson } from '../fetch-json'
import { nameQuery } from '../name-query'
import { swrKeys } from '../swr-keys'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { useAttemptLink } from './use-attempt-link'

/** Interviews that are offered at once; others are found by name or email. */
const MOST_OFFERED = 20

type Props = { interviewId: string; flowId: string; name: string; known: string[]; onClose: () => void }

/** Has one choose which other interview of the flow is the same candidate's. */
export function LinkDialog({ interviewId, flowId, name, known, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const { link, isSending, failure } = useAttemptLink(interviewId)
  const q = nameQuery(typed)
  const search = new URLSearchParams({ flow: flowId, limit: String(MOST_OFFERED), ...(q && { q }) })
  const { data, error } = useSWR<InterviewPage, Error>(swrKeys.found(search.toString()), fetchJson, {
    keepPreviousData: true,
  })
  const offered = data?.items.filter(({ id }) => id !== interviewId && !known.includes(id)) ?? []
  const choose = async (other: string) => {
    if (await link(other)) onClose()
  }
  return (
    <Modal
      title="Link another attempt"
      titleClass="font-semibold"
      className="top-[10dvh] max-h-[80dvh]! w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-1 mb-4 text-muted">
        Which other interview of this flow is <bdi>{name}</bdi>’s too? Those with one email belong together already.
      </p>
      <Field label="Name or email" value={typed} maxLength={120} onChange={({ target }) => setTyped(target.value)} />
      {(failure ?? error) && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {failure ?? error?.message}
        </p>
      )}
      <ul aria-label="Interviews of this flow" className="mt-2">
        {offered.map(({ id, candidate, state, firstSeenAt }) => (
          <li key={id}>
            <button
              type="button"
              disabled={isSending}
              onClick={() => void choose(id)}
              className="flex min-h-10 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover disabled:opacity-55 pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block truncate">{candidateLabel(candidate)}</bdi>
                {candidate.name && candidate.email && (
                  <bdi className="block truncate text-xs text-muted">{candidate.email}</bdi>
                )}
              </span>
              <span className="text-xs text-muted">
                <StateLabel state={state} />
              </span>
              <span className="text-xs whitespace-nowrap text-muted numeric">
                <Day at={firstSeenAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data && offered.length === 0 && (
        <p className="mt-2 text-sm text-muted">
          {q === '' ? 'There is no other interview of this flow.' : 'No other interview of this flow is called that.'}
        </p>
      )}
    </Modal>
  )
}
