'use client'

import { useState, type ReactNode } from 'react'
import useSWR from 'swr'
import { fetchJson } from '../fetch-json'
import { GONE_POLL_MS } from '../gone-poll'
import { memberKey } from '../kept-keys'
import { swrKeys } from '../swr-keys'
import { MessagePage } from '../ui/message-page'
import { Drafts } from '../notes/drafts'
import { isGone } from './is-gone'
import { NEW_NOTE } from './notes/use-compose'

type Props = { interviewId: string; memberId: string; children: ReactNode }

/** Shows an interview for as long as its reader may see it: its notes, which come again and again, are refused to whoever may not. */
export function WhileSeen({ interviewId, memberId, children }: Props) {
  const { error } = useSWR<unknown, Error>(swrKeys.notes(interviewId), fetchJson, { refreshInterval: GONE_POLL_MS })
  const [wasGone, setGone] = useState(false)
  const isNowGone = isGone(wasGone, error)
  if (isNowGone !== wasGone) setGone(isNowGone)
  if (!isNowGone) return children

  const half = new Drafts(`${memberKey('draft', memberId)} ${interviewId}`).find(NEW_NOTE)
  return (
    <div role="alert">
      <MessagePage
        title="You no longer see this interview"
        text="It was moved to a team that you are not in, or it is gone. If you still need it, ask an admin to add you to its team: it then comes back here by itself."
      >
        {half && (
          <p className="mt-3 max-w-md wrap-anywhere text-muted">
            The note that you had begun is kept in this browser: “
            <bdi className="whitespace-pre-line text-ink">{half.body}</bdi>”
          </p>
        )}
      </MessagePage>
    </div>
  )
}
