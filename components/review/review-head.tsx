'use client'

import type { ComponentProps } from 'react'
import type { Attempt } from '@/lib/attempts/attempt'
import { AttemptLinking } from '../attempts/attempt-linking'
import { AttemptsLine } from '../attempts/attempts-line'
import { CandidateHeader } from './candidate-header'
import { LiveState } from './live-state'

type Props = Pick<ComponentProps<typeof CandidateHeader>, 'interview' | 'neighbours' | 'search'> & {
  /** Of this candidate in this flow; none where this is the only one. */
  attempts: Attempt[]
  mayLink: boolean
  /** `whatIsThere` of what the page shows. */
  shown: string
}

/** Above a review: who it is of, their other attempts, and what is still to come. */
export function ReviewHead({ interview, neighbours, search, attempts, mayLink, shown }: Props) {
  const { id, state } = interview
  return (
    <>
      <CandidateHeader
        interview={interview}
        neighbours={neighbours}
        search={search}
        end={mayLink && <AttemptLinking interview={interview} attempts={attempts} />}
      />
      <AttemptsLine interviewId={id} attempts={attempts} search={search} mayLink={mayLink} />
      <LiveState id={id} state={state} shown={shown} />
    </>
  )
}
