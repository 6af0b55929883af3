'use client'

import { useSWRConfig } from 'swr'
import type { Connection } from '@/lib/connection/connection'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { useSending } from '../use-sending'

/** How it stood when it was asked for; null while nobody has asked. */
export type AskedComparison = Pick<Connection, 'comparedAt' | 'lastFailure'> | null

type Props = { connection: Connection; asked: AskedComparison; onAsk: (asked: AskedComparison) => void }

/** Has Ribbon's lists compared now, instead of with the next pull. */
export function CompareButton({ connection, asked, onAsk }: Props) {
  const { mutate } = useSWRConfig()
  const { isSending: isAsking, failure, send } = useSending()
  const ask = async () => {
    onAsk(null)
    if (await send(() => fetchJson('/api/connection/check', { method: 'POST' }))) onAsk(connection)
    void mutate(swrKeys.connection)
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-sm text-muted">
        {failure ?? (asked && SAID[comparisonOutcome(asked, connection)])}
      </p>
      <Button onClick={() => void ask()} disabled={isAsking} className="max-lg:h-11">
        {isAsking ? 'Asking Ribbon…' : 'Compare now'}
      </Button>
    </div>
  )
}

const SAID = {
  comparing: 'Ribbon answers and accepts the key. Comparing…',
  compared: 'Ribbon answers and accepts the key. Compared.',
  failed: 'Ribbon answers and accepts the key, but the comparison failed.',
}

export function comparisonOutcome(
  asked: NonNullable<AskedComparison>,
  { comparedAt, lastFailure }: Connection,
): keyof typeof SAID {
  if (comparedAt !== asked.comparedAt) return 'compared'
  return lastFailure !== null && lastFailure.at !== asked.lastFailure?.at ? 'failed' : 'comparing'
}
