'use client'

import { useRouter } from 'next/navigation'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import type { Author } from '@/lib/members/member'
import { isSameSide, type Vote } from '@/lib/interviews/vote'
import type { Votes } from '@/lib/votes/vote'
import { fetchJson } from '../fetch-json'
import { useInBrowser } from '../in-browser'
import { memberKey } from '../kept-keys'
import { Drafts } from '../notes/drafts'
import { useAfterVote } from '../queue/after-vote'
import { isNewsKey, swrKeys } from '../swr-keys'
import { useUndoKey } from '../use-undo-key'
import { isSameWish, wishOf } from './kept-vote'
import { revelationOf, shownVotes, type ShownVotes } from './shown-votes'
import { useVoteOutbox } from './vote-outbox-context'

const POLL_MS = 15_000
/** Among the drafts of an interview. */
const REASON = 'vote'

type VotesState = ShownVotes & {
  me: Author
  /** In milliseconds. */
  drawnAt: number
  /** What stands in the field for it, said or half written. */
  reason: string
  writeReason: (reason: string) => void
  /** Says it with a vote that is there; without one it waits for the vote. */
  sayReason: () => void
  /** `pressedAt` is by `performance.now()`: nothing is cast where that was meant for the page before. */
  castVote: (vote: Vote, pressedAt: number) => void
  withdraw: () => void
  /** Null where the last vote cannot be undone any more. */
  undo: (() => void) | null
  /** Of a conflict: what was cast here is to stand. */
  insist: () => void
  discard: () => void
  retry: () => void
  /** Nobody votes on it any more. */
  isClosed: boolean
  /** Ribbon's scores and summary, when the page was drawn. */
  hidesAssessment: boolean
  /** Whether what is hidden can be shown to them without a vote. */
  mayReveal: boolean
  /** Throws RequestFailed. */
  reveal: () => Promise<void>
}

const VotesContext = createContext<VotesState | null>(null)
/** Apart, for what is too much to be drawn with each letter of a reason. */
const ShowsColleaguesContext = createContext(true)

type Props = {
  interviewId: string
  me: Author
  mayReveal: boolean
  isClosed: boolean
  /** What the page was drawn with, whether it hides scores and summary, and when, in milliseconds. */
  drawn: { votes: Votes; hidesAssessment: boolean; at: number }
  children: ReactNode
}

export function VotesProvider({ interviewId, me, mayReveal, isClosed, drawn, children }: Props) {
  const router = useRouter()
  const { mutate: mutateAny } = useSWRConfig()
  const { data: votes } = useSWR(swrKeys.votes(interviewId), fetchJson<Votes>, {
    fallbackData: drawn.votes,
    refreshInterval: POLL_MS,
  })
  const drawAgain = useCallback(() => {
    void mutateAny(swrKeys.notes(interviewId))
    void mutateAny(isNewsKey)
    router.refresh()
  }, [router, mutateAny, interviewId])
  // Of what was voted or shown meanwhile, here or on another device.
  const hides = drawn.hidesAssessment || !('all' in drawn.votes) || !('all' in votes)
  const isOutdated = hides && revelationOf(votes) !== revelationOf(drawn.votes)
  useEffect(() => {
    if (isOutdated) drawAgain()
  }, [isOutdated, drawAgain])
  const { outbox, waiting, undoable } = useVoteOutbox()
  const afterVote = useAfterVote()
  const unsent = waiting.find((vote) => vote.interviewId === interviewId) ?? null
  const drafts = useMemo(() => new Drafts(`${memberKey('draft', me.id)} ${interviewId}`), [me.id, interviewId])
  const kept = useInBrowser(() => drafts.find(REASON)?.body ?? null, null)
  /** Undefined until something is typed. */
  const [typed, setTyped] = useState<string | null | undefined>(undefined)

  const value = useMemo<VotesState>(() => {
    const shown = shownVotes(votes, unsent)
    const { mine } = shown
    const halfWritten = typed === undefined ? kept : typed
    const reason = halfWritten ?? mine?.reason ?? ''
    const put = (vote: Vote | null) => {
      drafts.drop(REASON)
      setTyped(null)
      const said = halfWritten ?? (mine && isSameSide(mine.vote, vote) ? mine.reason : null)
      outbox?.put(interviewId, vote && { vote, reason: said?.trim() || null }, votes.mine)
    }
    const isUndoable =
      undoable?.interviewId === interviewId && isSameWish(undoable.wish, wishOf(mine)) && !unsent?.conflict
    return {
      ...shown,
      me,
      drawnAt: drawn.at,
      reason,
      writeReason: (body) => {
        setTyped(body)
        drafts.keep(REASON, { body, about: null })
      },
      sayReason: () => {
        if (mine && halfWritten !== null) put(mine.vote)
      },
      castVote: (vote, pressedAt) => {
        if (isClosed || afterVote?.takes(pressedAt) === false) return
        put(vote)
        afterVote?.go(vote)
      },
      withdraw: () => put(null),
      undo: isUndoable ? () => outbox?.undo() : null,
      insist: () => outbox?.insist(interviewId),
      discard: () => outbox?.discard(interviewId),
      retry: () => outbox?.retry(interviewId),
      mayReveal,
      isClosed,
      hidesAssessment: drawn.hidesAssessment,
      reveal: async () => {
        // Nothing that is hidden only since, of which nobody was told here.
        const asked = [
          ...(drawn.hidesAssessment ? [['show', 'assessment']] : []),
          ...('all' in votes ? [] : [['show', 'colleagues']]),
        ]
        const url = `${swrKeys.reveal(interviewId)}?${new URLSearchParams(asked)}`
        const now = await fetchJson<Votes>(url, { method: 'POST' })
        await mutateAny(swrKeys.votes(interviewId), now, { revalidate: false })
        drawAgain()
      },
    }
  }, [
    me,
    drawn.at,
    votes,
    unsent,
    undoable,
    outbox,
    interviewId,
    drafts,
    kept,
    typed,
    mayReveal,
    isClosed,
    drawn.hidesAssessment,
    mutateAny,
    drawAgain,
    afterVote,
  ])
  useUndoKey(value.undo && (undoable?.doneAt ?? null), () => value.undo?.())
  return (
    <ShowsColleaguesContext value={'all' in votes}>
      <VotesContext value={value}>{children}</VotesContext>
    </ShowsColleaguesContext>
  )
}

/** Whether what colleagues think is shown. */
export function useShowsColleagues(): boolean {
  return useContext(ShowsColleaguesContext)
}

export function useVotes(): VotesState {
  const votes = useContext(VotesContext)
  if (!votes) throw new Error('useVotes needs a VotesProvider above it')
  return votes
}
