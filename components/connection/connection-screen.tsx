'use client'

import { useState } from 'react'
import useSWR from 'swr'
import type { Connection } from '@/lib/connection/connection'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Answers } from './answers'
import { CompareButton, comparisonOutcome, type AskedComparison } from './compare-button'
import { Deliveries } from './deliveries'
import { Figures } from './figures'
import { FlowWebhooks } from './flow-webhooks'
import { UnreadableItems } from './unreadable'
import { EverythingHere } from './everything-here'
import { PAGE_HEADER } from '../ui/page-header'

const POLL_MS = { backfill: 2_000, comparing: 1_000, current: 10_000 }

/** What an admin looks at when something seems to be missing. */
export function ConnectionScreen({ initial }: { initial: Connection }) {
  const [asked, setAsked] = useState<AskedComparison>(null)
  const { data, error } = useSWR<Connection, Error>(swrKeys.connection, fetchJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: (latest = initial) =>
      POLL_MS[asked && comparisonOutcome(asked, latest) === 'comparing' ? 'comparing' : latest.phase],
  })
  const connection = data ?? initial
  const now = Date.parse(connection.now)
  return (
    <div className="h-full overflow-y-auto">
      <header className={`justify-between border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Connection</h1>
        <CompareButton connection={connection} asked={asked} onAsk={setAsked} />
      </header>
      <div className="max-w-4xl px-4 pb-4 lg:px-6">
        {error && (
          <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-sm">
            {error.message}
          </p>
        )}
        <EverythingHere connection={connection} now={now} isCurrent={error === undefined} />
        <Answers connection={connection} now={now} />
        <UnreadableItems unreadable={connection.unreadable} now={now} />
        <Figures connection={connection} now={now} />
        <FlowWebhooks webhooks={connection.webhooks} now={now} />
        <Deliveries deliveries={connection.webhooks.recent} now={now} />
      </div>
    </div>
  )
}
