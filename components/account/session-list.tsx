'use client'

import { useSWRConfig } from 'swr'
import useSWR from 'swr'
import type { AccountSession } from '@/lib/account/account'
import { fetchJson } from '../fetch-json'
import { useNow } from '../now'
import { swrKeys } from '../swr-keys'
import { SaidAgo } from '../said-ago'
import { Button } from '../ui/button'
import { useSending } from '../use-sending'

type Props = { initial: AccountSession[]; now: number }

export function SessionList({ initial, now: drawnAt }: Props) {
  const { mutate } = useSWRConfig()
  const { data: sessions = initial } = useSWR<AccountSession[]>(swrKeys.accountSessions, fetchJson, {
    fallbackData: initial,
  })
  const { isSending, failure, send } = useSending()
  const now = useNow(drawnAt)
  const end = async (url: string) => {
    await send(() => fetchJson(url, { method: 'DELETE' }))
    await mutate(swrKeys.accountSessions)
  }
  return (
    <>
      <ul className="max-w-md divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3 py-2 first:pt-0">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{session.device}</p>
              <p className="truncate text-xs text-muted">
                {session.isThisOne ? (
                  <span className="text-good">This one</span>
                ) : (
                  <LastUse session={session} now={now} />
                )}
                {session.address && session.address !== 'unknown' && ` · ${session.address}`}
              </p>
            </div>
            {!session.isThisOne && (
              <Button
                look="quiet"
                size="small"
                aria-label={`Sign out ${session.device}`}
                disabled={isSending}
                onClick={() => void end(`${swrKeys.accountSessions}/${session.id}`)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="mt-3" disabled={isSending} onClick={() => void end(swrKeys.accountSessions)}>
          Sign out everywhere else
        </Button>
      )}
      {failure && (
        <p role="alert" className="mt-2 text-bad">
          {failure}
        </p>
      )}
    </>
  )
}

function LastUse({ session: { lastUsedAt }, now }: { session: AccountSession; now: number }) {
  return (
    <>
      Last used <SaidAgo at={lastUsedAt} now={now} />
    </>
  )
}
