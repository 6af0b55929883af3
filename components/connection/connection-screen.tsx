'use client'

import useSWR from 'swr'
import type { Connection } from '@/lib/connection/connection'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { ArchiveFacts } from './archive-facts'
import { CheckButton } from './check-button'
import { Deliveries } from './deliveries'
import { FlowWebhooks } from './flow-webhooks'
import { Progress } from './progress'
import { RibbonFacts } from './ribbon-facts'
import { UnreadableItems } from './unreadable'
import { WebhookFacts } from './webhook-facts'

const POLL_MS = { backfill: 2_000, current: 10_000 }

/** What an admin looks at when something seems to be missing. */
export function ConnectionScreen({ initial }: { initial: Connection }) {
  const { data, error } = useSWR<Connection, Error>(swrKeys.connection, fetchJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: (latest) => POLL_MS[latest?.phase ?? 'current'],
  })
  const connection = data ?? initial
  const now = Date.parse(connection.now)
  return (
    <div className="h-full overflow-y-auto">
      <div className="max-w-4xl px-4 py-4 lg:px-6">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-xl font-semibold tracking-tight">Connection</h1>
          <CheckButton />
        </header>
        {error && (
          <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-sm">
            {error.message}
          </p>
        )}
        <Progress phase={connection.phase} lists={connection.lists} />
        <div className="mt-4 grid gap-x-12 lg:grid-cols-2">
          <RibbonFacts connection={connection} now={now} />
          <ArchiveFacts connection={connection} now={now} />
        </div>
        <UnreadableItems unreadable={connection.unreadable} now={now} />
        <WebhookFacts webhooks={connection.webhooks} now={now} />
        <FlowWebhooks webhooks={connection.webhooks} now={now} />
        <Deliveries deliveries={connection.webhooks.recent} now={now} />
      </div>
    </div>
  )
}
